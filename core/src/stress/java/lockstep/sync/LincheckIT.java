package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.ThreadIdGen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Guards and the triple buffer under Lincheck's model checker, which runs small scenarios in many interleavings and asks
 * whether each result can be explained by some order of whole operations. Times of lanes and statistics of guards are
 * left out of it. The broken twins show that it would tell.
 */
class LincheckIT {
    private static final int FACTOR = Integer.getInteger("lincheck.factor", 1);

    /** More turns of a loop than that are taken for a hang: a waiter looks over 255 lanes, and a spinner spins 256 times. */
    private static final int LOOKS = 600;

    private static void check(Class<?> scenario) {
        check(scenario, 2, 5);
    }

    /** With four operations each, the writer can come round to a copy that the reader has. */
    private static void checkBuffer(Class<?> scenario) {
        check(scenario, 4, 20);
    }

    private static void check(Class<?> scenario, int operations, int iterations) {
        new ModelCheckingOptions()
            .iterations(iterations * FACTOR)
            .invocationsPerIteration(250 * FACTOR)
            .threads(2)
            .actorsPerThread(operations)
            .actorsBefore(0)
            .actorsAfter(0)
            .minimizeFailedScenario(false)
            .addGuarantee(ManagedStrategyGuaranteeKt
                .forClasses("lockstep.time.LaneRecorder", "lockstep.sync.GuardStats").allMethods().ignore())
            .loopBound(LOOKS)
            .check(scenario);
    }

    /** A plain number under a guard. */
    public abstract static class Counter {
        private final Guard guard;
        private int value;

        Counter(String guard) {
            this.guard = Guards.make(guard, 0, guard);
        }

        @Operation
        public int add(@Param(gen = ThreadIdGen.class) int lane) throws InterruptedException {
            guard.acquire(Checked.lane(lane), true, Guard.NO_LIMIT);
            int was = value;
            value = was + 1;
            guard.release(Checked.lane(lane), true);
            return was;
        }

        @Operation
        public int get(@Param(gen = ThreadIdGen.class) int lane) throws InterruptedException {
            guard.acquire(Checked.lane(lane), false, Guard.NO_LIMIT);
            int seen = value;
            guard.release(Checked.lane(lane), false);
            return seen;
        }
    }

    public static final class Mutex extends Counter {
        public Mutex() {
            super("mutex");
        }
    }

    public static final class FairMutex extends Counter {
        public FairMutex() {
            super("fair-mutex");
        }
    }

    public static final class Monitor extends Counter {
        public Monitor() {
            super("monitor");
        }
    }

    public static final class RwLock extends Counter {
        public RwLock() {
            super("rw-lock");
        }
    }

    public static final class Stamped extends Counter {
        public Stamped() {
            super("stamped");
        }
    }

    public static final class Semaphore extends Counter {
        public Semaphore() {
            super("semaphore");
        }
    }

    public static final class Spin extends Counter {
        public Spin() {
            super("spin");
        }
    }

    public static final class NoLock extends Counter {
        public NoLock() {
            super("none");
        }
    }

    /** The newest value, from one writer to one reader. */
    public static final class Newest {
        private final TripleBuffer<TwoCells> buffer = new TripleBuffer<>(TwoCells::new);

        @Operation(nonParallelGroup = "writer")
        public void publish(int n) {
            buffer.back().set(n);
            buffer.publish();
        }

        @Operation(nonParallelGroup = "reader")
        public int newest() {
            return buffer.newest().get();
        }
    }

    /** The same with the exchange in two steps. */
    public static final class GetThenSet {
        private final GetThenSetBuffer<TwoCells> buffer = new GetThenSetBuffer<>(TwoCells::new);

        @Operation(nonParallelGroup = "writer")
        public void publish(int n) {
            buffer.back().set(n);
            buffer.publish();
        }

        @Operation(nonParallelGroup = "reader")
        public int newest() {
            return buffer.newest().get();
        }
    }

    /** Two guards at once, always the same first. */
    public static class Sorted {
        final Guard first = Guards.make("mutex", 0, "first");
        final Guard second = Guards.make("mutex", 1, "second");
        private int value;

        @Operation
        public int one(@Param(gen = ThreadIdGen.class) int lane) throws InterruptedException {
            return both(first, second, lane);
        }

        @Operation
        public int other(@Param(gen = ThreadIdGen.class) int lane) throws InterruptedException {
            return both(first, second, lane);
        }

        final int both(Guard a, Guard b, int lane) throws InterruptedException {
            a.acquire(Checked.lane(lane), true, Guard.NO_LIMIT);
            b.acquire(Checked.lane(lane), true, Guard.NO_LIMIT);
            int was = value++;
            b.release(Checked.lane(lane), true);
            a.release(Checked.lane(lane), true);
            return was;
        }
    }

    /** Two guards at once, in either order. */
    public static final class Inverted extends Sorted {
        @Override
        @Operation
        public int other(@Param(gen = ThreadIdGen.class) int lane) throws InterruptedException {
            return both(second, first, lane);
        }
    }

    @ParameterizedTest
    @ValueSource(
        classes = {Mutex.class, FairMutex.class, Monitor.class, RwLock.class, Stamped.class, Semaphore.class, Spin.class})
    void aCounterUnderALockIsLinearizable(Class<?> counter) {
        check(counter);
    }

    @Test
    void aTripleBufferGivesTheNewestValue() {
        checkBuffer(Newest.class);
    }

    @Test
    void twoLocksInOneOrderDoNotDeadlock() {
        check(Sorted.class);
    }

    private static void assertReports(String what, Class<?> broken) {
        LincheckAssertionError found = assertThrows(LincheckAssertionError.class, () -> check(broken));
        assertTrue(found.getMessage().contains(what), found.getMessage());
    }

    @Test
    void aCounterUnderNoGuardIsFoundBroken() {
        assertReports("Invalid execution results", NoLock.class);
    }

    @Test
    void aTripleBufferThatSwapsInTwoStepsIsFoundBroken() {
        assertReports("Invalid execution results", GetThenSet.class);
    }

    @Test
    void twoLocksInEitherOrderAreFoundToHang() {
        assertReports("The execution has hung", Inverted.class);
    }
}
