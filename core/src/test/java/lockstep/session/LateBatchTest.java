package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.blame.LateFrame;
import lockstep.replay.IntentLog;
import lockstep.sync.BarrierMode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Physics is longer over a batch than render waits for one. */
@Tag("slow")
class LateBatchTest {
    private static final String LONG_BATCH = "physics.tick=sleep:450ms@tick=";

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void renderDrawsOnAndThoseFramesAreCountedAndPutDownToPhysics(BarrierMode barrier) throws Exception {
        Session session = Run.finish(Run.live(Run.with(Run.shipped("four"), s -> s.withBarrier(barrier)), 3, 300, IntentLog.NONE,
            LONG_BATCH + 60));
        assertTrue(session.frames().redrawnFrames() >= 1, () -> session.frames().redrawnFrames() + " frames drawn again");
        List<LateFrame> late = session.lateFrames().all();
        assertTrue(late.stream().anyMatch(f -> !f.causes().isEmpty() && f.causes().get(0).lane().equals("physics")),
            () -> late.stream().map(LateFrame::sentence).toList().toString());
        Run.assertWhole(session);
    }

    @ParameterizedTest
    @EnumSource(value = BarrierMode.class, names = {"PIPELINED", "LOCKSTEP"})
    void aReplayWaitsForEveryBatchAndKeepsItsHash(BarrierMode barrier) throws Exception {
        Script script = new Script(5, 200);
        Session session =
            Run.finish(Run.replay(Run.with(Run.shipped("four"), s -> s.withBarrier(barrier)), 5, 0, script, LONG_BATCH + 60));
        assertEquals(1, session.faults().log().fired());
        assertEquals(0, session.frames().redrawnFrames());
        assertEquals(Script.hash(script, 5, 0, 120), session.finalHash().hash());
        Run.assertWhole(session);
    }
}
