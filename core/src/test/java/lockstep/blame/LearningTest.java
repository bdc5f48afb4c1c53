package lockstep.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import lockstep.time.SpanTrack;
import org.junit.jupiter.api.Test;

/** How much the judge does for frames that are in time: next to nothing, until one is late. */
class LearningTest {
    private static final int FRAME_MS = 16;

    private final HandMade made = new HandMade();
    private int looks;
    private final Judge judge = new Judge(new Counted(), made);
    private int t;

    /** Evidence that counts how often somebody looks what a lane did. */
    private final class Counted implements Evidence {
        @Override
        public int lanes() {
            return made.lanes();
        }

        @Override
        public SpanTrack spans(int lane) {
            looks++;
            return made.spans(lane);
        }

        @Override
        public boolean isLost(int lane, long ns) {
            return made.isLost(lane, ns);
        }

        @Override
        public Pauses pauses() {
            return made.pauses();
        }

        @Override
        public long runDelayNs(int lane, long fromNs, long toNs) {
            return made.runDelayNs(lane, fromNs, toNs);
        }

        @Override
        public long stoppedNs(long fromNs, long toNs) {
            return made.stoppedNs(fromNs, toNs);
        }
    }

    private void inTime(int frames, int ms) {
        for (int i = 0; i < frames; i++) {
            made.work(HandMade.RENDER, t, t + ms);
            judge.inTime(HandMade.RENDER, HandMade.ns(t), HandMade.ns(t + ms));
            t += ms;
        }
    }

    private LateFrame late(int ms) {
        made.work(HandMade.RENDER, t, t + ms).allTold(t + ms + 50);
        LateFrame f = judge.late(1, HandMade.RENDER, HandMade.ns(t), HandMade.ns(t + ms), HandMade.ns(FRAME_MS));
        t += ms;
        return f;
    }

    @Test
    void noPathIsFollowedWhileEveryFrameIsInTime() {
        inTime(3_000, FRAME_MS);
        assertEquals(0, looks);
    }

    @Test
    void aLateFrameCostsNoMoreThanTheFramesThatSayWhatIsUsual() {
        late(40);
        int each = looks;
        assertTrue(each > 0);
        inTime(3_000, FRAME_MS);
        looks = 0;
        late(40);
        assertTrue(looks <= (InTime.MOST + 1) * each, looks + " looks, " + each + " for one frame");
        looks = 0;
        late(40);
        assertTrue(looks <= each, looks + " looks");
    }

    @Test
    void whatIsUsualIsThatOfThe31FramesBefore() {
        inTime(100, 10);
        inTime(31, FRAME_MS);
        assertEquals(List.of(40 - FRAME_MS), causesMs(late(40)));
        inTime(16, 10);
        assertEquals(List.of(40 - 10), causesMs(late(40)));
    }

    @Test
    void framesThatAreLongAreLearntBeforeTheyAreForgotten() {
        inTime(40, 100);
        assertTrue(looks > 0);
        assertEquals(List.of(300), causesMs(late(400)));
    }

    private static List<Integer> causesMs(LateFrame f) {
        List<Integer> ms = new ArrayList<>();
        f.causes().forEach(c -> ms.add(Math.round(c.ns() / 1e6f)));
        return ms;
    }
}
