package lockstep.game;

/** Where a run stands. */
public enum Mode {
    PLAYING, PAUSED,
    /** The ship is lost; the rocks go on drifting until the next start. */
    OVER
}
