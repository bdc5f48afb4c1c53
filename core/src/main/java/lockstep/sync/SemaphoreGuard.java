package lockstep.sync;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lockstep.time.LaneRecorder;

/**
 * {@code semaphore}: as many lanes at a time as it has permits. With one permit it guards a region, against readers too; with
 * more it only limits how many lanes do something costly at once. A {@link Semaphore} without fairness.
 *
 * <p>Any lane may call it. Blocking: the scheduler decides who gets a permit next. With one permit a reader sees exactly one
 * whole publication; with more, no region relies on its order. The ordering is the semaphore's own: release happens before a
 * later acquire of the same permit. A semaphore has no owner and any thread could release it; the base class knows the holder and
 * refuses. A wait allocates the semaphore's queue node; nothing else here allocates.
 */
final class SemaphoreGuard extends LockGuard {
    private final Semaphore permits;
    private final boolean several;

    SemaphoreGuard(int number, String name) {
        this(number, name, 1);
    }

    SemaphoreGuard(int number, String name, int atOnce) {
        super(number, name);
        permits = new Semaphore(atOnce);
        several = atOnce > 1;
    }

    @Override
    public boolean admitsSeveral() {
        return several;
    }

    @Override
    boolean tryTake(boolean write) {
        return permits.tryAcquire();
    }

    @Override
    boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
        if (limitNs != NO_LIMIT) {
            return permits.tryAcquire(limitNs, TimeUnit.NANOSECONDS);
        }
        permits.acquire();
        return true;
    }

    @Override
    void give(boolean write) {
        permits.release();
    }
}
