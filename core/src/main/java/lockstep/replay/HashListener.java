package lockstep.replay;

/** Receives the hash of the simulation. The physics lane calls it. */
public interface HashListener {
    /** Nobody listens. */
    HashListener NONE = new HashListener() {
        @Override
        public void hash(int tick, long hash) {
        }

        @Override
        public void last(int tick, int score, long hash) {
        }
    };

    /** The hash after every thousandth tick. */
    void hash(int tick, long hash);

    /** The score and the hash after the last tick, when physics stops. */
    void last(int tick, int score, long hash);
}
