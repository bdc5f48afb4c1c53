package lockstep.overlay.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.management.JMException;
import lockstep.HangWatch;
import lockstep.TestLane;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.session.RandomTopology;
import lockstep.session.Run;
import lockstep.session.Session;
import lockstep.sync.Guards;
import lockstep.topology.Topology;
import lockstep.world.Counter;
import org.awaitility.core.ConditionTimeoutException;

/** A game played by words, with a look at its health after each. One thread. */
final class Play implements AutoCloseable {
    private static final long UNKNOWN = -1;
    private static volatile long loadersAfterTheFirst = UNKNOWN;

    private final List<String> said = new ArrayList<>();
    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final Defect defect;
    private Player player;
    private Health health;
    private boolean lockedUp;
    private long pausedSinceNs;

    Play(Defect defect) {
        this.defect = defect;
    }

    /** The next game is a first one: other tests of this process may have left class loaders since the last. */
    static void beginAnew() {
        loadersAfterTheFirst = UNKNOWN;
    }

    /** Plays a whole sequence, as it stands in a report: how it starts, then what is done, with semicolons between. */
    static void all(String sequence) throws Exception {
        try (Play play = new Play(Defect.NONE)) {
            String[] words = sequence.split("; *");
            play.start(words[0]);
            play.check();
            for (int i = 1; i < words.length; i++) {
                play.say(words[i]);
                play.check();
            }
            play.end();
        }
    }

    /** Begins the game, if it has not begun. */
    void start(String words) {
        if (player == null) {
            said.add(words);
            told(() -> begin(words.split(" ")));
        }
    }

    private void begin(String[] words) throws Exception {
        player = new Player(words[1], Set.of(words), defect == Defect.KEEPS_WHO_LEFT);
        health = new Health(player);
    }

    /** Does something, if there is a sense in it. */
    void say(String words) {
        if (isSensible(words.split(" ")[0])) {
            said.add(words);
            told(() -> obey(words));
            lockedUp = words.equals("lock-up") || lockedUp && !words.equals("break");
        }
    }

    private void obey(String words) throws Exception {
        Session session = player.session();
        Topology topology = session.topology();
        int ticks = session.ticks();
        boolean wasPaused = player.live().paused();
        Words.obey(player, words);
        if (!wasPaused) {
            pausedSinceNs = System.nanoTime();
        } else if (player.live().paused()) {
            defect.putBack(session, session.topology() != topology, session.ticks() - ticks, System.nanoTime() - pausedSinceNs);
        }
    }

    private boolean isSensible(String deed) {
        boolean paused = player.live().paused();
        return switch (deed) {
            case "F7", "Shift+F7" -> paused;
            case "die", "lock-up" -> !paused && !lockedUp;
            case "break" -> lockedUp;
            case "F6", "F2", "Esc", "look", "resize", "title", "play" -> true;
            default -> !lockedUp;
        };
    }

    /** What must hold after each thing done. */
    void check() {
        told(health::check);
    }

    /** Ends the game: every lane was joined, no thread is left, and what was recorded plays again to the same hash. */
    void end() {
        told(() -> {
            Session session = player.session();
            Conductor.Reason reason = player.end();
            assertSame(Conductor.Reason.DONE, reason, reason::line);
            for (Lane lane : session.lanes()) {
                assertEquals(Conductor.Ended.JOINED, session.conductor().ended(lane), () -> "lane " + lane.name());
            }
            player.endExports();
            noThreadIsLeft();
            noClassLoaderIsLeft();
            assertEquals(session.finalHash().tick(), session.world().ledger(Counter.TICKS));
            assertEquals(session.finalHash().tick(), player.tape().ticks(), "recorded ticks");
            if (player.tape().ticks() > 0) {
                replay(session);
            }
        });
    }

    private void noThreadIsLeft() {
        try {
            TestLane.until(() -> left().isEmpty());
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("threads are left: " + left() + "\n" + HangWatch.stacks());
        }
    }

    /** New threads, but for those of Awaitility and of the virtual machine, which are in a group of its own. */
    private Set<Thread> left() {
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(before);
        left.removeIf(t -> t.getName().startsWith("awaitility") || t.getThreadGroup() != Thread.currentThread().getThreadGroup());
        return left;
    }

    private static void noClassLoaderIsLeft() throws JMException {
        long now = ClassLoaders.count();
        if (loadersAfterTheFirst == UNKNOWN) {
            loadersAfterTheFirst = now;
        }
        if (now > loadersAfterTheFirst) {
            System.gc();
        }
        long left = ClassLoaders.count();
        assertTrue(left <= loadersAfterTheFirst, () -> left + " class loaders, after the first game " + loadersAfterTheFirst);
    }

    /** Under another sharing, drawn from what was said. */
    private void replay(Session session) throws Exception {
        Random random = new Random(said.hashCode());
        List<String> guards = List.copyOf(Guards.names());
        Topology t = RandomTopology.draw(random.nextLong(), guards.get(random.nextInt(guards.size())));
        Session again = Run.finish(Run.replay(t, Player.SEED, Player.BODIES, player.tape()));
        assertEquals(session.finalHash().hash(), again.finalHash().hash(), () -> "hash of the replay under " + t);
    }

    @Override
    public String toString() {
        return String.join("; ", said);
    }

    private interface Work {
        void run() throws Exception;
    }

    private void told(Work work) {
        try {
            work.run();
        } catch (Throwable e) {
            throw new AssertionError("after '" + this + "': " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws Exception {
        if (player != null) {
            player.end();
        }
    }
}
