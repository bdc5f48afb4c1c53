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

    /** The role is about to go to another lane; called on the old one, at a safe point. Lets go of what is its thread's. */
    default void leave(Lane lane) throws Exception {
    }

    /** The role has come to {@code lane}; called on that lane, at a safe point, after {@link #leave} on the old one. */
    default void moved(Lane lane) throws Exception {
    }

    /** The lane stands at a safe point and will for a while; touches nothing shared. Called some 60 times a second. */
    default void standing(Lane lane) throws Exception {
    }

    /** The lane goes on after it has stood for so many ns, during which no time passed for the game. */
    default void resume(Lane lane, long stoodNs) {
    }

    /** Does the smallest step there is, while the lane stands; called on the lane. */
    default void step(Lane lane) throws Exception {
        run(lane);
    }

    /** True if the role tells {@link RoleStats#ran} of each of several steps in a run itself, as physics does of its ticks. */
    default boolean countsItself() {
        return false;
    }

    /** Lets go of what {@link #start} took. */
    default void stop(Lane lane) throws Exception {
    }
}
