package lockstep.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import lockstep.TestLane;
import lockstep.sync.Deadlock;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import lockstep.sync.Milestone;
import lockstep.sync.WaitBroken;
import lockstep.watch.WaitGraph.Watched;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Circles planted among a few lanes. */
class WaitGraphTest {
    private final TestLane a = new TestLane(0, "a");
    private final TestLane b = new TestLane(1, "b");
    private final TestLane c = new TestLane(2, "c");
    private final Guard one = Guards.make("mutex", 0, "one");
    private final Guard two = Guards.make("rw-lock", 1, "two");
    private final Guard limit = Guards.limit(2, 4, "limit");

    @AfterEach
    void close() {
        List.of(a, b, c).forEach(l -> {
            if (l.thread() != null) {
                l.thread().interrupt();
            }
            l.close();
        });
    }

    private static void take(TestLane lane, Guard g, boolean write) throws Exception {
        lane.tell(() -> g.acquire(lane.recorder(), write, Guard.NO_LIMIT));
    }

    private static Future<Boolean> want(TestLane lane, Guard g, boolean write) {
        Future<Boolean> wait = lane.begin(() -> g.acquire(lane.recorder(), write, Guard.NO_LIMIT));
        TestLane.until(() -> lane.sleeps() && lane.recorder().waiting().sinceNs() != 0);
        return wait;
    }

    private WaitGraph graph() {
        return new WaitGraph(List.of(new Watched(a.recorder(), a.thread()), new Watched(b.recorder(), b.thread()),
            new Watched(c.recorder(), c.thread())), List.of(one, two, limit));
    }

    @Test
    void twoLanesThatWaitForEachOtherAreACircleAndAThirdThatWaitsForThemIsNot() throws Exception {
        take(a, one, true);
        take(b, two, false);
        want(b, one, true);
        assertEquals(List.of(), graph().cycles());
        want(a, two, true);
        want(c, one, true);
        WaitGraph g = graph();
        assertEquals(List.of(List.of(0, 1)), g.cycles());
        assertTrue(g.isStuck(2));
        assertEquals(new Deadlock.Link("a", "one", "two"), g.link(0));
        assertEquals(new Deadlock.Link("b", "two", "one"), g.link(1));
        assertEquals(g.key(List.of(0, 1)), graph().key(List.of(0, 1)));
        assertFalse(g.isForeign(List.of(0, 1)));
    }

    @Test
    void aWaitBrokenOffOpensTheCircleAndLeavesNoInterrupt() throws Exception {
        take(a, one, true);
        take(b, two, true);
        want(b, one, true);
        Future<Boolean> wait = want(a, two, true);
        long since = graph().wait(0).sinceNs();
        assertTrue(a.recorder().waiting().breakOff(a.thread(), since));
        org.junit.jupiter.api.Assertions.assertThrows(WaitBroken.class, () -> TestLane.result(wait));
        assertFalse(a.recorder().waiting().breakOff(a.thread(), since), "it is over");
        assertFalse(a.ask(() -> Thread.currentThread().isInterrupted()));
        assertEquals(List.of(), graph().cycles());
    }

    @Test
    void aLimitIsNoCircleWhileOneOfThoseInsideRuns() throws Exception {
        take(a, limit, true);
        take(b, limit, true);
        take(c, one, true);
        want(c, limit, true);
        want(a, one, true);
        assertEquals(List.of(), graph().cycles());
        want(b, one, true);
        assertEquals(1, graph().cycles().size());
    }

    @Test
    void theBarrierCanBePartOfACircle() throws Exception {
        Milestone reached = new Milestone(Milestone.Counted.BATCH, 0);
        take(b, one, true);
        b.begin(() -> reached.await(b.recorder(), 5));
        TestLane.until(() -> b.recorder().waiting().sinceNs() != 0);
        assertEquals(List.of(), graph().cycles());
        want(a, one, true);
        assertEquals(List.of(List.of(0, 1)), graph().cycles());
        assertEquals("batch 5 of lane 'a'", graph().waitsFor(1));
        reached.close();
    }

    @Test
    void aLockThatIsNoGuardCanBePartOfACircle() throws Exception {
        Object monitor = new Object();
        CountDownLatch inside = new CountDownLatch(1);
        take(b, two, true);
        a.begin(() -> {
            synchronized (monitor) {
                inside.countDown();
                return two.acquire(a.recorder(), true, Guard.NO_LIMIT);
            }
        });
        inside.await();
        b.begin(() -> {
            synchronized (monitor) {
                return true;
            }
        });
        TestLane.until(() -> b.thread().getState() == Thread.State.BLOCKED && a.recorder().waiting().sinceNs() != 0);
        WaitGraph g = graph();
        assertEquals(List.of(List.of(0, 1)), g.cycles());
        assertTrue(g.isForeign(List.of(0, 1)));
        assertTrue(g.link(1).waitsFor().startsWith("java.lang.Object@"), g.link(1).waitsFor());
    }
}
