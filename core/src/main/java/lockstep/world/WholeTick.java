package lockstep.world;

/**
 * A role's whole tick, frame or run, in one call: with hold {@code tick} it holds all guards that the role needs from before
 * the first effect to the end, with hold {@code copy} none. Made once, when the role starts, with {@link Access#wholeTick};
 * then only the lane of the role calls it, and nothing is allocated.
 */
public final class WholeTick {
    /** What the role does in a tick: any number of {@link Section}s one after the other, and its work between them. */
    public interface Body {
        void run() throws InterruptedException;
    }

    private final Access role;
    private final Body body;

    WholeTick(Access role, Body body) {
        this.role = role;
        this.body = body;
    }

    /** Runs the next tick; they are numbered from 1. As {@link #run(long)}. */
    public boolean run() throws InterruptedException {
        return run(role.tick() + 1);
    }

    /**
     * Runs the tick with that number, by which planted faults and races name it.
     *
     * @return false if a guard was not to be had within the role's time limit; then the body did not run and no guard is held
     * @throws InterruptedException if the lane was interrupted while it waited; then no guard is held
     * @throws IllegalStateException if called inside a section or another tick that holds guards
     */
    public boolean run(long number) throws InterruptedException {
        role.refuseInsideSection();
        if (!role.enterTick(number)) {
            return false;
        }
        try {
            body.run();
            return true;
        } finally {
            role.exitTick();
        }
    }
}
