package lockstep.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import lockstep.TestLane;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.TestLanes;
import lockstep.sync.Deadlocks;
import lockstep.sync.Faults;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Races;
import lockstep.time.Clock;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lanes that only say that they hold and wait, looked at by hand. */
class WatchdogTest {
    private final Lane a = TestLanes.lane(0, "a", Clock.SYSTEM, Faults.NONE, false);
    private final Lane b = TestLanes.lane(1, "b", Clock.SYSTEM, Faults.NONE, false);
    private final List<Guard> guards = List.of(Guards.make("mutex", 0, "one"), Guards.make("mutex", 1, "two"));
    private final Conductor conductor = new Conductor(List.of(a, b), a);
    private final Deadlocks deadlocks = new Deadlocks();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final AtomicBoolean fails = new AtomicBoolean();
    private final Watchdog dog =
        new Watchdog(conductor, this::guards, deadlocks, () -> OnDeadlock.REPORT, new Races(), Clock.SYSTEM,
            true, said::add);

    private List<Guard> guards() {
        if (fails.getAndSet(false)) {
            throw new IllegalStateException("planted");
        }
        return guards;
    }

    @BeforeEach
    void eachHoldsOne() throws Exception {
        guards.get(0).acquire(a.recorder(), true, Guard.NO_LIMIT);
        guards.get(1).acquire(b.recorder(), true, Guard.NO_LIMIT);
    }

    private static void waits(Lane lane, int guard, int whom, long sinceNs, boolean limited) {
        lane.recorder().waiting().begin(SpanKind.GUARD_WAIT, guard, 0, whom, sinceNs, limited);
    }

    @Test
    void aCircleThatIsTheSameAtTwoLooksIsADeadlockAndLastsUntilItIsGone() {
        waits(a, 1, 1, 5, false);
        waits(b, 0, 0, 6, false);
        dog.look();
        assertEquals(0, deadlocks.count());
        dog.look();
        assertEquals(1, deadlocks.count());
        assertNotNull(deadlocks.lasting());
        dog.look();
        assertEquals(1, deadlocks.count());
        assertEquals(List.of(deadlocks.found().get(0).text()), said);
        a.recorder().waiting().end();
        dog.look();
        assertNull(deadlocks.lasting());
        assertEquals(1, deadlocks.count());
    }

    /** As after a pause of the machine: at both looks the wait with a time limit is the same, and it is about to end. */
    @Test
    void aCircleThatATimeLimitDissolvesIsNoDeadlockHoweverLongTheMachinePaused() {
        waits(a, 1, 1, 5, true);
        waits(b, 0, 0, 6, false);
        dog.look();
        dog.look();
        assertEquals(0, deadlocks.count(), () -> said.toString());
    }

    @Test
    void aWaitWithATimeLimitIsNotSaidToStarveAndOneWithoutIs() {
        long longAgo = Clock.SYSTEM.nanos() - 5_000_000_000L;
        waits(a, 1, 1, longAgo, true);
        dog.look();
        assertEquals(List.of(), said);
        a.recorder().waiting().end();
        waits(a, 1, 1, longAgo + 1, false);
        dog.look();
        assertEquals(List.of("lane 'a' has waited more than a second for two while lane 'b' runs: starved, not deadlocked"),
            said);
    }

    @Test
    void aLookThatFailsIsReportedOnceAndTheNextStillFindsADeadlock() throws Exception {
        waits(a, 1, 1, 5, false);
        waits(b, 0, 0, 6, false);
        fails.set(true);
        try (TestLane thread = new TestLane(9, "watchdog")) {
            thread.begin(() -> {
                dog.run();
                return null;
            });
            TestLane.until(() -> deadlocks.count() > 0);
            thread.thread().interrupt();
        }
        assertEquals(1, said.stream().filter(s -> s.contains("planted")).count(), said::toString);
        assertFalse(fails.get());
        assertTrue(said.get(0).startsWith("the deadlock watchdog failed"), said::toString);
    }
}
