package lockstep.sync;

import java.util.stream.IntStream;
import lockstep.time.Clock;
import lockstep.time.LaneTimer;

/** What Lincheck's tests share: lane timers, which it shall not look into, and how long it looks. */
final class Checked {
    private static final LaneTimer[] LANES =
        IntStream.range(0, 4).mapToObj(i -> new LaneTimer(i, "lane " + i, Clock.SYSTEM)).toArray(LaneTimer[]::new);

    private Checked() {
    }

    /** The timer of a lane. */
    static LaneTimer lane(int lane) {
        return LANES[lane];
    }
}
