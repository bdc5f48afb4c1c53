package lockstep.time;

/**
 * A lane's right to run, where not all lanes may run at once. The lane's own thread calls it, through its
 * {@link LaneRecorder}; {@link #giveUp} and {@link #take} come in pairs and may nest.
 */
public interface Turn {
    /** Where all lanes may run at once: nothing is asked and nothing waits. */
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

    /** The lane is about to wait or sleep: another may run meanwhile. */
    void giveUp();

    /** The lane wants to run, or to run on; waits until it may. An interrupt is kept for the next wait that can be broken. */
    void take();

    /** The lane is in the midst of work: if another has waited for long enough, it goes first. */
    void checkpoint();
}
