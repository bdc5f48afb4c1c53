package lockstep.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The fault {@code hog}: threads beside the lanes that each keep a core busy. The thread that fires the fault waits until they
 * have ended; an interrupt ends them at once.
 */
final class Hogs {
    /** How long the threads run each time, ns. */
    static final long BURN_NS = 500_000_000;

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Hogs() {
    }

    /** Keeps {@code threads} cores busy for {@link #BURN_NS}; returns when the threads have ended. */
    static void burn(int threads) {
        AtomicBoolean over = new AtomicBoolean();
        List<Thread> hogs = new ArrayList<>();
        boolean interrupted = false;
        try {
            for (int i = 0; i < threads; i++) {
                hogs.add(start(over));
            }
            TimeUnit.NANOSECONDS.sleep(BURN_NS);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            over.set(true);
        }
        for (Thread hog : hogs) {
            interrupted |= !ended(hog);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread start(AtomicBoolean over) {
        Thread hog = new Thread(() -> {
            while (!over.get()) {
                Thread.onSpinWait();
            }
        }, "hog-" + NUMBER.incrementAndGet());
        hog.setDaemon(true);
        hog.start();
        return hog;
    }

    /** Waits for {@code hog} to end; false if this thread was interrupted meanwhile. */
    private static boolean ended(Thread hog) {
        try {
            hog.join();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
