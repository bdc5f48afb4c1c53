package lockstep.game;

/** The state of a run. */
public enum Mode {
    PLAYING, PAUSED,
    /** The ship is lost; the rocks keep drifting until the next start. */
    OVER
}
