package lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.TestLane;
import lockstep.topology.Topology;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pausing all lanes, changing things meanwhile, and going on: to every role a pause is no time at all. */
class PauseTest extends SwitchedLanes {
    private static final long PAUSE_NS = 4_000_000_000L;
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final Topology TWO = topology("main: input, a; work: physics, b");
    private static final Topology MOVED = topology("main: input, physics, a; work: b");
    private static final Topology MORE = topology("main: input; work: b; third: physics; fourth: a");
    private static final Topology FASTER = topology("main: input, a; work: physics, b", Map.of("a", 100.0, "b", 1000.0));
    private static final Topology MOVED_AND_FASTER =
        topology("main: input, physics, a; work: b", Map.of("physics", 500.0, "a", 50.0));

    static Stream<List<Topology>> changes() {
        return Stream.of(List.of(), List.of(TWO), List.of(MOVED), List.of(FASTER), List.of(MORE), List.of(MOVED_AND_FASTER),
            List.of(MORE, TWO), List.of(MOVED, TWO, MORE), List.of(FASTER, MOVED_AND_FASTER), List.of(MORE, MOVED, MORE));
    }

    private void pauseAndChange(List<Topology> changes) throws Exception {
        int before = role("input").resumed;
        done(switcher.pause(true));
        letTimePass(PAUSE_NS);
        for (Topology next : changes) {
            done(switcher.change(next));
            letTimePass(PAUSE_NS);
        }
        done(switcher.pause(false));
        TestLane.until(() -> made.stream().allMatch(r -> r.resumed > before));
    }

    private void allAreDueWithinTheirPeriods() {
        for (PausedRole r : made) {
            assertTrue(r.dueInNs <= r.periodNs,
                () -> r.name() + " is due in " + r.dueInNs + " ns, its period is " + r.periodNs + " ns");
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void afterAPauseWithChangesEveryRoleIsDueWithinItsPeriod(List<Topology> changes) throws Exception {
        begin(TWO);
        pauseAndChange(changes);
        allAreDueWithinTheirPeriods();
        TestLane.until(() -> made.stream().allMatch(r -> r.runs.get() > 2));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aSecondPauseFindsEveryRoleAsTheFirstDid(List<Topology> changes) throws Exception {
        begin(TWO);
        pauseAndChange(changes);
        pauseAndChange(changes);
        allAreDueWithinTheirPeriods();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyRoleHearsOfTheWholePauseWhereverItIsMoved(List<Topology> changes) throws Exception {
        begin(TWO);
        pauseAndChange(changes);
        long least = PAUSE_NS * (1 + changes.size());
        for (PausedRole r : made) {
            assertTrue(r.pausedNs >= least, () -> r.name() + " heard of " + r.pausedNs + " ns of " + least);
        }
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyLaneKnowsHowLongItHasPausedDuringThePauseAndAfterIt(List<Topology> changes) throws Exception {
        begin(TWO);
        List<Lane> lanes = List.copyOf(conductor.lanes());
        done(switcher.pause(true));
        letTimePass(PAUSE_NS);
        lanes.forEach(l -> assertTrue(l.recorder().pausedNs(clock.nanos()) >= PAUSE_NS, l::name));
        done(switcher.pause(false));
        TestLane.until(() -> made.stream().allMatch(r -> r.resumed > 0));
        pauseAndChange(changes);
        long paused = PAUSE_NS * (2 + changes.size());
        letTimePass(HOUR_NS);
        for (Lane l : lanes) {
            long ns = l.recorder().pausedNs(clock.nanos());
            assertTrue(ns >= paused && ns < HOUR_NS, () -> l.name() + " paused " + ns + " ns of " + paused);
        }
    }

    @Test
    void aStepIsARunWithoutARate() throws Exception {
        begin(TWO);
        Lane main = conductor.lanes().get(0);
        PausedRole a = role("a");
        a.inStep = lane -> lane.slots().of(a).stats.ran(1);
        RoleStats stats = main.slots().of(a).stats;
        TestLane.until(() -> stats.runs() > 0);
        done(switcher.pause(true));
        long before = stats.unpausedRuns();
        assertEquals(stats.runs(), before);
        done(switcher.stepLane(main));
        assertEquals(before + 1, stats.runs());
        assertEquals(before, stats.unpausedRuns());
        done(switcher.pause(false));
        TestLane.until(() -> stats.unpausedRuns() > before);
    }

    @Test
    void aRateChangedByTheRoleWhileItsLanePausesIsKeptFromTheEndOfThePauseOn() throws Exception {
        begin(TWO);
        done(switcher.pause(true));
        letTimePass(PAUSE_NS);
        PausedRole a = role("a");
        boolean[] changed = new boolean[1];
        a.whilePaused = lane -> {
            if (!changed[0]) {
                changed[0] = true;
                lane.rate("a", 50, 50);
                letTimePass(PAUSE_NS);
            }
        };
        TestLane.until(() -> changed[0]);
        done(switcher.pause(false));
        TestLane.until(() -> a.resumed > 0);
        assertEquals(20_000_000, a.periodNs);
        allAreDueWithinTheirPeriods();
    }

    @Test
    void aChangeWithoutAPauseMakesNobodyWait() throws Exception {
        begin(TWO);
        for (Topology next : List.of(MOVED, MORE, FASTER, MOVED_AND_FASTER, TWO)) {
            done(switcher.change(next));
        }
        TestLane.until(() -> made.stream().allMatch(r -> r.resumed > 0));
        allAreDueWithinTheirPeriods();
    }

    @Test
    void aRoleThatIsMadeWhileAllPauseRunsAtOnceWhenTheyGoOn() throws Exception {
        begin(topology("main: input; work: physics, assets"));
        done(switcher.pause(true));
        letTimePass(PAUSE_NS);
        done(switcher.change(topology("main: input; work: physics; l1: assets; l2: assets")));
        letTimePass(PAUSE_NS);
        done(switcher.pause(false));
        TestLane.until(() -> made.stream().allMatch(r -> r.resumed > 0));
        assertEquals(2, made.stream().filter(r -> r.name().equals("assets")).count());
        allAreDueWithinTheirPeriods();
    }

    @Test
    void itWouldBeSeenIfRolesSleptForAsLongAsThePause() throws Exception {
        begin(TWO);
        done(switcher.pause(true));
        letTimePass(PAUSE_NS);
        done(switcher.change(MOVED));
        PutBack.sleepAsLongAsThePause(switcher, conductor.lanes(), PAUSE_NS);
        done(switcher.pause(false));
        TestLane.until(() -> made.stream().allMatch(r -> r.resumed > 0));
        assertThrows(AssertionError.class, this::allAreDueWithinTheirPeriods);
    }
}
