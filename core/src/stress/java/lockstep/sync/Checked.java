package lockstep.sync;

import java.util.stream.IntStream;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;

/** What Lincheck's tests share: lane recorders, which it shall not look into, and how long it looks. */
final class Checked {
    private static final LaneRecorder[] LANES =
        IntStream.range(0, 4).mapToObj(i -> new LaneRecorder(i, "lane " + i, Clock.SYSTEM)).toArray(LaneRecorder[]::new);

    private Checked() {
    }

    /** The recorder of a lane. */
    static LaneRecorder lane(int lane) {
        return LANES[lane];
    }
}
