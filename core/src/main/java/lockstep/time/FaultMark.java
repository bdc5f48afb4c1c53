package lockstep.time;

/** Which planted fault fired for longest in a piece of a lane's time. Only the lane's own thread uses it. */
final class FaultMark {
    private int number;
    private long ns;

    /** Starts another piece. */
    void clear() {
        number = 0;
        ns = 0;
    }

    /** Fault {@code which} fired for {@code forNs}. The times of one fault add up until another fires for longer. */
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
