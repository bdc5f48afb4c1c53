package lockstep.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import lockstep.time.LaneRecorder;

/**
 * {@code spin}: one lane at a time, readers too. A flag that a lane sets by compare-and-set. While another lane has it, it tries
 * repeatedly, first spinning, then sleeping 50 µs between attempts.
 *
 * <p>Any lane may call it. Blocking and unfair: there is no queue, so a lane can in theory be overtaken for ever, and one that
 * sleeps notices a free guard up to 50 µs late. The spin is bounded (a few µs) because on few cores it keeps the holder from
 * running; that is what a spin lock costs in a thread that can be descheduled. A reader sees exactly one whole publication.
 * Ordering: taking is an acquire and giving back a release of the same flag, so what was done under the guard happens before the
 * next take. Spinning reads before it tries to write, so waiters share the flag's cache line (test and test-and-set, L. Rudolph
 * and Z. Segall, ISCA 1984). Allocates nothing.
 */
final class SpinGuard extends LockGuard {
    private static final int SPINS = 256;
    private static final long SLEEP_NS = 50_000;
    private static final VarHandle TAKEN;

    static {
        try {
            TAKEN = MethodHandles.lookup().findVarHandle(SpinGuard.class, "taken", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused")
    private boolean taken;

    SpinGuard(int number, String name) {
        super(number, name);
    }

    @Override
    boolean tryTake(boolean write) {
        return !(boolean) TAKEN.getOpaque(this) && TAKEN.compareAndSet(this, false, true);
    }

    @Override
    boolean awaitTake(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
        long start = me.now();
        for (int tries = 1;; tries++) {
            if (Thread.interrupted()) {
                throw new InterruptedException("waiting for guard '" + name() + "'");
            }
            if (tryTake(write)) {
                return true;
            }
            if (tries < SPINS) {
                Thread.onSpinWait();
                continue;
            }
            long left = limitNs == NO_LIMIT ? SLEEP_NS : limitNs - (me.now() - start);
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(this, Math.min(left, SLEEP_NS));
        }
    }

    @Override
    void give(boolean write) {
        TAKEN.setRelease(this, false);
    }
}
