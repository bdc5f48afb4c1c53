package lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import lockstep.sync.Faults;
import lockstep.time.Clock;

/** Lanes on the test's own thread. Their clock moves a little at each look and lets no sleep last, so time is exact. */
abstract class OwnClockLanes {
    static final long LOOK_NS = 20_000;
    static final long SECOND_NS = 1_000_000_000;

    long nowNs;
    final Clock clock = () -> {
        LockSupport.unpark(Thread.currentThread());
        return nowNs += LOOK_NS;
    };
    final List<String> calls = new ArrayList<>();

    Lane lane() {
        return TestLanes.lane(3, "lane", clock, Faults.NONE, false);
    }

    /** Ends a lane once its time has come. */
    TestRole.Job until(long ns) {
        return lane -> {
            if (nowNs >= ns) {
                lane.stop();
            }
            return true;
        };
    }
}
