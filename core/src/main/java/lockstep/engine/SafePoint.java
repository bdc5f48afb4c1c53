package lockstep.engine;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import lockstep.sync.Edge;
import lockstep.time.LaneOrder;

/**
 * Where lanes can be paused between two role runs, with no guard held, so that one thread can change how they meet.
 *
 * <p>One thread at a time, the changer, calls {@link #gather}, {@link #onLane} and {@link #release}. Lanes call {@link #asked}
 * each round, which is one volatile read, and {@link #pause} when it is true. What a lane did before it paused happens before
 * {@code gather} returns, and what the changer did happens before the lane resumes: both by the lock.
 */
public final class SafePoint {
    private static final long PAUSED_MS = 16;

    /** Something for a lane's own thread to do while it is paused. */
    interface Errand {
        void run() throws Exception;
    }

    private record Order(Lane lane, Errand errand, CountDownLatch done, Throwable[] failure) {
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    @GuardedBy("lock")
    private final Set<Lane> paused = new LinkedHashSet<>();
    private final ConcurrentLinkedQueue<Order> orders = new ConcurrentLinkedQueue<>();
    private final Edge starts = new Edge(false);
    private final Edge pauses = new Edge(false);
    private volatile boolean asked;

    /** True if lanes should pause. */
    boolean asked() {
        return asked;
    }

    /**
     * Pauses until released or until the lane is to stop; meanwhile does its errands and has its roles keep pumping and
     * drawing.
     */
    void pause(Lane me) throws Exception {
        lock.lock();
        try {
            paused.add(me);
            meet(me, pauses);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            while (!mayGoOn(me)) {
                runErrands(me);
                me.slots().whilePaused();
                rest(me);
            }
        } finally {
            leave(me);
        }
    }

    /** True if the lane need no longer pause. From then on it counts as running: a new request waits until it pauses again. */
    private boolean mayGoOn(Lane me) {
        lock.lock();
        try {
            if (asked && !me.stopping()) {
                return false;
            }
            paused.remove(me);
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void rest(Lane me) throws InterruptedException {
        lock.lock();
        try {
            if (asked && orders.stream().noneMatch(o -> o.lane == me)) {
                changed.await(PAUSED_MS, TimeUnit.MILLISECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    private void leave(Lane me) {
        lock.lock();
        try {
            paused.remove(me);
            meet(me, pauses);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Orders the starts of lanes, which follow each other: a lane calls it before its roles start, and again before it reports
     * that they have.
     */
    void start(Lane me) {
        meet(me, starts);
    }

    /**
     * Records, for the race detector, that what others did before they met here happens before what the lane does now, and vice
     * versa.
     */
    private static void meet(Lane me, Edge edge) {
        LaneOrder order = me.recorder().order();
        if (order != null) {
            edge.acquire(order, true);
            edge.release(order, true);
            order.step();
        }
    }

    private void runErrands(Lane me) {
        for (Order o : orders) {
            if (o.lane == me && orders.remove(o)) {
                meet(me, pauses);
                try {
                    o.errand.run();
                } catch (Throwable e) {
                    o.failure[0] = e;
                }
                meet(me, pauses);
                o.done.countDown();
            }
        }
    }

    /**
     * Changer: asks lanes to pause, wakes those that sleep for a deadline, and waits for them.
     *
     * @return null if all are paused, else the first that did not pause in time; the request is then withdrawn
     */
    Lane gather(Collection<Lane> lanes, long limitMs) throws InterruptedException {
        lock.lock();
        try {
            asked = true;
            lanes.forEach(l -> LockSupport.unpark(l.thread()));
            Lane late = await(lanes, limitMs);
            if (late != null) {
                release();
            }
            return late;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Changer: waits for lanes that were asked to pause; returns null if all are paused, else the first that did not pause in
     * time.
     */
    Lane await(Collection<Lane> lanes, long limitMs) throws InterruptedException {
        long left = TimeUnit.MILLISECONDS.toNanos(limitMs);
        lock.lock();
        try {
            while (!paused.containsAll(lanes)) {
                if (left <= 0) {
                    List<Lane> missing = new ArrayList<>(lanes);
                    missing.removeAll(paused);
                    return missing.get(0);
                }
                left = changed.awaitNanos(left);
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    /** Changer: has a paused lane's own thread do something and waits for it. Throws what it threw. */
    void onLane(Lane lane, Errand errand) throws Exception {
        Order order = new Order(lane, errand, new CountDownLatch(1), new Throwable[1]);
        orders.add(order);
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        while (!order.done.await(100, TimeUnit.MILLISECONDS)) {
            if (lane.returned()) {
                throw new IllegalStateException("lane '" + lane.name() + "' ended before it made the change");
            }
        }
        if (order.failure[0] instanceof Error e) {
            throw e;
        } else if (order.failure[0] != null) {
            throw (Exception) order.failure[0];
        }
    }

    /** Changer: lets all lanes resume. */
    void release() {
        lock.lock();
        try {
            asked = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
