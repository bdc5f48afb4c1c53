package lockstep.sync;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import lockstep.time.LaneRecorder;

/**
 * {@code stamped}: a lane that only reads first tries to do so holding nothing, and looks afterwards whether a writer
 * came; otherwise many may read at once and one alone may write. A {@link StampedLock}.
 *
 * <p>Any lane may call it. {@link #tryRead} and {@link #validate} are wait-free; {@link #acquire} blocks. A scope tries the
 * former a few times and then waits for the read lock, so a writer that never rests does not keep it trying for ever. What
 * an attempt has read counts only once it was validated; then it is exactly one publication, whole, and counts as ordered
 * after the last write unlock. Why that suffices: {@code tryRead} is a volatile read of the lock's state, {@code validate}
 * begins with an acquire fence, so all plain reads in between are done before the state is looked at again; and a writer
 * changes the state, with a fence, before it writes (H.-J. Boehm, "Can Seqlocks Get Along With Programming Language Memory
 * Models?", MSPC 2012). Locks order as those of {@code rw-lock} do, and as there no reader passes a writer that waits: since
 * a {@link StampedLock} lets readers in whenever no writer holds it, a writer waits inside a turnstile that readers go
 * through (A. Downey, The Little Book of Semaphores, 2016, 4.2.3). The lock is not reentrant and knows no owner; the base
 * class does. A wait allocates the lock's queue node; nothing else here allocates.
 */
final class StampedGuard extends JdkLockGuard {
    private final StampedLock lock;
    /** Held by a writer while it waits for the lock; a reader that waits has it for a moment first. */
    private final ReentrantLock turnstile = new ReentrantLock();

    StampedGuard(int number, String name) {
        this(number, name, new StampedLock());
    }

    private StampedGuard(int number, String name, StampedLock lock) {
        super(number, name, lock.asReadLock(), lock.asWriteLock());
        this.lock = lock;
    }

    @Override
    boolean mustQueue(boolean writing) {
        return !writing && turnstile.isLocked();
    }

    @Override
    boolean awaitTake(LaneRecorder me, boolean writing, long limitNs) throws InterruptedException {
        long start = limitNs == NO_LIMIT ? 0 : me.now();
        if (!await(turnstile, limitNs)) {
            return false;
        }
        if (!writing) {
            turnstile.unlock();
        }
        try {
            return await(lock(writing), limitNs == NO_LIMIT ? NO_LIMIT : Math.max(1, limitNs - (me.now() - start)));
        } finally {
            if (writing) {
                turnstile.unlock();
            }
        }
    }

    @Override
    public long tryRead() {
        return lock.tryOptimisticRead();
    }

    @Override
    public boolean validate(long stamp) {
        return lock.validate(stamp);
    }
}
