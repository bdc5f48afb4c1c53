package lockstep.overlay.timeline;

import static lockstep.overlay.timeline.LateEvidence.MS;
import static lockstep.overlay.timeline.LateEvidence.START;
import static lockstep.overlay.timeline.LateEvidence.frozen;
import static lockstep.overlay.timeline.LateEvidence.held;
import static lockstep.overlay.timeline.LateEvidence.span;
import static lockstep.overlay.timeline.LateEvidence.verdict;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;
import lockstep.view.menu.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The timeline without a window: which frame, which time, which span. */
class TimelineModelTest {
    private final List<Command> commands = new ArrayList<>();
    private final TimelineModel model = new TimelineModel(commands::add);
    private List<Frozen> kept = List.of(frozen(10, 40), frozen(20, 60), frozen(30, 50));

    @BeforeEach
    void openWithThree() {
        model.axis().place(100, 1_000);
        model.fits(8);
        model.open(kept, 17);
    }

    private long shown() {
        return model.shown().late().frame();
    }

    private SpanKind chosen() {
        return model.rows().get(model.chosen().row()).spans().kind(model.chosen().span());
    }

    @Test
    void itOpensWithTheNewestAndLetsTheShipGo() {
        assertEquals(30, shown());
        assertEquals("3 of 3 kept, worst 2nd   \u00b7   17 late in all", model.position());
        model.close();
        assertEquals(List.of(Command.HANDS_OFF, Command.HANDS_ON), commands);
        model.close();
        assertEquals(2, commands.size());
    }

    @Test
    void keysStepBetweenLateFramesAndStayAtTheEnds() {
        model.step(-1);
        assertEquals(20, shown());
        model.step(-1);
        model.step(-1);
        assertEquals(10, shown());
        assertEquals("1 of 3 kept, worst 3rd   \u00b7   17 late in all", model.position());
        model.worst();
        assertEquals(20, shown());
        assertTrue(model.position().startsWith("2 of 3 kept, the worst"), model.position());
        model.newest();
        assertEquals(30, shown());
    }

    @Test
    void theFrameShownStaysWhenItIsKeptNoMoreAndNeighboursAreFound() {
        model.step(-1);
        model.refresh(List.of(frozen(10, 40), frozen(30, 50), frozen(40, 45)), 18);
        assertEquals(20, shown());
        assertTrue(model.position().startsWith("not kept any more"), model.position());
        model.step(1);
        assertEquals(30, shown());
        model.step(-1);
        assertEquals(10, shown());
    }

    @Test
    void aRevisedVerdictIsShownWithoutMovingAnything() {
        model.axis().show(START, START + MS);
        model.next(1);
        TimelineModel.Pick before = model.chosen();
        Frozen now = new Frozen(verdict(30, 50, held(5 * MS)), kept.get(2).lanes(), Map.of());
        model.refresh(List.of(kept.get(0), kept.get(1), now), 17);
        assertEquals(5 * MS, model.shown().late().causes().get(0).ns());
        assertEquals(before, model.chosen());
    }

    @Test
    void withNoLateFrameYetTheFirstOneIsShownWhenItComes() {
        TimelineModel empty = new TimelineModel(commands::add);
        empty.axis().place(0, 100);
        empty.open(List.of(), 0);
        assertNull(empty.shown());
        empty.step(1);
        empty.next(1);
        empty.lane(1);
        empty.worst();
        empty.fit();
        assertNull(empty.pick(50, 0, false));
        assertNull(empty.chosen());
        empty.refresh(kept, 3);
        assertEquals(30, empty.shown().late().frame());
    }

    @Test
    void atFirstTheFrameFitsWithAMargin() {
        assertEquals(0, (double) (model.axis().fromNs() - (START - 7_500_000)), 2);
        assertEquals(0, (double) (model.axis().toNs() - (START + 57_500_000)), 2);
        model.zoom(600, 4);
        assertTrue(model.axis().toNs() - model.axis().fromNs() < 30 * MS);
        model.fit();
        assertEquals(0, (double) (model.axis().fromNs() - (START - 7_500_000)), 2);
    }

    @Test
    void rowsAreInTheOrderOfLanesWithoutThoseThatDidNothing() {
        assertEquals(List.of("physics", "assets", "render"), model.rows().stream().map(TimelineRow::name).toList());
    }

    @Test
    void aLaneThatDidNothingButWaitHasARowAndAnArrowToWhomItWaitsFor() {
        SpanTrack spans = new SpanTrack(1);
        span(spans, SpanKind.GUARD_WAIT, -3_000, 70, 0, 2, 0, -1, 0);
        List<FrozenLane> lanes = new ArrayList<>(kept.get(0).lanes());
        lanes.set(3, new FrozenLane(0, "input", spans, true));
        model.refresh(List.of(new Frozen(verdict(40, 40, held(5 * MS)), lanes, Map.of())), 18);
        model.newest();
        TimelineRow input = model.rows().get(0);
        assertEquals("input", input.name());
        assertTrue(input.goesOn(0));
        assertTrue(model.arrows().contains(new TimelineArrow(0, 2, START - 3_000 * MS, START + 70 * MS, 0, SpanKind.GUARD_WAIT)));
        assertEquals(0, model.pick(model.axis().px(START + 20 * MS), 0, false).span());
        assertEquals(7, input.toldUntil(7), "nothing that the lane began had ended");
    }

    @Test
    void whatALaneDidIsToldUpToTheWaitThatGoesOn() {
        SpanTrack spans = new SpanTrack(2);
        span(spans, SpanKind.PACE, -3, 5);
        span(spans, SpanKind.BARRIER_WAIT, 10, 70, 1, 3, 0, -1, 0);
        assertEquals(START + 5 * MS, new TimelineRow(new FrozenLane(1, "physics", spans, true)).toldUntil(0));
        assertEquals(START + 70 * MS, new TimelineRow(new FrozenLane(1, "physics", spans, false)).toldUntil(0));
    }

    @Test
    void aClickFindsTheSpanOrTheHoldInItsStrip() {
        float at = model.axis().px(START + 10 * MS);
        assertEquals(SpanKind.WORK, model.rows().get(1).spans().kind(model.pick(at, 1, false).span()));
        assertEquals(SpanKind.HOLD, model.rows().get(1).spans().kind(model.pick(at, 1, true).span()));
        assertEquals(SpanKind.GUARD_WAIT, model.rows().get(2).spans().kind(model.pick(at, 2, true).span()),
            "render held nothing then");
        assertNull(model.pick(model.axis().px(START + 45 * MS), 1, false), "nothing was recorded there");
        assertNull(model.pick(99, 1, false), "left of the axis");
        assertNull(model.pick(at, 3, false), "below the last lane");
    }

    @Test
    void tabBeginsWithTheLongestOfThePathAndGoesAlongTheLane() {
        model.next(1);
        assertEquals("assets", model.rows().get(model.chosen().row()).name());
        model.lane(1);
        assertEquals(SpanKind.GUARD_WAIT, chosen());
        model.next(1);
        assertEquals(SpanKind.WORK, chosen());
        model.next(-1);
        model.next(-1);
        assertEquals(SpanKind.WORK, chosen());
        model.next(-1);
        assertEquals(SpanKind.WORK, chosen(), "there is nothing before");
    }

    @Test
    void whatThePointerIsOverComesBeforeWhatIsChosen() {
        model.next(1);
        TimelineModel.Pick over = new TimelineModel.Pick(0, 0);
        assertTrue(model.hover(over));
        assertFalse(model.hover(new TimelineModel.Pick(0, 0)), "the same again is no news");
        assertEquals(over, model.told());
        assertTrue(model.hover(null));
        assertEquals(model.chosen(), model.told());
    }

    @Test
    void lanesThatDoNotFitScrollAndTheChosenOneIsInSight() {
        model.fits(2);
        assertEquals(2, model.visible());
        model.scroll(5);
        assertEquals(1, model.first());
        model.choose(new TimelineModel.Pick(0, 0));
        assertEquals(0, model.first());
        model.choose(new TimelineModel.Pick(2, 0));
        assertEquals(1, model.first());
        model.fits(8);
        assertEquals(0, model.first());
    }

    @Test
    void numbersOfSpansAreTold() {
        TimelineInfo info = new TimelineInfo(LateEvidence.NAMES);
        TimelineRow render = model.rows().get(2);
        assertEquals("guard wait 'world', 24.0 ms", info.head(model.shown(), render, 0));
        assertEquals(
            List.of("lane render   \u00b7   role render", "from +2.00 to +26.00 ms of the frame", "waited for lane assets"),
            info.lines(model.shown(), render, 0));
        assertEquals("asset asset-12", info.lines(model.shown(), render, 2).get(2));
        assertEquals(List.of("lane render   \u00b7   role render, run 77", "from +0.00 to +40.00 ms of the frame",
            "CPU time 9.00 ms of 40.0 ms"), info.lines(model.shown(), render, 4));
    }

    @Test
    void aGuardIsCalledWhatItWasCalledThen() {
        Frozen f = frozen(1, 40);
        Frozen then = new Frozen(f.late(), f.lanes(), Map.of(0, "bodies"));
        SpanTrack spans = new SpanTrack(1);
        spans.append(SpanKind.GUARD_WAIT, 0, 5, 0, 1, 0, -1, 0);
        assertEquals("guard wait 'bodies'", new TimelineInfo(LateEvidence.NAMES).label(then, spans, 0));
    }

    @Test
    void ranksAreOrdinals() {
        assertEquals(List.of("1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd"),
            java.util.stream.IntStream.of(1, 2, 3, 4, 11, 12, 13, 21, 22).mapToObj(KeptFrames::ordinal).toList());
    }
}
