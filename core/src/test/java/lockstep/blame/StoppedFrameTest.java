package lockstep.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.stream.Collectors;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.SpanTrack;
import org.junit.jupiter.api.Test;

/** What a late frame is put down to when the virtual machine stopped all threads and told of no collection. */
class StoppedFrameTest {
    private static final long MS = 1_000_000;
    private static final int RENDER = 3;

    private final SpanTrack track = new SpanTrack(64);
    private long delayNs;
    private long stoppedNs;

    private final class Made implements Evidence {
        private final Pauses pauses = new Pauses();

        @Override
        public int lanes() {
            return 1;
        }

        @Override
        public SpanTrack spans(int lane) {
            return track;
        }

        @Override
        public boolean isLost(int lane, long ns) {
            return false;
        }

        @Override
        public Pauses pauses() {
            return pauses;
        }

        @Override
        public long runDelayNs(int lane, long fromNs, long toNs) {
            return delayNs;
        }

        @Override
        public long stoppedNs(long fromNs, long toNs) {
            return stoppedNs;
        }
    }

    private static final class Words implements Names {
        @Override
        public String lane(int number) {
            return "render";
        }

        @Override
        public String guard(int number) {
            return "guard";
        }

        @Override
        public String role(int number) {
            return "render";
        }

        @Override
        public String asset(int number) {
            return "asset";
        }

        @Override
        public int decodeGuard() {
            return 9;
        }
    }

    /** Ms by kind of a frame of 30 ms. */
    private Map<String, Double> verdict() {
        LateFrame late = new Judge(new Made(), new Words()).late(100, 0, 0, 30 * MS, 10 * MS);
        return late.causes().stream().collect(Collectors.toMap(c -> c.kind().word() + " " + c.what(), c -> c.ns() / 1e6));
    }

    /** The thread had a core for 5 of the 30 ms. */
    private void workedFor5Of30() {
        track.append(SpanKind.WORK, 0, 30 * MS, RENDER, SpanRing.NOBODY, 0, 5 * MS, 1);
    }

    @Test
    void runDelayGoesToTheMachineFirstAndWhatIsLeftToTheSafepoint() {
        workedFor5Of30();
        delayNs = 2 * MS;
        stoppedNs = 20 * MS;
        assertEquals(Map.of("machine no core", 2.0, "gc a safepoint", 20.0, "work render", 8.0), verdict());
    }

    @Test
    void noMoreThanWasOffTheCoreGoesToTheSafepoint() {
        workedFor5Of30();
        stoppedNs = 90 * MS;
        assertEquals(Map.of("gc a safepoint", 25.0, "work render", 5.0), verdict());
    }

    @Test
    void workThatHadACoreIsNotPutDownToASafepoint() {
        track.append(SpanKind.WORK, 0, 30 * MS, RENDER, SpanRing.NOBODY, 0, 30 * MS, 1);
        stoppedNs = 20 * MS;
        assertEquals(Map.of("work render", 30.0), verdict());
    }

    @Test
    void withoutTheSystemsFiguresTheSafepointGoesFirstAndTheRestToTheMachine() {
        workedFor5Of30();
        delayNs = -1;
        stoppedNs = 20 * MS;
        assertEquals(Map.of("machine no core", 5.0, "gc a safepoint", 20.0, "work render", 5.0), verdict());
    }

    @Test
    void whereTheVirtualMachineTellsNothingNothingChanges() {
        workedFor5Of30();
        delayNs = 2 * MS;
        stoppedNs = -1;
        assertEquals(Map.of("machine no core", 2.0, "work render", 28.0), verdict());
    }

    @Test
    void aSleepPastItsDeadlineIsTheSafepointsAsFarAsItReaches() {
        track.append(SpanKind.PACE, 0, 30 * MS, RENDER, SpanRing.NOBODY, 0, -1, 10 * MS);
        stoppedNs = 15 * MS;
        assertEquals(Map.of("gc a safepoint", 15.0, "pace sleep until due", 10.0, "pace timer", 5.0), verdict());
    }

    @Test
    void timeBetweenSpansIsTheMachinesAsFarAsItsFigureReachesThenTheSafepoints() {
        track.append(SpanKind.WORK, 0, 5 * MS, RENDER, SpanRing.NOBODY, 0, 5 * MS, 1);
        track.append(SpanKind.WORK, 25 * MS, 30 * MS, RENDER, SpanRing.NOBODY, 0, 5 * MS, 2);
        delayNs = 12 * MS;
        assertEquals(Map.of("machine no core", 12.0, "unexplained ", 8.0, "work render", 10.0), verdict());
        stoppedNs = 5 * MS;
        assertEquals(Map.of("machine no core", 12.0, "gc a safepoint", 5.0, "unexplained ", 3.0, "work render", 10.0), verdict());
    }

    @Test
    void aSwapMaySleep() {
        track.append(SpanKind.SWAP, 0, 30 * MS, RENDER, SpanRing.NOBODY, 0, MS, 1);
        stoppedNs = 15 * MS;
        assertEquals(Map.of("swap swap", 30.0), verdict());
    }
}
