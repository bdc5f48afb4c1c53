package lockstep.time;

/** What a piece of a lane's time was spent on. */
public enum SpanKind {
    /** One run of a role, from its first to its last instruction; the other kinds may nest inside. */
    WORK("work"),
    /** Waiting to get a guard. */
    GUARD_WAIT("guard wait"),
    /** Holding a guard. */
    HOLD("hold"),
    /** Waiting at the barrier or, in a replay, for a numbered batch of recorded intents. */
    BARRIER_WAIT("barrier"),
    /** Waiting for a run permit. */
    PERMIT_WAIT("permit"),
    /** Reading a file. */
    IO("I/O"),
    /** Copying pixels into a texture. */
    UPLOAD("upload"),
    /** Swapping buffers, including waiting for the display. */
    SWAP("swap"),
    /** Sleeping until the next run is due, or pausing at a safe point. */
    PACE("pace");

    private static final SpanKind[] ALL = values();
    private final String word;

    SpanKind(String word) {
        this.word = word;
    }

    /** The word shown to people. */
    public String word() {
        return word;
    }

    /** The kind with that ordinal, without the copy that {@code values()} makes. */
    public static SpanKind of(int ordinal) {
        return ALL[ordinal];
    }

    /** True if the lane was not running its own code; such time does not count as the role's work. */
    public boolean isWait() {
        return this == GUARD_WAIT || this == BARRIER_WAIT || this == PERMIT_WAIT || this == IO || this == SWAP || this == PACE;
    }
}
