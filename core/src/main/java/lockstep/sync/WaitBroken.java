package lockstep.sync;

/**
 * Thrown when a wait for a guard was broken to end a deadlock. The lane must give back what it holds and take everything again;
 * it does not end.
 */
public final class WaitBroken extends InterruptedException {
    private static final long serialVersionUID = 1;

    WaitBroken(String guard) {
        super("the wait for guard '" + guard + "' was broken off");
    }
}
