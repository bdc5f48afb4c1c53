package lockstep.session;

import lockstep.replay.HashListener;

/**
 * Keeps the last hash, at first that of the game before its first tick, and passes all on. Written by the physics lane,
 * read after it was joined.
 */
public final class FinalHash implements HashListener {
    private final HashListener next;
    private int tick;
    private long hash;
    private int score;

    FinalHash(HashListener next) {
        this.next = next;
    }

    /** Before the lanes start: the hash before the first tick. */
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

    public int tick() {
        return tick;
    }

    public long hash() {
        return hash;
    }

    public int score() {
        return score;
    }
}
