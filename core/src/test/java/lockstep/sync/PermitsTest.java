package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.TestLane;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.Turn;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PermitsTest {
    private final List<TestLane> lanes = new ArrayList<>();
    private final AtomicLong clock = new AtomicLong();

    @AfterEach
    void close() {
        lanes.forEach(TestLane::close);
    }

    private TestLane lane(Permits permits, String name) {
        return lane(permits, name, Clock.SYSTEM);
    }

    private TestLane lane(Permits permits, String name, Clock time) {
        TestLane lane = new TestLane(lanes.size(), name, time);
        lane.recorder().turn(permits.turn(lane.recorder()));
        lanes.add(lane);
        return lane;
    }

    /** Begins to ask for a permit, and returns when the lane is waiting for it. */
    private static Future<Object> ask(Permits permits, TestLane lane) {
        int before = permits.waiting();
        Future<Object> asked = lane.begin(() -> {
            lane.recorder().takeTurn();
            return null;
        });
        Awaitility.await().until(() -> permits.waiting() > before);
        return asked;
    }

    @Test
    void onlySoManyLanesRunAndOneIsNamed() throws Exception {
        Permits permits = new Permits(2);
        TestLane a = lane(permits, "a");
        TestLane b = lane(permits, "b");
        TestLane c = lane(permits, "c");
        a.tell(a.recorder()::takeTurn);
        b.tell(b.recorder()::takeTurn);
        Future<Object> third = ask(permits, c);
        assertFalse(third.isDone());
        a.tell(a.recorder()::giveUpTurn);
        TestLane.result(third);
        assertEquals(List.of(0), c.waitedFor(SpanKind.PERMIT_WAIT));
        assertEquals(List.of(), a.waitedFor(SpanKind.PERMIT_WAIT));
        assertEquals(List.of(), b.waitedFor(SpanKind.PERMIT_WAIT));
    }

    @Test
    void aLaneThatHasGivenUpItsTurnIsNotNamed() throws Exception {
        Permits permits = new Permits(1);
        TestLane a = lane(permits, "a");
        TestLane b = lane(permits, "b");
        TestLane c = lane(permits, "c");
        a.tell(a.recorder()::takeTurn);
        a.tell(a.recorder()::giveUpTurn);
        b.tell(b.recorder()::takeTurn);
        Future<Object> asked = ask(permits, c);
        b.tell(b.recorder()::giveUpTurn);
        TestLane.result(asked);
        assertEquals(List.of(1), c.waitedFor(SpanKind.PERMIT_WAIT));
    }

    @Test
    void whoAskedFirstRunsFirst() throws Exception {
        Permits permits = new Permits(1);
        TestLane holder = lane(permits, "holder");
        holder.tell(holder.recorder()::takeTurn);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<Future<Object>> all = new ArrayList<>();
        for (String name : List.of("b", "c", "d", "e")) {
            TestLane lane = lane(permits, name);
            all.add(lane.begin(() -> {
                lane.recorder().takeTurn();
                order.add(name);
                lane.recorder().giveUpTurn();
                return null;
            }));
            int so = all.size();
            Awaitility.await().until(() -> permits.waiting() == so);
        }
        holder.tell(() -> {
            holder.recorder().giveUpTurn();
            holder.recorder().takeTurn();
            order.add("holder");
            holder.recorder().giveUpTurn();
        });
        for (Future<Object> f : all) {
            TestLane.result(f);
        }
        assertEquals(List.of("b", "c", "d", "e", "holder"), order);
    }

    @Test
    void aCheckpointLetsAnotherGoFirstOnceItHasAskedForFiveMilliseconds() throws Exception {
        Permits permits = new Permits(1);
        TestLane a = lane(permits, "a", clock::get);
        TestLane b = lane(permits, "b", clock::get);
        a.tell(a.recorder()::takeTurn);
        clock.set(60_000_000);
        a.tell(a.recorder()::checkpoint);
        Future<Object> asked = ask(permits, b);
        clock.addAndGet(Permits.SWITCH_NS - 1);
        a.tell(a.recorder()::checkpoint);
        assertFalse(asked.isDone());
        assertEquals(1, permits.waiting());
        clock.addAndGet(1);
        Future<Object> later = a.begin(() -> {
            a.recorder().checkpoint();
            return null;
        });
        TestLane.result(asked);
        Awaitility.await().until(() -> permits.waiting() == 1);
        b.tell(b.recorder()::giveUpTurn);
        TestLane.result(later);
        assertEquals(List.of(1), a.waitedFor(SpanKind.PERMIT_WAIT), "it waits for its next turn");
    }

    @Test
    void busyWorkAtAFaultGivesThePermitAwayAndGoesOnWhereItWas() throws Exception {
        Permits permits = new Permits(1);
        AtomicLong ticks = new AtomicLong();
        Clock fast = () -> ticks.addAndGet(1_000);
        TestLane a = lane(permits, "a", fast);
        TestLane b = lane(permits, "b", fast);
        Fault busy = new Faults(List.of(FaultSpec.parse("x.tick=20ms@every=1"))).at("tick", "x");
        a.tell(a.recorder()::takeTurn);
        Future<Object> asked = ask(permits, b);
        a.begin(() -> {
            busy.fire(a.recorder(), 1);
            a.recorder().giveUpTurn();
            return null;
        });
        TestLane.result(asked);
        Awaitility.await().until(() -> permits.waiting() == 1);
        b.tell(() -> {
            ticks.addAndGet(1_000_000_000);
            b.recorder().giveUpTurn();
        });
        a.tell(() -> {});
        assertEquals(List.of(1), a.waitedFor(SpanKind.PERMIT_WAIT));
        assertTrue(a.recorder().totalNs(SpanKind.PERMIT_WAIT) >= 1_000_000_000);
    }

    @Test
    void waitsMayNestAndAPermitIsTakenOnce() throws Exception {
        Permits permits = new Permits(1);
        TestLane a = lane(permits, "a");
        TestLane b = lane(permits, "b");
        a.tell(() -> {
            a.recorder().takeTurn();
            a.recorder().giveUpTurn();
            a.recorder().giveUpTurn();
            a.recorder().takeTurn();
            a.recorder().checkpoint();
        });
        b.tell(b.recorder()::takeTurn);
        b.tell(b.recorder()::giveUpTurn);
        a.tell(a.recorder()::takeTurn);
        Future<Object> asked = ask(permits, b);
        a.tell(a.recorder()::giveUpTurn);
        TestLane.result(asked);
    }

    @Test
    void anInterruptIsKeptForTheNextWait() throws Exception {
        Permits permits = new Permits(1);
        TestLane a = lane(permits, "a");
        TestLane b = lane(permits, "b");
        a.tell(a.recorder()::takeTurn);
        Future<Boolean> asked = b.begin(() -> {
            b.recorder().takeTurn();
            return Thread.interrupted();
        });
        Awaitility.await().until(() -> permits.waiting() == 1);
        b.thread().interrupt();
        TestLane.until(() -> !b.thread().isInterrupted());
        a.tell(a.recorder()::giveUpTurn);
        assertTrue(TestLane.result(asked));
    }

    @Test
    void closingLetsEveryoneRun() throws Exception {
        Permits permits = new Permits(1);
        TestLane a = lane(permits, "a");
        TestLane b = lane(permits, "b");
        a.tell(a.recorder()::takeTurn);
        Future<Object> asked = ask(permits, b);
        permits.close();
        TestLane.result(asked);
        TestLane c = lane(permits, "c");
        c.tell(c.recorder()::takeTurn);
    }

    @Test
    void lessThanOneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Permits(0));
    }

    /** A lane that waits for a guard lets the holder of that guard run, and takes the guard without a permit in hand. */
    @Test
    void whoHoldsAGuardGetsItsPermitBackWhileOthersWaitForTheGuard() throws Exception {
        for (String name : Guards.names()) {
            if (Guards.kind(name) != Guard.Kind.LOCK) {
                continue;
            }
            Permits permits = new Permits(1);
            Guard guard = Guards.make(name, 0, "world");
            TestLane a = lane(permits, "a");
            TestLane b = lane(permits, "b");
            a.tell(a.recorder()::takeTurn);
            a.tell(() -> guard.acquire(a.recorder(), true, Guard.NO_LIMIT));
            a.tell(a.recorder()::giveUpTurn);
            Future<Boolean> waits = b.begin(() -> {
                b.recorder().takeTurn();
                return guard.acquire(b.recorder(), true, Guard.NO_LIMIT);
            });
            a.tell(() -> {
                a.recorder().takeTurn();
                guard.release(a.recorder(), true);
                a.recorder().giveUpTurn();
            });
            assertTrue(TestLane.result(waits), name);
        }
    }

    /** Many lanes, few permits, two guards in order, checkpoints under guards: all come through, never too many at once. */
    @Test
    void lanesThatHoldGuardsAndTakeTurnsAllComeThrough() throws Exception {
        for (int count = 1; count <= 2; count++) {
            int most = mostRunning(new Permits(count), 1);
            assertTrue(most <= count, most + " lanes ran with " + count + " permits");
        }
    }

    /** Canary: one lane too many is noticed. */
    @Test
    void aPermitTooManyIsNoticed() throws Exception {
        for (int count = 1; count <= 2; count++) {
            assertTrue(mostRunning(new Permits(count + 1), count + 1) > count);
        }
    }

    /**
     * The most lanes that ever ran at once, each counted from when it has its turn until it gives it up, guards or not.
     *
     * @param together so many wait for each other, in their first turn
     */
    private int mostRunning(Permits permits, int together) throws Exception {
        CountDownLatch met = new CountDownLatch(together);
        Guard first = Guards.make("mutex", 0, "bodies");
        Guard second = Guards.make("rw-lock", 1, "tally");
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<Object>> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            TestLane lane = lane(permits, "lane-" + i);
            LaneRecorder t = lane.recorder();
            t.turn(new CountedTurn(permits.turn(t), running, most));
            all.add(lane.begin(() -> {
                t.takeTurn();
                met.countDown();
                met.await();
                for (int n = 0; n < 2_000; n++) {
                    Thread.yield();
                    first.acquire(t, true, Guard.NO_LIMIT);
                    t.checkpoint();
                    second.acquire(t, n % 3 == 0, Guard.NO_LIMIT);
                    t.giveUpTurn();
                    t.takeTurn();
                    second.release(t, n % 3 == 0);
                    first.release(t, true);
                }
                t.giveUpTurn();
                return null;
            }));
        }
        for (Future<Object> f : all) {
            TestLane.result(f);
        }
        return most.get();
    }

    /** Counts lanes that run, at least: a lane at a checkpoint may have given its turn away and is not counted. */
    private static final class CountedTurn implements Turn {
        private final Turn turn;
        private final AtomicInteger running;
        private final AtomicInteger most;
        private int away = 1;

        CountedTurn(Turn turn, AtomicInteger running, AtomicInteger most) {
            this.turn = turn;
            this.running = running;
            this.most = most;
        }

        @Override
        public void giveUp() {
            if (away++ == 0) {
                running.decrementAndGet();
            }
            turn.giveUp();
        }

        @Override
        public void take() {
            turn.take();
            if (--away == 0) {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
            }
        }

        @Override
        public void checkpoint() {
            running.decrementAndGet();
            turn.checkpoint();
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
        }
    }
}
