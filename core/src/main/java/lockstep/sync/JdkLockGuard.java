package lockstep.sync;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import lockstep.time.LaneRecorder;

/** What the guards share that are locks of the JDK: one for all, or one for readers and one for writers. */
abstract class JdkLockGuard extends LockGuard {
    private final Lock read;
    private final Lock write;

    JdkLockGuard(int number, String name, Lock lock) {
        this(number, name, lock, lock);
    }

    JdkLockGuard(int number, String name, Lock read, Lock write) {
        super(number, name);
        this.read = read;
        this.write = write;
    }

    /** True if a lane that comes now has to queue behind those that wait, even if the lock is free. */
    boolean mustQueue(boolean writing) {
        return false;
    }

    @Override
    public final boolean letsReadersTogether() {
        return read != write;
    }

    @Override
    final boolean tryTake(boolean writing) {
        return !mustQueue(writing) && lock(writing).tryLock();
    }

    @Override
    boolean awaitTake(LaneRecorder me, boolean writing, long limitNs) throws InterruptedException {
        return await(lock(writing), limitNs);
    }

    @Override
    final void give(boolean writing) {
        lock(writing).unlock();
    }

    final Lock lock(boolean writing) {
        return writing ? write : read;
    }

    static boolean await(Lock lock, long limitNs) throws InterruptedException {
        if (limitNs != NO_LIMIT) {
            return lock.tryLock(limitNs, TimeUnit.NANOSECONDS);
        }
        lock.lockInterruptibly();
        return true;
    }
}
