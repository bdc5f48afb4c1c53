package lockstep.engine;

/** A role whose smallest step is something else than a run, as physics' is one tick. */
public interface Steppable {
    /** Does the smallest step there is, while the lane is paused; called on the lane. */
    void step() throws Exception;
}
