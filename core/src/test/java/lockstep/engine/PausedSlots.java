package lockstep.engine;

/** Pauses the roles of a lane that does not run, for tests of those who look at lanes from outside. */
public final class PausedSlots {
    private PausedSlots() {
    }

    public static void pause(Lane lane, long nowNs) {
        lane.slots().pause(nowNs);
    }

    public static void goOn(Lane lane, long nowNs) {
        lane.slots().goOn(nowNs);
    }
}
