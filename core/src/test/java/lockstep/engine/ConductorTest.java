package lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import lockstep.HangWatch;
import lockstep.TestLane;
import lockstep.engine.Conductor.Ended;
import lockstep.engine.Conductor.Reason;
import lockstep.sync.Faults;
import lockstep.time.Clock;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConductorTest {
    private static final long JOIN_MS = 300;
    private static final long START_MS = 15_000;

    private final List<Lane> lanes = new ArrayList<>();
    private final TestRole[] roles = {new TestRole("zero"), new TestRole("one"), new TestRole("two"), new TestRole("three")};
    private final CountDownLatch allRan = new CountDownLatch(roles.length);
    private final Map<String, String> threadOf = new ConcurrentHashMap<>();
    private Conductor conductor;
    private Set<Thread> before;

    /** Four lanes, {@code lane-0} to {@code lane-3}, one role each; lane-0 is the main one. */
    @BeforeEach
    void makeLanes() {
        before = Thread.getAllStackTraces().keySet();
        for (int i = 0; i < roles.length; i++) {
            Lane lane = TestLanes.lane(i, "lane-" + i, Clock.SYSTEM, Faults.NONE, false);
            boolean[] ran = new boolean[1];
            roles[i].job(l -> {
                threadOf.put(l.name(), Thread.currentThread().getName());
                if (!ran[0]) {
                    ran[0] = true;
                    allRan.countDown();
                }
                return false;
            });
            lane.add(roles[i], i, i % 2 == 0 ? 0 : 200, false);
            lanes.add(lane);
        }
        conductor = conductor(START_MS);
    }

    private Conductor conductor(long startMs) {
        return new Conductor(lanes, lanes.get(0), startMs, JOIN_MS);
    }

    @AfterEach
    void noThreadIsLeftBehind() {
        Set<String> names = Set.of("lane-0", "lane-1", "lane-2", "lane-3", "breaker");
        Awaitility.await().pollDelay(Duration.ZERO).untilAsserted(() -> {
            Set<String> left = new TreeSet<>();
            for (Thread t : Thread.getAllStackTraces().keySet()) {
                if (!before.contains(t) && t.isAlive() && names.contains(t.getName())) {
                    left.add(t.getName());
                }
            }
            assertEquals(Set.of(), left);
        });
    }

    private Reason run() throws Exception {
        return HangWatch.watch("the run", 30, conductor::run, () -> {});
    }

    /** Runs until all lanes have run, then ends for the reason given. */
    private Reason runAndStop(Reason why) throws Exception {
        Thread ender = new Thread(() -> {
            try {
                allRan.await();
            } catch (InterruptedException e) {
                return;
            }
            conductor.stop(why);
        });
        ender.start();
        Reason reason = run();
        ender.join();
        return reason;
    }

    private List<Ended> ended() {
        return lanes.stream().map(conductor::ended).toList();
    }

    private static final List<Ended> ALL_JOINED = List.of(Ended.JOINED, Ended.JOINED, Ended.JOINED, Ended.JOINED);

    @Test
    void everyLaneRunsOnAThreadOfItsNameAndIsJoined() throws Exception {
        assertSame(Reason.DONE, runAndStop(Reason.DONE));
        assertEquals(Map.of("lane-0", "lane-0", "lane-1", "lane-1", "lane-2", "lane-2", "lane-3", "lane-3"), threadOf);
        assertEquals(ALL_JOINED, ended());
        for (TestRole role : roles) {
            assertEquals("stop " + role.name(), role.calls.get(role.calls.size() - 1));
        }
    }

    @Test
    void theMainLaneRunsOnTheThreadThatAsks() throws Exception {
        Thread[] main = new Thread[2];
        roles[0].job(l -> {
            main[0] = Thread.currentThread();
            conductor.stop(Reason.DONE);
            return true;
        });
        HangWatch.watch("the run", 30, () -> {
            main[1] = Thread.currentThread();
            return conductor.run();
        }, () -> {});
        assertSame(main[1], main[0]);
    }

    @Test
    void theReasonGivenIsTheReasonTold() throws Exception {
        Reason why = new Reason(130, "interrupted");
        assertSame(why, runAndStop(why));
        assertTrue(conductor.stopping());
    }

    @ParameterizedTest
    @CsvSource({"0, start", "0, run", "0, stop", "1, start", "1, run", "1, stop", "3, start", "3, run", "3, stop"})
    void aFailureOfOneRoleEndsTheGameWithItsLaneAndRole(int lane, String where) throws Exception {
        TestRole role = roles[lane];
        TestRole.Part boom = l -> {
            throw new IllegalStateException("boom");
        };
        switch (where) {
            case "start" -> role.atStart(boom);
            case "run" -> role.job(l -> {
                throw new IllegalStateException("boom");
            });
            default -> role.atStop(boom);
        }
        Reason reason = where.equals("stop") ? runAndStop(Reason.DONE) : run();
        assertEquals(1, reason.exit());
        assertEquals("lane 'lane-" + lane + "' died in role '" + role.name() + "': java.lang.IllegalStateException: boom",
            reason.line());
        List<Ended> expected = new ArrayList<>(ALL_JOINED);
        expected.set(lane, Ended.FAILED);
        assertEquals(expected, ended());
        for (TestRole r : roles) {
            assertTrue(r.calls.isEmpty() || r.calls.contains("stop " + r.name()), r.calls.toString());
        }
    }

    @Test
    void stoppingFromManyThreadsEndsItOnceForTheFirstReason() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        conductor.atStop(closed::incrementAndGet);
        int stoppers = 8;
        CyclicBarrier together = new CyclicBarrier(stoppers);
        Set<Reason> given = ConcurrentHashMap.newKeySet();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < stoppers; i++) {
            Reason mine = new Reason(i + 1, "reason " + i);
            given.add(mine);
            Thread t = new Thread(() -> {
                try {
                    allRan.await();
                    together.await();
                } catch (Exception e) {
                    return;
                }
                conductor.stop(mine);
                conductor.stop(mine);
            });
            threads.add(t);
            t.start();
        }
        Reason reason = run();
        for (Thread t : threads) {
            t.join();
        }
        assertTrue(given.contains(reason));
        assertEquals(1, closed.get());
        conductor.stop(Reason.DONE);
        assertEquals(1, closed.get());
        assertEquals(ALL_JOINED, ended());
    }

    @Test
    void stoppingBeforeItRunsStartsNothing() throws Exception {
        conductor.stop(Reason.DONE);
        assertSame(Reason.DONE, run());
        for (TestRole role : roles) {
            assertEquals(List.of(), role.calls);
        }
        assertEquals(ALL_JOINED, ended());
    }

    @Test
    void aCloserThatFailsStillLetsTheLanesEnd() throws Exception {
        conductor.atStop(() -> {
            throw new IllegalStateException("closer");
        });
        roles[1].job(l -> {
            conductor.stop(Reason.DONE);
            return true;
        });
        run();
        for (Lane lane : lanes) {
            assertTrue(lane.returned() || lane.thread() == null);
        }
    }

    /** The worst role: it waits for good and takes an interrupt as a reason to wait on. */
    @Test
    void aRoleThatIgnoresEverythingIsToldAsStuckAndNobodyHangs() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        roles[2].job(l -> {
            allRan.countDown();
            waitStubbornly(never);
            return true;
        });
        assertSame(Reason.DONE, runAndStop(Reason.DONE));
        assertEquals(List.of(Ended.JOINED, Ended.JOINED, Ended.STUCK, Ended.JOINED), ended());
        never.countDown();
        lanes.get(2).thread().join();
        assertEquals(ALL_JOINED, ended());
    }

    private static void waitStubbornly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aRoleThatWaitsForGoodIsInterruptedAndJoinedOnTheMainLaneToo(int lane) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        roles[lane].job(l -> {
            allRan.countDown();
            never.await();
            return true;
        });
        assertSame(Reason.DONE, runAndStop(Reason.DONE));
        assertEquals(ALL_JOINED, ended());
        assertTrue(roles[lane].calls.contains("stop " + roles[lane].name()));
    }

    @Test
    void twoLanesThatWaitForEachOtherAreBothInterrupted() throws Exception {
        CyclicBarrier held = new CyclicBarrier(2);
        Lock a = new ReentrantLock();
        Lock b = new ReentrantLock();
        roles[0].job(l -> crossed(a, b, held));
        roles[1].job(l -> crossed(b, a, held));
        assertSame(Reason.DONE, runAndStop(Reason.DONE));
        assertEquals(ALL_JOINED, ended());
    }

    private boolean crossed(Lock first, Lock second, CyclicBarrier held)
        throws Exception {
        first.lockInterruptibly();
        try {
            held.await();
            allRan.countDown();
            second.lockInterruptibly();
            second.unlock();
            return true;
        } finally {
            first.unlock();
        }
    }

    @Test
    void aRoleThatSwallowsInterruptsEndsAllTheSame() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        roles[1].job(l -> {
            allRan.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                return true;
            }
            return true;
        });
        assertSame(Reason.DONE, runAndStop(Reason.DONE));
        assertEquals(ALL_JOINED, ended());
    }

    @Test
    void aLaneThatDoesNotStartInTimeIsTold() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        conductor = conductor(50);
        roles[2].atStart(l -> never.await());
        Reason reason = run();
        assertEquals(1, reason.exit());
        assertTrue(reason.line().startsWith("lane 'lane-2' did not start within"), reason.line());
        assertEquals(List.of(), roles[3].calls);
        assertEquals(List.of(), roles[0].calls);
    }

    @Test
    void aLaneThatIsInterruptedWithoutBeingAskedToStopDies() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        roles[1].job(l -> {
            Thread.currentThread().interrupt();
            never.await();
            return true;
        });
        Reason reason = run();
        assertEquals("lane 'lane-1' died in role 'one': java.lang.InterruptedException", reason.line());
        assertEquals(Ended.FAILED, conductor.ended(lanes.get(1)));
    }

    @Test
    void theMainThreadIsNotLeftInterrupted() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        roles[0].job(l -> {
            allRan.countDown();
            never.await();
            return true;
        });
        Thread ender = new Thread(() -> {
            try {
                allRan.await();
            } catch (InterruptedException e) {
                return;
            }
            conductor.stop(Reason.DONE);
        });
        ender.start();
        assertTrue(HangWatch.watch("the run", 30, () -> {
            conductor.run();
            return !Thread.currentThread().isInterrupted();
        }, () -> {}));
        ender.join();
    }

    @Test
    void aLaneOnAVeryLowRateStopsAtOnceWhenAsked() throws Exception {
        Lane slow = TestLanes.lane(4, "lane-4", Clock.SYSTEM, Faults.NONE, false);
        slow.add(new TestRole("slow").job(l -> {
            conductor.stop(Reason.DONE);
            return true;
        }), 4, 0.001, false);
        lanes.add(slow);
        conductor = new Conductor(lanes, lanes.get(0), START_MS, 60_000);
        assertSame(Reason.DONE, run());
        assertEquals(Ended.JOINED, conductor.ended(slow));
        assertNull(slow.failure());
    }

    @Test
    void aLaneOnAVeryLowRateComesToTheSafePointAtOnceWhenAsked() throws Exception {
        SafePoint safePoint = new SafePoint();
        Lane slow = TestLanes.lane(4, "lane-4", Clock.SYSTEM, safePoint);
        CountDownLatch ran = new CountDownLatch(1);
        slow.add(new TestRole("slow").job(l -> {
            ran.countDown();
            return true;
        }), 4, 0.001, false);
        Thread thread = new Thread(slow::run, "lane-4");
        thread.start();
        ran.await();
        TestLane.until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        assertNull(safePoint.gather(List.of(slow), 15_000));
        slow.stop();
        thread.join();
    }
}
