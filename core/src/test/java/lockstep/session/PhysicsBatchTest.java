package lockstep.session;

import lockstep.TestLane;
import lockstep.replay.IntentLog;
import lockstep.time.LaneRecorder;
import lockstep.topology.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Physics makes several ticks in one run when it has fallen behind; a pause does not wait for the last of them. */
@Tag("slow")
class PhysicsBatchTest {
    /** Each tick takes 400 ms, so that a batch of eight lasts longer than a change waits for a lane, 2 s. */
    @Test
    void aBatchEndsWithTheTickInWhichAllLanesAreAskedToPause() throws Exception {
        Session session = Run.live(Run.shipped("four"), 7, 0, IntentLog.NONE, "physics.hold=sleep:200ms@every=1");
        Person.beside(session, () -> {
            LaneRecorder physics = session.laneOf(Topology.PHYSICS).recorder();
            long before = physics.run();
            TestLane.until(() -> physics.run() != before && LaneRecorder.isInRun(physics.run()));
            Person.done(session.switcher().pause(true));
            Person.done(session.switcher().pause(false));
        });
    }
}
