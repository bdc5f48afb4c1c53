package lockstep.time;

/** Which planted fault fired for longest in a piece of a lane's time. Belongs to the lane. */
final class FaultMark {
    private int number;
    private long ns;

    /** Another piece begins. */
    void clear() {
        number = 0;
        ns = 0;
    }

    /** One fired for so long. Of one that fires often all times count, unless another fired for longer meanwhile. */
    void fired(int which, long forNs) {
        if (which == number) {
            ns += forNs;
        } else if (number == 0 || forNs > ns) {
            number = which;
            ns = forNs;
        }
    }

    /** The fault's number, 0 if none fired. */
    int number() {
        return number;
    }
}
