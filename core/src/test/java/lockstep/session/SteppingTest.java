package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.TestLane;
import lockstep.engine.PutBack;
import lockstep.replay.IntentLog;
import lockstep.sync.BarrierMode;
import lockstep.topology.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The game goes on from where it was stepped to, at its rate, as soon as all lanes go on. */
@Tag("slow")
class SteppingTest {
    private static final int STEPS = 240;
    private static final int MOST_FRAMES = 3;

    private final AtomicLong framesAtTick = new AtomicLong(-1);
    private volatile boolean waitingForTick;
    private Session session;

    /** The simulation waits for nothing but its next tick, so the first frame or two after the pause show a new one. */
    @ParameterizedTest
    @CsvSource({"four, pipelined, tick", "four, lockstep, tick", "four, pipelined, lane", "classic, pipelined, tick",
        "classic, lockstep, lane"})
    void physicsTicksOnAtOnceAfterManySteps(String topology, String barrier, String step) throws Exception {
        Topology t =
            Run.with(Run.shipped(topology), s -> s.withBarrier(BarrierMode.valueOf(barrier.toUpperCase(java.util.Locale.ROOT))));
        long without = framesWithoutATick(t, () -> {
            int tick = session.ticks();
            for (int i = 0; i < STEPS; i++) {
                Person.done(step(step));
            }
            assertEquals(tick + STEPS, session.ticks());
        });
        assertTrue(without <= MOST_FRAMES, () -> without + " frames went by before the first tick");
    }

    @Test
    void itWouldBeSeenIfTheGameStoodStillForAsLongAsItWasStepped() throws Exception {
        long without = framesWithoutATick(Run.shipped("four"),
            () -> PutBack.standAsLongAsStepped(session.switcher(), session.laneOf(Topology.PHYSICS), STEPS, 120));
        assertTrue(without > MOST_FRAMES, () -> "only " + without + " frames");
    }

    /** How many frames are drawn after a pause, in which the person acts, before the simulation ticks. */
    private long framesWithoutATick(Topology topology, Person.Acts inThePause) throws Exception {
        session = Run.live(topology, 7, 0, (tick, controls) -> {
            if (waitingForTick) {
                waitingForTick = false;
                framesAtTick.set(session.frames().log().frames());
            }
        });
        long[] before = new long[1];
        Person.beside(session, () -> {
            Person.done(session.switcher().pause(true));
            inThePause.act();
            before[0] = session.frames().log().frames();
            waitingForTick = true;
            Person.done(session.switcher().pause(false));
            TestLane.until(() -> framesAtTick.get() >= 0);
        });
        return framesAtTick.get() - before[0];
    }

    @Test
    void theLastTickIsNeverSteppedOver() throws Exception {
        session = Run.live(Run.shipped("four"), 7, 60, IntentLog.NONE);
        Person.beside(session, () -> {
            Person.done(session.switcher().pause(true));
            for (int i = 0; i < 70; i++) {
                Person.done(session.switcher().stepTick());
            }
            assertEquals(60, session.ticks());
            Person.done(session.switcher().pause(false));
            TestLane.until(session.conductor()::stopping);
        });
        assertEquals(60, session.finalHash().tick());
    }

    private Future<String> step(String what) {
        return what.equals("tick") ? session.switcher().stepTick()
            : session.switcher().stepLane(session.laneOf(Topology.PHYSICS));
    }
}
