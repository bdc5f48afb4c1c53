package lockstep.sync;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import lockstep.time.LaneRecorder;

/**
 * {@code rw-lock}: many lanes may read at once, one alone may write. A {@link ReentrantReadWriteLock} without fairness.
 *
 * <p>Any lane may call it. Blocking: a writer waits for all readers, and is named one of them; a reader waits for a
 * writer that holds the lock or stands first in its queue, so a stream of readers starves no writer; one of writers can
 * starve readers, because a writer takes a lock that is free whoever waits. A reader sees exactly one publication,
 * whole. The ordering is the lock's own: a write unlock happens before a later lock of either kind, a read unlock
 * before a later write lock. Besides the queue node of a wait it allocates when two lanes read at once: the JDK then
 * counts the second one's holds in a {@link ThreadLocal} that it drops at the unlock, 32 bytes a time on Java 17.
 * {@code stamped} does not.
 */
final class ReadWriteGuard extends LockGuard {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantReadWriteLock.ReadLock read = lock.readLock();
    private final ReentrantReadWriteLock.WriteLock write = lock.writeLock();

    ReadWriteGuard(int number, String name) {
        super(number, name);
    }

    @Override
    public boolean letsReadersTogether() {
        return true;
    }

    /**
     * A reader looks for a queue first: {@code tryLock()} passes a writer that waits, while {@link #awaitTake} queues
     * behind it.
     */
    @Override
    boolean tryTake(boolean writing) {
        return writing ? write.tryLock() : !lock.hasQueuedThreads() && read.tryLock();
    }

    @Override
    boolean awaitTake(LaneRecorder me, boolean writing, long limitNs) throws InterruptedException {
        return await(writing ? write : read, limitNs);
    }

    @Override
    void give(boolean writing) {
        if (writing) {
            write.unlock();
        } else {
            read.unlock();
        }
    }
}
