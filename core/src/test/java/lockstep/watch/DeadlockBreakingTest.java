package lockstep.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lockstep.TestLane;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.TestLanes;
import lockstep.engine.TestRole;
import lockstep.sync.Deadlocks;
import lockstep.sync.Faults;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Races;
import lockstep.sync.WaitBroken;
import lockstep.time.Clock;
import lockstep.time.SpanRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two running lanes that lock each other up, under a running watchdog. */
class DeadlockBreakingTest {
    private final List<Guard> guards = List.of(Guards.make("mutex", 0, "one"), Guards.make("mutex", 1, "two"));
    private final CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    private CountDownLatch mayLockUp = new CountDownLatch(0);
    private final AtomicReference<Throwable> end = new AtomicReference<>();
    private final Deadlocks deadlocks = new Deadlocks();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final FutureTask<Conductor.Reason> run = new FutureTask<>(() -> this.conductor.run());
    private Conductor conductor;
    private Thread dog;

    private TestRole role(String name, Guard first, Guard second) {
        return new TestRole(name).job(lane -> {
            if (end.get() != null) {
                return false;
            }
            first.acquire(lane.recorder(), true, Guard.NO_LIMIT);
            bothHoldOne.await();
            mayLockUp.await();
            try {
                second.acquire(lane.recorder(), true, Guard.NO_LIMIT);
                second.release(lane.recorder(), true);
            } catch (InterruptedException e) {
                end.set(e);
            } finally {
                first.release(lane.recorder(), true);
            }
            return true;
        });
    }

    private Watchdog watchdog(boolean windowed, Supplier<OnDeadlock> reaction) {
        return new Watchdog(conductor, () -> guards, deadlocks, reaction, new Races(), Clock.SYSTEM, windowed, said::add);
    }

    private void start(boolean windowed, String first, String second) {
        lanes(first, second);
        dog = new Thread(watchdog(windowed, () -> OnDeadlock.REPORT));
        dog.start();
    }

    private void lanes(String first, String second) {
        Lane a = TestLanes.lane(0, "a", Clock.SYSTEM, Faults.NONE, false);
        Lane b = TestLanes.lane(1, "b", Clock.SYSTEM, Faults.NONE, false);
        a.add(role(first, guards.get(0), guards.get(1)), 0, 0, false);
        b.add(role(second, guards.get(1), guards.get(0)), 1, 0, false);
        conductor = new Conductor(List.of(a, b), a);
        Thread main = new Thread(run);
        main.setDaemon(true);
        main.start();
    }

    @AfterEach
    void end() throws Exception {
        conductor.stop(Conductor.Reason.DONE);
        assertEquals(0, run.get(30, TimeUnit.SECONDS).exit());
        if (dog != null) {
            dog.interrupt();
            dog.join();
        }
    }

    @Test
    void aDeadlockThatIsOnlyReportedLastsAndIsBrokenWhenTheRunEnds() throws Exception {
        start(true, "physics", "assets");
        TestLane.until(() -> deadlocks.lasting() != null);
        assertNull(end.get());
        conductor.stop(Conductor.Reason.DONE);
        run.get(30, TimeUnit.SECONDS);
        assertTrue(end.get() instanceof WaitBroken, () -> "a lane was ended by " + end.get());
        assertEquals(List.of("reported"), deadlocks.found().stream().map(d -> d.resolved()).toList());
    }

    @Test
    void aDeadlockThatStopsTheWindowIsBrokenThoughItIsOnlyToBeReported() {
        start(true, "render", "assets");
        TestLane.until(() -> end.get() != null);
        assertTrue(end.get() instanceof WaitBroken, () -> "a lane was ended by " + end.get());
        TestLane.until(() -> !said.isEmpty());
        assertTrue(said.get(0).endsWith("takes its guards again, because the window needs lane 'a'"), said::toString);
        assertEquals("broken", deadlocks.found().get(0).resolved());
        assertNull(deadlocks.lasting());
    }

    @Test
    void withoutAWindowADeadlockOfRenderLastsToo() {
        start(false, "render", "assets");
        TestLane.until(() -> deadlocks.lasting() != null);
        assertNull(end.get());
    }

    /** The first look asks for deadlocks of the JDK's locks too, after it has seen what lanes wait for. */
    @Test
    void aDeadlockThatBeginsWithinALookIsNotReportedAsOneOfOtherThreads() {
        mayLockUp = new CountDownLatch(1);
        lanes("physics", "assets");
        TestLane.until(() -> guards.stream().allMatch(g -> g.holder() != SpanRing.NOBODY));
        Watchdog watchdog = watchdog(false, () -> {
            if (mayLockUp.getCount() > 0) {
                mayLockUp.countDown();
                TestLane.until(() -> conductor.lanes().stream().allMatch(l -> l.recorder().waiting().look() != null
                    && l.thread().getState() == Thread.State.WAITING));
            }
            return OnDeadlock.REPORT;
        });
        watchdog.look();
        assertEquals(List.of(), said);
        watchdog.look();
        watchdog.look();
        assertEquals(1, deadlocks.count(), said::toString);
        assertFalse(deadlocks.newest().foreign());
        TestLane.until(() -> breaksAtTheEnd(watchdog));
    }

    private boolean breaksAtTheEnd(Watchdog watchdog) {
        conductor.stop(Conductor.Reason.DONE);
        watchdog.look();
        return end.get() != null;
    }
}
