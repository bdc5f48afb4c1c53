package lockstep.game;

/** What a slot holds. The ordinal goes into the low byte of {@link Scene#kind}; NONE marks a free slot. */
public enum Kind {
    NONE, SHIP, SHOT, ROCK, TOKEN,
    /** The sector's gate, a piece of its right wall; variant 0 is closed, 1 is open. */
    GATE;

    private static final Kind[] ALL = values();

    /** The kind in a packed {@link Scene#kind} value. */
    public static Kind of(int packed) {
        return ALL[packed & 0xff];
    }

    /** The variant in a packed value: which of the eight rocks, or whether the gate is open. */
    public static int variant(int packed) {
        return packed >>> 8 & 0xff;
    }

    /** The tier in a packed value: 0 small, 1 medium, 2 large rock; 0 for everything else. */
    public static int tier(int packed) {
        return packed >>> 16 & 0xff;
    }

    int pack(int variant, int tier) {
        return ordinal() | variant << 8 | tier << 16;
    }
}
