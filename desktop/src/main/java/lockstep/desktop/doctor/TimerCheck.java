package lockstep.desktop.doctor;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import lockstep.desktop.cli.Check;

/**
 * How well this machine keeps time, measured in about 0.2 s.
 *
 * @param stepNs   smallest difference seen between two readings of {@link System#nanoTime}, in ns
 * @param costNs   cost of one reading in the best of {@value #ROUNDS} rounds, in ns
 * @param late50Ns how late a park of 1 ms ends, median, in ns
 * @param late99Ns the same, 99th percentile, in ns
 */
record TimerCheck(long stepNs, double costNs, long late50Ns, long late99Ns) {
    private static final int READINGS = 20_000;
    private static final int ROUNDS = 10;
    private static final int PARKS = 100;
    private static final long PARK_NS = 1_000_000;

    static TimerCheck measure() {
        long step = Long.MAX_VALUE;
        double cost = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            step = Math.min(step, readings());
            cost = Math.min(cost, (System.nanoTime() - start) / (double) READINGS);
        }
        long[] late = new long[PARKS];
        for (int i = 0; i < PARKS; i++) {
            long due = System.nanoTime() + PARK_NS;
            do {
                LockSupport.parkNanos(due - System.nanoTime());
            } while (System.nanoTime() < due && !Thread.currentThread().isInterrupted());
            late[i] = System.nanoTime() - due;
        }
        Arrays.sort(late);
        return new TimerCheck(step, cost, late[PARKS / 2], late[PARKS * 99 / 100]);
    }

    /** Reads the clock {@value #READINGS} times; the smallest step forward in ns. */
    private static long readings() {
        long smallest = Long.MAX_VALUE;
        long last = System.nanoTime();
        for (int i = 0; i < READINGS; i++) {
            long now = System.nanoTime();
            if (now > last) {
                smallest = Math.min(smallest, now - last);
            }
            last = now;
        }
        return smallest;
    }

    Check.Finding finding() {
        String text = String.format(java.util.Locale.ROOT,
            "nanoTime steps %d ns, costs %.0f ns; a park of 1 ms ends late by %d us (p50), %d us (p99)",
            stepNs, costNs, late50Ns / 1000, late99Ns / 1000);
        return late50Ns <= PARK_NS ? Check.Finding.ok(text)
            : new Check.Finding(text, "timer: parks end more than 1 ms late; close other programs, or use a faster machine");
    }
}
