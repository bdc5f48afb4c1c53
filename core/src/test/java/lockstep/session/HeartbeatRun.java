package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import lockstep.TestLane;
import lockstep.engine.Lane;
import lockstep.engine.Note;
import lockstep.engine.RoleStats;
import lockstep.engine.Switcher;
import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.world.Counter;

/** Runs topologies with the role {@code heartbeat}; loaded beside a registry that knows it. */
public final class HeartbeatRun {
    private static final long SEED = 3;
    private static final long BEATS = 3;
    private static final int SHORT_TICKS = 100;
    private static final int MOVES = 100;
    /** Where the role beats: on each of the other lanes, or on one of its own. */
    private static final List<String> HOMES = List.of(
        "main = [\"input\", \"heartbeat\"]\nphysics = [\"physics\"]\nrender = [\"render\", \"assets\"]\n",
        "main = [\"input\"]\nphysics = [\"heartbeat\", \"physics\"]\nrender = [\"render\", \"assets\"]\n",
        "main = [\"input\"]\nphysics = [\"physics\"]\nrender = [\"render\", \"heartbeat\", \"assets\"]\n",
        "main = [\"input\"]\nphysics = [\"physics\"]\nrender = [\"render\", \"assets\"]\npulse = [\"heartbeat\"]\n");

    private HeartbeatRun() {
    }

    /** A replay whose lanes are given as in a topology file; fails unless the new role ran and disturbed nothing. */
    public static void check(String toml) throws Exception {
        Topology topology = Run.parse(toml);
        Script script = new Script(SEED, 400);
        Session session = Run.finish(Run.replay(topology, SEED, 0, script));
        Run.assertClean(session);
        assertEquals(Script.hash(script, SEED, 0, 120), session.finalHash().hash());
        assertTrue(beats(session) > 0);
        long others = session.world().ledger(Counter.TICKS) + session.world().ledger(Counter.FRAMES);
        assertTrue(session.world().ledger(Counter.RUNS) >= others + beats(session));
        assertEquals(session.world().ledger(Counter.RUNS), session.world().tally(Counter.RUNS));
    }

    /** A short replay under every guard, with each granularity, hold and barrier, now on one lane, now on another. */
    public static void everySharing() throws Exception {
        int home = 0;
        for (String guard : Guards.names()) {
            for (Sync sync : dials(guard)) {
                Script script = new Script(SEED, SHORT_TICKS);
                Session session = Run.finish(Run.replay(at(home++ % HOMES.size(), sync), SEED, 0, script));
                assertEquals(Script.hash(script, SEED, 0, 120), session.finalHash().hash(), sync::toString);
                assertTrue(beats(session) > 0, sync::toString);
                if (!guard.equals("none")) {
                    Run.assertWhole(session);
                }
                assertEquals(List.of("slots seen"), session.notes().all().stream().map(Note::name).toList(), sync::toString);
                assertTrue(session.notes().all().get(0).value() > 0, sync::toString);
            }
        }
        assertTrue(home >= 108, "only " + home + " ways to share");
    }

    /**
     * One run in which the role moves from lane to lane while it lives through every guard that keeps the world whole, with
     * each granularity, hold and barrier.
     */
    public static void moves() throws Exception {
        List<Sync> all = new ArrayList<>();
        for (String guard : Guards.names()) {
            if (!guard.equals("none")) {
                all.addAll(dials(guard));
            }
        }
        all.addAll(all.subList(0, Math.max(0, MOVES - all.size())));
        assertTrue(all.size() >= MOVES);
        Run.assertWhole(moved(all, UnaryOperator.identity(), new ConcurrentLinkedQueue<>()));
    }

    /** As {@link #moves}, without a guard; what that does to the world is its own affair. */
    public static void movesWithoutAGuard() throws Exception {
        moved(dials("none"), UnaryOperator.identity(), new ConcurrentLinkedQueue<>());
    }

    /** Canary: a role whose access stays on the lane it left is noticed. */
    public static void isNoticedWhereItsAccessStays() {
        Queue<String> strangers = new ConcurrentLinkedQueue<>();
        assertThrows(AssertionError.class, () -> moved(dials("mutex"), rules -> new UsualRules(rules) {
            @Override
            public void moved(String role, Lane from, Lane to) {
            }
        }, strangers));
        assertFalse(strangers.isEmpty(), "a span by another thread went by unseen");
    }

    private static List<Sync> dials(String guard) {
        List<Sync> all = new ArrayList<>();
        for (Granularity granularity : Granularity.values()) {
            for (Hold hold : Hold.values()) {
                for (BarrierMode barrier : BarrierMode.values()) {
                    all.add(new Sync(guard, 0, granularity, Sync.DEFAULT.order(), hold, barrier));
                }
            }
        }
        return all;
    }

    private static Session moved(List<Sync> dials, UnaryOperator<Switcher.Rules> rules, Queue<String> strangers)
        throws Exception {
        Random random = new Random(SEED);
        List<Sync> inAnyOrder = new ArrayList<>(dials);
        Collections.shuffle(inAnyOrder, random);
        Session session = Run.live(at(0, Sync.DEFAULT), SEED, rules);
        OwnSpans.watch(session, strangers);
        Person.beside(session, () -> {
            int home = 0;
            for (Sync sync : inAnyOrder) {
                home = (home + 1 + random.nextInt(HOMES.size() - 1)) % HOMES.size();
                assertNull(session.switcher().change(at(home, sync)).get(20, TimeUnit.SECONDS), sync::toString);
                long before = beats(session);
                TestLane.until(() -> session.conductor().stopping() || beats(session) >= before + BEATS);
                assertEquals(List.of(), List.copyOf(strangers), sync::toString);
            }
        });
        assertEquals(List.of(), List.copyOf(strangers));
        return session;
    }

    private static Topology at(int home, Sync sync) throws Exception {
        return Run.parse("[lanes]\n" + HOMES.get(home) + "[hz]\nheartbeat = 500\n").withSync(sync);
    }

    private static long beats(Session session) {
        return session.laneOf("heartbeat").stats().stream().filter(s -> s.role().equals("heartbeat")).mapToLong(RoleStats::runs)
            .sum();
    }
}
