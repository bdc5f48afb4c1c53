package lockstep.overlay.panel;

import static lockstep.overlay.timeline.LateEvidence.MS;
import static lockstep.overlay.timeline.LateEvidence.frozen;
import static lockstep.overlay.timeline.LateEvidence.held;
import static lockstep.overlay.timeline.LateEvidence.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Keys;
import java.util.List;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrames;
import lockstep.overlay.Allocation;
import lockstep.overlay.timeline.LateEvidence;
import lockstep.overlay.timeline.Timeline;
import lockstep.time.FrameLog;
import lockstep.view.menu.Inbox;
import org.junit.jupiter.api.Test;

/** What is said when a frame was late. */
class LateToastTest {
    private final LateFrames late = new LateFrames();
    private final LateNews news = new LateNews(late);
    private boolean wanted = true;
    private final LateToast toast = new LateToast(news, () -> wanted);

    private String at(long ms) {
        return toast.sentence(60_000 * MS + ms * MS);
    }

    @Test
    void aLateFrameIsSaidForFourSeconds() {
        assertEquals("", at(0));
        Frozen f = frozen(10, 40);
        late.add(f);
        assertEquals(f.late().sentence(), at(10));
        assertEquals("F3 shows it", toast.count());
        assertEquals(f.late().sentence(), at(4_009));
        assertEquals("", at(4_010));
    }

    @Test
    void howeverThickTheyComeOneASecondIsSaidWithTheCount() {
        late.add(frozen(10, 40));
        at(0);
        late.add(frozen(11, 40));
        late.add(frozen(12, 40));
        assertTrue(at(999).startsWith("frame 10 "), at(999));
        assertTrue(at(1_000).startsWith("frame 12 "), at(1_000));
        assertEquals("3 late frames so far   \u00b7   F3 shows it", toast.count());
    }

    @Test
    void aRevisedVerdictIsSaidButNotForLonger() {
        Frozen f = frozen(10, 40);
        late.add(f);
        at(0);
        late.revise(f.late(), verdict(10, 40, held(7 * MS)));
        assertTrue(at(1_500).contains("7.0 ms"), at(1_500));
        assertEquals("", at(4_000));
        late.revise(late.all().get(0), verdict(10, 40, held(8 * MS)));
        assertEquals("", at(6_000), "it had been said");
    }

    @Test
    void whoHasTheOverlayOffIsNotTold() {
        wanted = false;
        late.add(frozen(10, 40));
        assertEquals("", at(0));
        wanted = true;
        assertEquals("", at(500), "what was late before is not said afterwards");
        late.add(frozen(11, 40));
        assertTrue(at(1_000).startsWith("frame 11 "));
    }

    @Test
    void theStoreIsLookedIntoAtMostFourTimesASecond() {
        late.add(frozen(10, 40));
        news.look(0);
        late.add(frozen(11, 40));
        news.look(249 * MS);
        assertEquals(10, news.newest().frame());
        news.look(250 * MS);
        assertEquals(11, news.newest().frame());
        assertEquals(2, news.count());
        assertEquals("late: assets held 'world' for 24.0 ms; render waited", news.culprit());
        assertEquals(List.of("48 ms assets held 'world'"), news.culprits());
    }

    @Test
    void framesWithNothingNewAllocateNothing() {
        late.add(frozen(10, 40));
        String said = at(0);
        int times = 2_000;
        long bytes = Allocation.bytes(times, () -> assertSame(said, at(5)));
        assertTrue(bytes < times, bytes + " bytes in " + times + " frames");
    }

    @Test
    void aClosedTimelineAllocatesNothingThoughFramesAreLate() {
        PretendGame game = new PretendGame();
        Panel panel = new Panel(game, c -> {}, (canvas, seen) -> {}, () -> 0, toast);
        Timeline timeline = new Timeline(late, LateEvidence.NAMES, new FrameLog(), panel, c -> {}, () -> 0);
        late.add(frozen(10, 40));
        Inbox.Event e = new Inbox.Event();
        e.what = Inbox.What.KEY_DOWN;
        e.code = Keys.F3;
        assertTrue(timeline.take(e));
        assertTrue(timeline.covers());
        assertTrue(timeline.take(e));
        int times = 2_000;
        long bytes = Allocation.bytes(times, () -> timeline.draw(null, null));
        assertTrue(bytes < times, bytes + " bytes in " + times + " frames");
    }
}
