package lockstep.sync;

/**
 * A wait for a guard was broken off so that a deadlock ends: who waited is to give back what it holds and take everything
 * again. Not the end of the lane.
 */
public final class WaitBroken extends InterruptedException {
    private static final long serialVersionUID = 1;

    WaitBroken(String guard) {
        super("the wait for guard '" + guard + "' was broken off");
    }
}
