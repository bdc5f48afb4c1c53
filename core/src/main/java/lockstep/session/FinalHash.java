package lockstep.session;

import lockstep.replay.HashListener;

/**
 * Keeps the last hash, initially that of the game before its first tick, and passes all hashes on. The physics lane writes it; it
 * is read after that lane was joined.
 */
public final class FinalHash implements HashListener {
    private final HashListener next;
    private int tick;
    private long hash;
    private int score;

    FinalHash(HashListener next) {
        this.next = next;
    }

    /** Sets the hash before the first tick; before the lanes start. */
    void begin(long first) {
        hash = first;
    }

    @Override
    public void hash(int tick, long hash) {
        next.hash(tick, hash);
    }

    @Override
    public void last(int tick, int score, long hash) {
        this.tick = tick;
        this.hash = hash;
        this.score = score;
        next.last(tick, score, hash);
    }

    /** The last tick; 0 if there was none. */
    public int tick() {
        return tick;
    }

    /** The hash after the last tick. */
    public long hash() {
        return hash;
    }

    /** The score after the last tick. */
    public int score() {
        return score;
    }
}
