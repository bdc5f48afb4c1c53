package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import lockstep.engine.Switcher;
import lockstep.topology.Topology;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Roles come and go with live changes, and their ways to the world come and go with them. */
@Tag("slow")
class LeavingRolesTest {
    private static final int ROUNDS = 4;

    @ParameterizedTest
    @ValueSource(strings = {"triple-buffer", "mutex"})
    void theWorldKnowsTheRolesThereAreAndNoOthers(String guard) throws Exception {
        Run.assertWhole(switched(guard, UnaryOperator.identity()));
    }

    /** Canary: what the test above looks at is wrong where a role that leaves is kept. */
    @ParameterizedTest
    @ValueSource(strings = {"triple-buffer", "mutex"})
    void aRoleThatIsKeptWhenItLeavesIsSeen(String guard) {
        AssertionError seen = assertThrows(AssertionError.class, () -> switched(guard, KeepingRules::new));
        assertEquals("accesses under four ==> expected: <4> but was: <6>", seen.getMessage());
    }

    private static Session switched(String guard, UnaryOperator<Switcher.Rules> rules) throws Exception {
        Session session = Run.live(Run.with(Run.shipped("four"), s -> s.withGuard(guard)), 5, rules);
        Person.beside(session, () -> {
            for (int round = 0; round < ROUNDS; round++) {
                for (String name : List.of("loaders", "four", "classic")) {
                    change(session, Run.with(Run.shipped(name), s -> s.withGuard(guard)));
                    Registered.check(session);
                    int seen = session.ticks();
                    Awaitility.await().until(() -> session.ticks() > seen + 5);
                }
            }
        });
        return session;
    }

    private static void change(Session session, Topology next) throws Exception {
        assertNull(session.switcher().change(next).get(20, TimeUnit.SECONDS));
    }
}
