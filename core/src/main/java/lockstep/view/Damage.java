package lockstep.view;

/** The damage done by sharing so far, for the heads-up display. The rendering lane asks once a frame; nothing is allocated. */
public interface Damage {
    /** No damage, ever. */
    Damage NONE = new Damage() {
        @Override
        public long tornFrames() {
            return 0;
        }

        @Override
        public long points() {
            return 0;
        }

        @Override
        public long truePoints() {
            return 0;
        }
    };

    /** Frames so far whose snapshot mixed ticks. */
    long tornFrames();

    /** Points by the shared tally, on which lanes may race. */
    long points();

    /** Points that lanes really added, by their own ledgers; ask before {@link #points}. */
    long truePoints();
}
