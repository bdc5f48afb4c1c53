package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import lockstep.TestLane;
import lockstep.assets.AssetSource;
import lockstep.engine.Lane;
import lockstep.engine.TestLanes;
import lockstep.platform.EventPump;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.InputRole;
import lockstep.roles.RunConfig;
import lockstep.sync.BarrierMode;
import lockstep.sync.Faults;
import lockstep.time.Frames;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.Spans;
import lockstep.topology.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pause at the safe point is no time of the game: not of a frame, nor between a key and the frame that shows it. */
@Tag("slow")
class PausedFramesTest {
    private static final long MS = 1_000_000;

    /** A piece of a lane's time. */
    private record Piece(int lane, long startNs, long endNs) {
        boolean overlaps(Piece other) {
            return lane == other.lane && startNs < other.endNs && other.startNs < endNs;
        }
    }

    private final AtomicInteger toPress = new AtomicInteger();
    private volatile Session session;

    private Session session(String topology) throws Exception {
        Topology t = Run.with(Run.shipped(topology), s -> s.withBarrier(BarrierMode.PIPELINED));
        RunConfig config = RunConfig.builder(t, AssetSource.builtIn()).headless(true).mute(true).seed(7).autopilot(true).build();
        EventPump pump = sink -> {
            while (toPress.get() > 0) {
                sink.key(Keys.A, toPress.decrementAndGet() % 2 == 1, System.nanoTime());
            }
        };
        Ports quiet = Ports.headless(config, IntentLog.NONE, null, HashListener.NONE);
        return new Session(config, new Ports(pump, quiet.surface(), false, quiet.settings(), quiet.picture(), quiet.log(), null,
            quiet.hashes(), quiet.screenshots()));
    }

    private void drawMore() {
        long frames = session.frames().log().frames();
        TestLane.until(() -> session.frames().log().frames() > frames + 3);
    }

    private List<Piece> frames() {
        Frames frames = new Frames(1024);
        frames.read(session.frames().log(), 0);
        assertEquals(0, frames.lost());
        return IntStream.range(0, frames.count()).mapToObj(i -> new Piece(frames.lane(i), frames.startNs(i), frames.endNs(i)))
            .toList();
    }

    /** When lanes paused that drew. */
    private List<Piece> pauses() {
        List<Piece> pauses = new ArrayList<>();
        for (Lane lane : session.lanes()) {
            Spans spans = new Spans(16_384);
            spans.readNewest(lane.recorder().ring());
            boolean draws = IntStream.range(0, spans.count()).anyMatch(i -> spans.kind(i) == SpanKind.SWAP);
            IntStream.range(0, spans.count())
                .filter(i -> draws && spans.kind(i) == SpanKind.PACE && spans.what(i) == Pacer.PAUSED)
                .forEach(i -> pauses.add(new Piece(lane.number(), spans.startNs(i), spans.endNs(i))));
        }
        return pauses;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "change", "pause and change", "pause and move render", "pause and step"})
    void noFrameLastsThroughAPause(String what) throws Exception {
        session = session("four");
        Person.beside(session, () -> {
            for (int i = 0; i < 3; i++) {
                drawMore();
                if (what.contains("pause")) {
                    Person.done(session.switcher().pause(true));
                }
                if (what.contains("step")) {
                    Person.done(session.switcher().stepTick());
                }
                if (what.contains("change")) {
                    Person.done(session.switcher().change(Run.shipped(i % 2 == 0 ? "loaders" : "four")));
                } else if (what.contains("move")) {
                    Person.done(session.switcher().change(Run.shipped(i % 2 == 0 ? "two" : "classic")));
                }
                Person.done(session.switcher().pause(false));
            }
            drawMore();
        });
        List<Piece> frames = frames();
        List<Piece> pauses = pauses();
        assertTrue(pauses.size() >= 3, "the lanes never paused");
        for (Piece pause : pauses) {
            List<Piece> through = frames.stream().filter(pause::overlaps).toList();
            assertEquals(List.of(), through, () -> "frames that last through " + pause);
            assertTrue(frames.stream().anyMatch(f -> f.endNs <= pause.startNs));
        }
        assertFalse(frames.stream().anyMatch(f -> f.endNs <= f.startNs));
    }

    /** Each key is pressed while all lanes pause, so no frame can show it before they go on. */
    @Test
    void fromAKeyToTheFrameThatShowsItNoPauseIsCounted() throws Exception {
        session = session("four");
        Person.beside(session, () -> {
            for (int i = 0; i < 3; i++) {
                drawMore();
                Person.done(session.switcher().pause(true));
                toPress.set(1 + i % 2);
                TestLane.until(() -> toPress.get() == 0);
                Person.done(session.switcher().pause(false));
                drawMore();
            }
        });
        Frames frames = new Frames(1024);
        frames.read(session.frames().log(), 0);
        List<Piece> pauses = pauses();
        int shown = 0;
        for (int i = 0; i < frames.count(); i++) {
            if (frames.inputNs(i) >= 0) {
                shown++;
                long end = frames.endNs(i);
                long wentOn = pauses.stream().mapToLong(Piece::endNs).filter(ns -> ns < end).max().orElseThrow();
                long took = frames.inputNs(i);
                assertTrue(took <= end - wentOn, () -> took + " ns, all lanes went on " + (end - wentOn) + " ns before");
            }
        }
        assertTrue(shown >= 3, shown + " frames showed a key first");
    }

    @Test
    void aPauseMakesNoInputOld() throws Exception {
        long[] now = {0};
        session = session("four");
        Lane lane = TestLanes.lane(9, "input", () -> now[0], Faults.NONE, session.world());
        InputRole input = new InputRole(session.parts());
        TestLanes.start(input, lane);
        input.run();
        LongStream.range(0, 250).forEach(i -> {
            now[0] += 16 * MS;
            input.whilePaused();
        });
        now[0] += 2 * MS;
        toPress.set(1);
        input.run();
        assertEquals(1, session.input().events());
        assertEquals(2 * MS, session.input().ageNs().getMaxValue(), 0.01 * MS);
    }
}
