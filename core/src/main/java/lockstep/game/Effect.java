package lockstep.game;

/** Something that happened in one tick and may be heard or seen. It has a position and a size in meters. */
public enum Effect {
    /** A shot left the ship. */
    SHOT,
    /** A shot struck a rock. */
    HIT,
    /** A rock broke into smaller ones. */
    SPLIT,
    /** A shot ended on a wall. */
    WALL,
    /** A token was caught. */
    CATCH,
    /** The gate opened. */
    GATE,
    /** The ship flew through the gate into the next sector. */
    SECTOR,
    /** A shield took a hit. */
    SHIELD,
    /** The ship was lost. */
    DEATH,
    /** A run began. */
    START
}
