package lockstep.engine;

/** A lane did not come to the safe point in time, and nothing was changed. */
final class LateLaneException extends Exception {
    private static final long serialVersionUID = 1;

    LateLaneException(Lane lane, long limitMs) {
        super("lane '" + lane.name() + "' did not reach a safe point within " + limitMs / 1000 + " s (it runs "
            + lane.runningRole() + "); nothing was changed");
    }
}
