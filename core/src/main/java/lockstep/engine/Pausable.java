package lockstep.engine;

/** A role that does something while its lane is paused at a safe point, or counts time and must leave a pause out of it. */
public interface Pausable {
    /** The lane is paused and will be for a while; touches nothing shared. Called some 60 times a second. */
    default void whilePaused() throws Exception {
    }

    /** The lane goes on after it was paused for {@code pausedNs}, during which no time passed for the game. */
    default void resumed(long pausedNs) {
    }
}
