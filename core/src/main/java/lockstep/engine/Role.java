package lockstep.engine;

/**
 * One subsystem's repeating job. A lane calls all methods on its own thread, {@link #start} first and {@link #stop}
 * last, also after a failed run. A role never starts a thread, takes a JDK lock or reads a clock: it gets at the world
 * through its access and at time through its lane, which is why a topology can put it on any lane.
 */
public interface Role {
    /** Its word in topologies, spans and tables. */
    String name();

    /** Makes ready to run on {@code lane}. A failure ends the game. */
    default void start(Lane lane) throws Exception {
    }

    /**
     * Does the job once.
     *
     * @return false if there was nothing to do
     * @throws InterruptedException if the run was broken off because the lane stops
     * @throws Exception any failure; it ends the game in order
     */
    boolean run(Lane lane) throws Exception;

    /** True if the role tells {@link RoleStats#ran} of each of several steps in a run itself, as physics does of its ticks. */
    default boolean countsItself() {
        return false;
    }

    /** Lets go of what {@link #start} took. */
    default void stop(Lane lane) throws Exception {
    }
}
