package lockstep.time;

/**
 * A lane's right to run where only some lanes may run at once. The lane's own thread calls it through its {@link LaneRecorder}.
 * {@link #giveUp} and {@link #take} come in pairs, which may nest.
 */
public interface Turn {
    /** All lanes may run at once: nothing waits. */
    Turn NONE = new Turn() {
        @Override
        public void giveUp() {
        }

        @Override
        public void take() {
        }

        @Override
        public void checkpoint() {
        }
    };

    /** Lets another lane run, because this one is about to wait or sleep. */
    void giveUp();

    /** Waits until the lane may run. An interrupt is kept for the next interruptible wait. */
    void take();

    /** Lets another lane run first if it has waited long enough; called during long work. */
    void checkpoint();
}
