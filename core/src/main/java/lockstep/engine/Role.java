package lockstep.engine;

/**
 * One subsystem's repeating job. A lane calls all methods on its own thread, {@link #start} first and {@link #stop}
 * last, also after a failed run. A role never starts a thread, takes a JDK lock or reads a clock: it gets at the world
 * and at time through its {@link RoleContext}, which is why a topology can put it on any lane.
 *
 * <p>A role that needs more also implements {@link Movable}, {@link Pausable} or {@link Steppable}.
 */
public interface Role {
    /** Its word in topologies, spans and tables. */
    String name();

    /** Makes ready to run. A failure ends the game. The role keeps {@code context}, which goes with it from lane to lane. */
    default void start(RoleContext context) throws Exception {
    }

    /**
     * Does the job once.
     *
     * @return false if there was nothing to do
     * @throws InterruptedException if the run was broken off because the lane stops
     * @throws Exception any failure; it ends the game in order
     */
    boolean run() throws Exception;

    /** Lets go of what {@link #start} took. */
    default void stop() throws Exception {
    }
}
