package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lockstep.TestLane;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** One suite for every guard there is, and broken guards to show that it would notice. */
class GuardContractTest {
    /** Where lanes must collide by chance, a broken guard may be lucky a few times. */
    private static final int MOST_TRIES = 50;

    private static Stream<String> guards(Guard.Kind kind) {
        return Guards.names().stream().filter(name -> Guards.kind(name) == kind);
    }

    @TestFactory
    Stream<DynamicTest> everyGuardThatExcludesKeepsEachPromise() {
        return guards(Guard.Kind.LOCK).flatMap(name -> GuardContract.checks().entrySet().stream()
            .map(check -> dynamicTest(name + ": " + check.getKey(), () -> check.getValue().on(Guards.make(name, 1, "world")))));
    }

    @TestFactory
    Stream<DynamicTest> aGuardThatDoesNotExcludeNeverKeepsALaneWaiting() {
        return guards(Guard.Kind.NONE).map(name -> dynamicTest(name, () -> {
            Guard guard = Guards.make(name, 1, "world");
            try (TestLane a = new TestLane(1, "a"); TestLane b = new TestLane(2, "b")) {
                for (TestLane lane : List.of(a, b, a)) {
                    assertTrue(lane.ask(() -> guard.acquire(lane.recorder(), true, Guard.NO_LIMIT)));
                }
                assertEquals(0, a.recorder().ring().written() + b.recorder().ring().written());
                assertEquals(0, guard.stats().waits().getTotalCount());
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> aGuardThatDoesNotExcludeLosesTheUpdateOfLanesThatMeet() {
        return guards(Guard.Kind.NONE).map(name -> dynamicTest(name, () -> {
            for (int i = 0; i < 100; i++) {
                assertEquals(1, GuardContract.lostWhereLanesMeet(Guards.make(name, 1, "world")));
            }
        }));
    }

    @Test
    void thereAreSevenLocksInTheOrderInWhichTheyAreListed() {
        assertEquals(List.of("mutex", "fair-mutex", "monitor", "rw-lock", "stamped", "semaphore", "spin"),
            guards(Guard.Kind.LOCK).toList());
        assertEquals(List.of("none"), guards(Guard.Kind.NONE).toList());
    }

    @Test
    void aGuardKnowsItsNumberAndWhatItGuards() {
        for (String name : Guards.names()) {
            Guard guard = Guards.make(name, 5, "tally");
            assertEquals(5, guard.number());
            assertEquals("tally", guard.name());
        }
    }

    @Test
    void anUnknownGuardIsRefusedWithTheNamesOfThoseThereAre() {
        String message = assertThrows(IllegalArgumentException.class, () -> Guards.make("mutexx", 0, "world")).getMessage();
        assertEquals("unknown guard 'mutexx'; allowed: " + String.join(", ", Guards.names()), message);
    }

    @TestFactory
    Stream<DynamicTest> theSuiteNoticesEveryBrokenGuard() {
        List<DynamicTest> tests = new ArrayList<>();
        for (BrokenGuard.Fault fault : BrokenGuard.Fault.values()) {
            for (String check : fault.caughtBy) {
                tests.add(dynamicTest(fault + " is noticed by " + check, () -> assertThrows(Throwable.class, () -> {
                    for (int tries = 0; tries < MOST_TRIES; tries++) {
                        GuardContract.checks().get(check).on(new BrokenGuard(fault));
                    }
                })));
            }
        }
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> theTwinOfTheBrokenGuardsThatIsNotBrokenPasses() {
        return GuardContract.checks().entrySet().stream()
            .map(check -> dynamicTest(check.getKey(), () -> check.getValue().on(new BrokenGuard(null))));
    }

    @Test
    void everyPromiseIsBrokenByATwin() {
        List<String> unbroken = new ArrayList<>(GuardContract.checks().keySet());
        for (BrokenGuard.Fault fault : BrokenGuard.Fault.values()) {
            unbroken.removeAll(fault.caughtBy);
        }
        assertEquals(List.of(), unbroken);
    }
}
