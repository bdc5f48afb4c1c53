package lockstep.sync;

/** Something that can be seen half-written. */
final class TwoCells {
    private int a;
    private int b;

    void set(int n) {
        a = n;
        b = n;
    }

    /** The number set, or -1 if the cells differ or change while they are looked at. */
    int get() {
        int first = a;
        int second = b;
        int again = a;
        return first == second && second == again ? first : -1;
    }
}
