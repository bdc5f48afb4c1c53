package lockstep.sync;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import lockstep.time.LaneTimer;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/**
 * {@code mutex}: one lane at a time, readers too. A {@link ReentrantLock} without fairness.
 *
 * <p>Any lane may call it. Blocking: a lane that holds it keeps all others waiting, and who gets it next is the
 * scheduler's choice. A reader sees exactly one publication, whole. Ordering is the lock's own; {@code holder} only
 * names who was waited for. It is the lane that holds the lock or held it last, and a lane that has just got the lock
 * may not have signed yet: then a waiter names the lane before it. A wait allocates the lock's own queue node; nothing
 * else here allocates.
 */
final class MutexGuard implements Guard {
    private final int number;
    private final String name;
    private final ReentrantLock lock = new ReentrantLock();
    private final GuardStats stats = new GuardStats();
    private volatile int holder = SpanRing.NOBODY;

    MutexGuard(int number, String name) {
        this.number = number;
        this.name = name;
    }

    @Override
    public boolean acquire(LaneTimer me, boolean write, long limitNs) throws InterruptedException {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("lane '" + me.name() + "' takes guard '" + name + "', which it holds");
        }
        if (!lock.tryLock()) {
            long start = me.now();
            int whom = holder;
            boolean got;
            try {
                got = lockWithin(limitNs);
            } finally {
                long end = me.now();
                if (whom == me.lane() || whom == SpanRing.NOBODY) {
                    whom = holder;
                }
                me.span(SpanKind.GUARD_WAIT, start, end, whom, number, 0);
                stats.waited(me.lane(), end - start);
            }
            if (!got) {
                return false;
            }
        }
        holder = me.lane();
        return true;
    }

    private boolean lockWithin(long limitNs) throws InterruptedException {
        if (limitNs != NO_LIMIT) {
            return lock.tryLock(limitNs, TimeUnit.NANOSECONDS);
        }
        lock.lockInterruptibly();
        return true;
    }

    @Override
    public void release(LaneTimer me, boolean write) {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalMonitorStateException("lane '" + me.name() + "' gives back guard '" + name + "', which it does not hold");
        }
        lock.unlock();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public GuardStats stats() {
        return stats;
    }
}
