package lockstep.sync;

import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code fair-mutex}: one lane at a time, readers too, in the order in which they asked. A {@link ReentrantLock} with fairness.
 *
 * <p>Any lane may call it. Blocking, but no lane overtakes one that asked earlier, so a wait lasts at most one hold of each lane
 * before it. The cost is a change of threads at each hand-over: the lock is idle while the next lane wakes. A reader sees exactly
 * one whole publication. The ordering is the lock's own: unlock happens before the next lock. A wait allocates the lock's queue
 * node; nothing else here allocates.
 */
final class FairMutexGuard extends JdkLockGuard {
    private final ReentrantLock lock;

    FairMutexGuard(int number, String name) {
        this(number, name, new ReentrantLock(true));
    }

    private FairMutexGuard(int number, String name, ReentrantLock lock) {
        super(number, name, lock);
        this.lock = lock;
    }

    /** Because the JDK's own {@code tryLock()} barges even where the lock is fair. */
    @Override
    boolean mustQueue(boolean writing) {
        return lock.hasQueuedThreads();
    }
}
