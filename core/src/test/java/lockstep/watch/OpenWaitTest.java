package lockstep.watch;

import static lockstep.watch.Examined.GUARD;
import static lockstep.watch.Examined.MS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.engine.Lane;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waits that go on when the evidence for a late frame is kept, as all do in a deadlock. */
class OpenWaitTest {
    private static final int ROLE = 1;

    private final Examined game = new Examined(10_000 * MS);
    private final Lane input = game.lane("input");
    private final Lane physics = game.lane("physics");
    private final Lane assets = game.lane("assets");

    @BeforeEach
    void begin() {
        game.inTime(60);
    }

    @AfterEach
    void end() {
        game.examiner.finish();
    }

    /** Physics begins to wait now, for a guard that {@code whom} has. */
    private long waits(Lane whom) {
        physics.recorder().beginRun(ROLE);
        physics.recorder().waiting().begin(SpanKind.GUARD_WAIT, GUARD, 0, whom.number(), game.nowNs, false);
        return game.nowNs;
    }

    /** What physics did around a late frame that begins now, and when the frame ended. */
    private FrozenLane keptOfPhysics() {
        game.frame(40 * MS);
        game.lookAfter(1_100 * MS);
        assertEquals(1, game.verdicts.count());
        return frozen().lanes().get(physics.number());
    }

    private Frozen frozen() {
        return game.verdicts.frozen().get(0);
    }

    @Test
    void isKeptUpToTheEndOfTheEvidence() {
        long since = waits(assets);
        game.nowNs += 3_000 * MS;
        FrozenLane kept = keptOfPhysics();
        assertTrue(kept.waits());
        assertEquals(1, kept.spans().count());
        assertEquals(SpanKind.GUARD_WAIT, kept.spans().kind(0));
        assertEquals(since, kept.spans().startNs(0));
        assertEquals(frozen().late().endNs() + Frozen.AFTER_NS, kept.spans().endNs(0));
        assertEquals(assets.number(), kept.spans().whom(0));
        assertEquals(GUARD, kept.spans().what(0));
        assertEquals(ROLE, kept.spans().role(0));
    }

    @Test
    void namesWhoHasTheGuardByNow() throws InterruptedException {
        Guard guard = Guards.make("mutex", GUARD, "world");
        game.guards.add(Guards.make("mutex", GUARD + 1, "other"));
        game.guards.add(guard);
        waits(input);
        assertTrue(guard.acquire(assets.recorder(), true, Guard.NO_LIMIT));
        assertEquals(assets.number(), keptOfPhysics().spans().whom(0));
    }

    @Test
    void followsTheSpansThatHadEnded() {
        physics.recorder().span(SpanKind.PACE, game.nowNs - 2 * MS, game.nowNs, game.nowNs);
        waits(assets);
        FrozenLane kept = keptOfPhysics();
        assertTrue(kept.waits());
        assertEquals(SpanKind.PACE, kept.spans().kind(0));
        assertEquals(SpanKind.GUARD_WAIT, kept.spans().kind(1));
        assertEquals(2, kept.spans().count());
    }

    @Test
    void isNoneOnceItIsOver() {
        long since = waits(assets);
        game.nowNs += MS;
        physics.recorder().waiting().end();
        physics.recorder().span(SpanKind.GUARD_WAIT, since, game.nowNs, assets.number(), GUARD, 0);
        FrozenLane kept = keptOfPhysics();
        assertFalse(kept.waits());
        assertEquals(1, kept.spans().count());
    }

    /** The lane records the span between the look at its wait and the look at its spans. */
    @Test
    void isNotKeptBesideItsOwnSpan() {
        long since = waits(assets);
        game.nowNs += MS;
        physics.recorder().span(SpanKind.GUARD_WAIT, since, game.nowNs, assets.number(), GUARD, 0);
        FrozenLane kept = keptOfPhysics();
        assertFalse(kept.waits());
        assertEquals(1, kept.spans().count());
    }

    @Test
    void thatBeganAfterTheEvidenceEndsIsLeftOut() {
        game.frame(40 * MS);
        game.nowNs += Frozen.AFTER_NS;
        waits(assets);
        game.lookAfter(1_100 * MS);
        FrozenLane kept = frozen().lanes().get(physics.number());
        assertFalse(kept.waits());
        assertEquals(0, kept.spans().count());
    }
}
