package lockstep.sync;

import java.util.concurrent.locks.LockSupport;
import lockstep.time.LaneRecorder;

/**
 * A named point in the code where faults may be planted. It belongs to one lane, and only that lane's thread calls {@link #fire}.
 * Where nothing is planted, a call costs one branch. Busy work is measured in the thread's CPU time, so neither preemption nor
 * waits for a permit at checkpoints count as work done. The other kinds of fault give the permit up while they last.
 */
public final class Fault {
    /** A point where nothing is planted. */
    public static final Fault NONE = new Fault(new FaultSpec[0], null);

    private final FaultLog log;
    private FaultSpec[] specs;
    private int[] numbers;
    private long[] calls;
    private long[] lastNs;
    private long[] random;

    Fault(FaultSpec[] specs, FaultLog log) {
        this.log = log;
        plant(specs);
    }

    /** Replaces what is planted here; before the lane runs, or while it is paused at a safe point. */
    void plant(FaultSpec[] specs) {
        this.specs = specs;
        numbers = new int[specs.length];
        calls = new long[specs.length];
        lastNs = new long[specs.length];
        random = new long[specs.length];
        for (int i = 0; i < specs.length; i++) {
            numbers[i] = log.numbers().of(specs[i]);
            random[i] = specs[i].seed();
            lastNs[i] = Long.MIN_VALUE;
        }
    }

    /** True if anything is planted here. */
    public boolean armed() {
        return specs.length > 0;
    }

    /** Fires the faults that are due. {@code tick} is the number of the tick, frame or run. */
    public void fire(LaneRecorder lane, long tick) {
        for (int i = 0; i < specs.length; i++) {
            if (due(i, lane, tick)) {
                long start = lane.now();
                act(specs[i], lane, start);
                long tookNs = lane.now() - start;
                lane.fired(numbers[i], tookNs);
                log.add(specs[i].point(), lane.name(), start, tookNs);
            }
        }
    }

    private boolean due(int i, LaneRecorder lane, long tick) {
        FaultSpec s = specs[i];
        calls[i]++;
        if (s.everyCalls() > 0) {
            return calls[i] % s.everyCalls() == 0;
        }
        if (s.tick() >= 0) {
            if (tick >= s.tick() && lastNs[i] == Long.MIN_VALUE) {
                lastNs[i] = 0;
                return true;
            }
            return false;
        }
        if (s.probability() > 0) {
            random[i] += 0x9E3779B97F4A7C15L;
            long z = random[i];
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            return ((z ^ z >>> 31) >>> 11) * 0x1.0p-53 < s.probability();
        }
        long now = lane.now();
        if (lastNs[i] == Long.MIN_VALUE) {
            lastNs[i] = now;
        }
        if (now - lastNs[i] < s.everyNs()) {
            return false;
        }
        lastNs[i] = now;
        return true;
    }

    private static void act(FaultSpec s, LaneRecorder lane, long start) {
        switch (s.what()) {
            case BUSY -> burn(s.amountNs(), lane, start);
            case SLEEP -> {
                lane.giveUpTurn();
                try {
                    Thread.sleep(s.amountNs() / 1_000_000, (int) (s.amountNs() % 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    lane.takeTurn();
                }
            }
            case PARK -> {
                lane.giveUpTurn();
                LockSupport.parkNanos(s, s.amountNs());
                lane.takeTurn();
            }
            case YIELD -> {
                lane.giveUpTurn();
                Thread.yield();
                lane.takeTurn();
            }
            case GC -> System.gc();
            case HOG -> Hogs.burn((int) s.amountNs());
        }
    }

    /**
     * Runs until the thread has used {@code amountNs} of CPU time or, where that is unknown, until that much time has passed
     * without waits.
     */
    private static void burn(long amountNs, LaneRecorder lane, long start) {
        long cpu = lane.cpuNs();
        long waited = lane.waitedNs();
        long done = 0;
        while (done < amountNs) {
            Thread.onSpinWait();
            lane.checkpoint();
            done = cpu < 0 ? lane.now() - start - (lane.waitedNs() - waited) : lane.cpuNs() - cpu;
        }
    }
}
