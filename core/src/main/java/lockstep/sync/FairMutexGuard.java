package lockstep.sync;

import java.util.concurrent.locks.ReentrantLock;
import lockstep.time.LaneRecorder;

/**
 * {@code fair-mutex}: one lane at a time, readers too, in the order in which they asked. A {@link ReentrantLock} with
 * fairness.
 *
 * <p>Any lane may call it. Blocking, but no lane is passed by another that came later, so a wait is at most one hold of
 * each lane before it. The price is a change of threads at each hand-over: the lock stands idle while the next lane
 * wakes. A reader sees exactly one publication, whole. The ordering is the lock's own: unlock happens before the next
 * lock. A wait allocates the lock's queue node; nothing else here allocates.
 */
final class FairMutexGuard extends LockGuard {
    private final ReentrantLock lock = new ReentrantLock(true);

    FairMutexGuard(int number, String name) {
        super(number, name);
    }

    /** Looks for a queue first, because the JDK's own {@code tryLock()} barges even where the lock is fair. */
    @Override
    boolean tryTake(boolean write) {
        return !lock.hasQueuedThreads() && lock.tryLock();
    }

    @Override
    boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
        return await(lock, limitNs);
    }

    @Override
    void give(boolean write) {
        lock.unlock();
    }
}
