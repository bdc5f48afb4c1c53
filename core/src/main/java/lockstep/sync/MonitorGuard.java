package lockstep.sync;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.concurrent.TimeUnit;
import lockstep.time.LaneRecorder;

/**
 * {@code monitor}: one lane at a time, readers too, by {@code synchronized}, {@code wait} and {@code notify} over a field that
 * says whether it is taken. A lane does not stay in the Java monitor while it holds the guard, because waiting to enter a monitor
 * cannot be interrupted or limited.
 *
 * <p>Any lane may call it. Blocking: the scheduler decides who gets it next, and an arriving lane may overtake one that is being
 * woken. A reader sees exactly one whole publication. Ordering: a lane changes {@code taken} only inside the monitor, so leaving
 * it after {@link #give} happens before entering it in a later take. One notify for each release is enough: a woken lane that
 * finds it taken again is notified by that taker's release, and a notified lane that is interrupted passes the notification on
 * (JLS 17.2.4). Limits are kept to the millisecond, the unit of {@link Object#wait(long, int)}. Allocates nothing, waiting or
 * not.
 */
final class MonitorGuard extends LockGuard {
    private final Object monitor = new Object();
    @GuardedBy("monitor")
    private boolean taken;

    MonitorGuard(int number, String name) {
        super(number, name);
    }

    @Override
    boolean tryTake(boolean write) {
        synchronized (monitor) {
            boolean free = !taken;
            taken = true;
            return free;
        }
    }

    @Override
    boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
        long start = limitNs == NO_LIMIT ? 0 : me.now();
        synchronized (monitor) {
            while (taken) {
                if (limitNs == NO_LIMIT) {
                    monitor.wait();
                } else {
                    long left = limitNs - (me.now() - start);
                    if (left <= 0) {
                        return false;
                    }
                    TimeUnit.NANOSECONDS.timedWait(monitor, left);
                }
            }
            taken = true;
            return true;
        }
    }

    @Override
    void give(boolean write) {
        synchronized (monitor) {
            taken = false;
            monitor.notify();
        }
    }
}
