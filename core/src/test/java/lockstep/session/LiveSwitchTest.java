package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lockstep.HangWatch;
import lockstep.engine.Conductor;
import lockstep.replay.Recording;
import lockstep.replay.RecordingWriter;
import lockstep.sync.Guards;
import lockstep.time.SpanKind;
import lockstep.topology.Topology;
import lockstep.world.Counter;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of a running game. How many: {@code -Dlockstep.switches=500}. */
@Tag("slow")
class LiveSwitchTest {
    private static final int SWITCHES = Integer.getInteger("lockstep.switches", 60);
    private static final String[] SHIPPED = {"four", "classic", "two", "loaders"};

    private static final List<String> CORRECT = Guards.names().stream().filter(g -> !g.equals("none")).toList();

    @TempDir
    Path folder;

    @Test
    void randomSwitchesAmongCorrectSettingsChangeNothingInTheSimulation() throws Exception {
        Path file = folder.resolve("switched.rec");
        Topology four = Run.shipped("four");
        RecordingWriter writer = new RecordingWriter(file, 7, 0, 120);
        Session session = Run.live(four, 7, 0, writer);
        Histogram took = new Histogram(60_000_000_000L, 3);
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread person = new Thread(() -> {
            try {
                Random random = new Random(11);
                for (int i = 0; i < SWITCHES; i++) {
                    long begin = System.nanoTime();
                    assertNull(session.switcher().change(draw(random)).get(20, TimeUnit.SECONDS), "switch " + i);
                    took.recordValue(System.nanoTime() - begin);
                    int seen = session.ticks();
                    Awaitility.await().until(() -> session.ticks() > seen);
                }
            } catch (Throwable e) {
                failure.set(e);
            }
            session.stop(Conductor.Reason.DONE);
        }, "person");
        person.setDaemon(true);
        person.start();
        Conductor.Reason reason =
            HangWatch.watch("the switched run", 60 + SWITCHES, session::run, () -> session.stop(Conductor.Reason.DONE));
        person.join();
        assertNull(failure.get(), () -> String.valueOf(failure.get()));
        assertSame(Conductor.Reason.DONE, reason, reason.line());
        System.out.printf("%d switches: p50 %.1f ms, p99 %.1f ms, longest %.1f ms; longest role run %.1f ms%n", SWITCHES,
            took.getValueAtPercentile(50) / 1e6, took.getValueAtPercentile(99) / 1e6, took.getMaxValue() / 1e6,
            longestRunNs(session) / 1e6);
        writer.finish(session.finalHash().hash());
        assertEquals(session.finalHash().tick(), session.world().tally(Counter.TICKS));
        Run.assertWhole(session); // an exchange among the guards may skew

        Recording recording = Recording.read(file);
        Session again = Run.finish(Run.replay(four, 7, 0, recording));
        assertEquals(session.finalHash().hash(), again.finalHash().hash());
        Files.delete(file);
    }

    private static long longestRunNs(Session session) {
        return session.lanes().stream().mapToLong(lane -> lane.recorder().maxNs(SpanKind.WORK)).max().orElse(0);
    }

    private static Topology draw(Random random) throws Exception {
        String guard = CORRECT.get(random.nextInt(CORRECT.size()));
        Topology t = random.nextBoolean() ? Run.shipped(SHIPPED[random.nextInt(SHIPPED.length)])
            : RandomTopology.draw(random.nextLong(), guard);
        return t.withSync(t.sync().withGuard(guard).withPermits(random.nextInt(3)));
    }
}
