package lockstep.desktop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import lockstep.blame.Blame;
import lockstep.desktop.bench.JudgedFrame.Evidence;
import lockstep.desktop.bench.LaneTime.Stretch;
import org.junit.jupiter.api.Test;

/** The bench's own rules, on firings and verdicts made by hand: it must see a judge that is wrong. */
final class BlameScoreTest {
    private static final long MS = 1_000_000;

    private static Firing firing(String point, String lane, long startMs, long endMs, long askedMs) {
        return new Firing(point, lane, startMs * MS, endMs * MS, askedMs * MS);
    }

    private static Named named(String lane, Blame kind, String role) {
        return new Named(lane, kind, role, 10 * MS);
    }

    private static JudgedFrame frame(long startMs, long endMs, Named... causes) {
        return judged(startMs, endMs, Evidence.HOLDS, causes);
    }

    private static JudgedFrame judged(long startMs, long endMs, Evidence evidence, Named... causes) {
        return new JudgedFrame(startMs * MS, endMs * MS, 4 * MS, "render", Stretch.NONE, List.of(causes), evidence, "render",
            "render", "");
    }

    private static BlameScore score(String row, JudgedRun... runs) {
        BlameScore score = new BlameScore(row);
        for (JudgedRun run : runs) {
            score.add(run, line -> {});
        }
        return score;
    }

    private static final Named DREW = named("render", Blame.WORK, "render");
    private static final Named HELD = named("assets", Blame.GUARD, "assets");
    private static final Named CAME_LATE = named("physics", Blame.BARRIER, "physics");
    private static final Named COLLECTED = named("jvm", Blame.GC, "");
    private static final Named NO_CORE = named("render", Blame.MACHINE, "");

    @Test
    void aFaultsPartIsItsOverlapLessWhatItsThreadHadNoCoreFor() {
        Firing even = firing("render.draw", "render", 10, 30, 20);
        assertEquals(15 * MS, even.partNs(0, 25 * MS));
        assertEquals(0, even.partNs(30 * MS, 40 * MS));
        Firing stretched = firing("render.draw", "render", 10, 50, 20);
        assertEquals(20 * MS, stretched.partNs(0, 60 * MS));
        assertEquals(10 * MS, stretched.partNs(0, 30 * MS));
    }

    /** A frame of 36 ms with a budget of 4. */
    @Test
    void aFrameIsAFaultsOnlyIfNothingElseCanHaveTakenMore() {
        JudgedFrame frame = frame(0, 36, DREW);
        Firing enough = firing("render.draw", "render", 10, 30, 20);
        Firing less = firing("render.draw", "render", 10, 29, 19);
        assertEquals(List.of(enough), frame.culprits(List.of(enough)), "20 - 4 of it against 16 of the rest");
        assertEquals(List.of(), frame.culprits(List.of(less)));
        assertTrue(frame.isTouched(List.of(less)));
        assertFalse(frame.isTouched(List.of(firing("render.draw", "render", 36, 60, 24))));
    }

    @Test
    void aFrameMayHaveTwoCulpritsButNotAMinorOne() {
        JudgedFrame frame = frame(0, 36, DREW);
        Firing draw = firing("render.draw", "render", 0, 20, 20);
        Firing collection = firing("gc", "timer", 20, 30, 10);
        Firing minor = firing("gc", "timer", 20, 29, 9);
        assertEquals(List.of(draw, collection), frame.culprits(List.of(draw, collection)), "10 - 4 against 6");
        assertEquals(List.of(draw), frame.culprits(List.of(draw, minor)));
    }

    /** The lane that draws went on sleeping from 6 to 26 ms. */
    @Test
    void whatTheDrawingLaneOversleptIsNoFaultsButACollections() {
        JudgedFrame frame =
            new JudgedFrame(0, 28 * MS, 4 * MS, "render", new Stretch(6 * MS, 26 * MS), List.of(HELD), Evidence.HOLDS,
                "", "", "");
        assertEquals(List.of(), frame.culprits(List.of(firing("assets.hold", "assets", 5, 28, 23))), "23 - 4 against 20");
        Firing longer = firing("assets.hold", "assets", 4, 28, 24);
        assertEquals(List.of(longer), frame.culprits(List.of(longer)));
        Firing collection = firing("gc", "timer", 6, 26, 20);
        assertEquals(List.of(collection), frame.culprits(List.of(collection)));
    }

    @Test
    void aCulpritIsItsLaneInAWayThatFits() {
        JudgedFrame frame = frame(0, 40);
        Firing draw = firing("render.draw", "render", 0, 40, 40);
        assertTrue(frame.isRight(DREW, draw));
        assertFalse(frame.isRight(named("render", Blame.UPLOAD, "render"), draw));
        assertFalse(frame.isRight(NO_CORE, draw));
        assertTrue(frame.isRight(named("render", Blame.UPLOAD, "render"), firing("render.upload", "render", 0, 40, 40)));
        assertTrue(frame.isRight(named("render", Blame.IO, "assets"), firing("assets.read", "render", 0, 40, 40)));
        Firing hold = firing("assets.hold", "assets", 0, 40, 40);
        assertTrue(frame.isRight(HELD, hold));
        assertTrue(frame.isRight(named("assets", Blame.BARRIER, "assets"), hold));
        assertFalse(frame.isRight(named("assets", Blame.WORK, "assets"), hold));
        assertFalse(frame.isRight(CAME_LATE, hold));
        assertTrue(frame.isRight(COLLECTED, firing("gc", "timer", 0, 40, 40)));
        assertFalse(frame.isRight(COLLECTED, hold));
    }

    /** 100 frames of 30 ms, in which by turns drawing, assets and physics take 20. */
    private static JudgedRun hundred(UnaryOperator<Named> judge) {
        List<JudgedFrame> late = new ArrayList<>();
        List<Firing> fired = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long at = i * 100L;
            Named truth = List.of(DREW, HELD, CAME_LATE).get(i % 3);
            late.add(frame(at, at + 30, judge.apply(truth)));
            fired.add(firing(truth.role() + ".hold", truth.lane(), at + 5, at + 25, 20));
        }
        return new JudgedRun(late, fired, 0);
    }

    @Test
    void aJudgeThatIsRightReachesTheGoal() {
        BlameScore right = score("all", hundred(n -> n));
        assertEquals(100, right.right);
        assertTrue(right.reachesGoal());
        assertEquals(Map.of("render", 34, "assets", 33, "physics", 33), right.named);
    }

    @Test
    void judgesThatAreWrongMissIt() {
        BlameScore swapped = score("all", hundred(n -> n == HELD ? CAME_LATE : n == CAME_LATE ? HELD : n));
        assertEquals(34, swapped.right);
        assertFalse(swapped.reachesGoal());
        assertFalse(score("all", hundred(n -> DREW)).reachesGoal(), "always the biggest stage of the lane that draws");
        assertFalse(score("all", hundred(n -> HELD)).reachesGoal(), "always who held the guard last");
        assertFalse(score("all", hundred(n -> NO_CORE)).reachesGoal(), "always the machine");
        assertEquals(0, score("all", hundred(n -> named(n.lane(), Blame.PACE, ""))).right);
        assertFalse(score("all").reachesGoal(), "no frames at all");
    }

    @Test
    void fourWrongInAHundredAreOneTooMany() {
        for (int wrong = 3; wrong <= 4; wrong++) {
            int[] left = {wrong};
            BlameScore score = score("all", hundred(n -> left[0]-- > 0 ? NO_CORE : n));
            assertEquals(100 - wrong, score.right);
            assertEquals(wrong == 3, score.reachesGoal());
        }
    }

    @Test
    void ofTwoCulpritsOneMustComeFirstAndBothAreCounted() {
        List<Firing> both = List.of(firing("render.draw", "render", 0, 20, 20), firing("gc", "timer", 20, 35, 15));
        BlameScore s = score("render.draw + gc", new JudgedRun(List.of(frame(0, 40, DREW, COLLECTED), frame(0, 40, COLLECTED),
            frame(0, 40, HELD, DREW, COLLECTED)), both, 0));
        assertEquals(3, s.frames);
        assertEquals(2, s.right);
        assertEquals(3, s.twice);
        assertEquals(2, s.bothNamed);
    }

    @Test
    void whereCoresAreBurnedOnlyTheMachineIsRight() {
        List<JudgedFrame> late =
            List.of(frame(0, 40, NO_CORE), frame(50, 90, named("render", Blame.PACE, "")), frame(200, 240, NO_CORE));
        BlameScore s = score("hog", new JudgedRun(late, List.of(firing("hog", "timer", 0, 100, 200)), 4));
        assertEquals(1, s.right);
        assertEquals(2, s.frames);
        assertEquals(1, s.untouched);
        assertEquals(0.9, s.goal());
    }

    @Test
    void framesWithoutAKnownCulpritAreCountedApart() {
        JudgedFrame accused = judged(100, 140, Evidence.NONE, CAME_LATE);
        JudgedFrame slept = judged(150, 190, Evidence.SLEPT, DREW);
        BlameScore s =
            score("render.draw", new JudgedRun(List.of(frame(0, 100, NO_CORE), accused, slept, frame(200, 230, NO_CORE)),
                List.of(firing("render.draw", "render", 10, 30, 20)), 0));
        assertEquals(0, s.frames);
        assertEquals(1, s.partly);
        assertEquals(1, s.partlyRight);
        assertEquals(3, s.untouched);
        assertEquals(List.of(1, 1), List.of(s.slept, s.falselyAccused));
        assertEquals(Map.of("machine", 1, "physics", 1, "render", 1), s.namedUntouched);
    }

    @Test
    void naiveJudgesAreScoredByTheLaneTheyName() {
        JudgedFrame frame = new JudgedFrame(0, 30 * MS, 4 * MS, "render", Stretch.NONE, List.of(HELD), Evidence.HOLDS, "physics",
            "assets", "");
        BlameScore s =
            score("assets.hold", new JudgedRun(List.of(frame), List.of(firing("assets.hold", "assets", 0, 20, 20)), 0));
        assertEquals(List.of(1, 0, 1), List.of(s.right, s.longestRight, s.waitedForRight));
    }

    /** 97 of 100 by hand: centre (0.97 + 1.9207 / 100) / 1.0384, half width 0.0371. */
    @Test
    void theIntervalIsWilsons() {
        double[] w = BlameScore.wilson(97, 100);
        assertEquals(0.9155, w[0], 0.0001);
        assertEquals(0.9897, w[1], 0.0001);
        assertEquals(0, BlameScore.wilson(0, 0)[0]);
        assertEquals(1, BlameScore.wilson(0, 0)[1]);
    }

    @Test
    void theTableShowsPlantedAgainstNamed() {
        String table = BlameTable.of(List.of(score("all", hundred(n -> n == HELD ? NO_CORE : n))));
        assertTrue(table.contains("| `all` | 100 | 67.0 % | 57.3 to 75.4 |"), table);
        assertTrue(table.contains("| planted \\ named | render | physics | machine |"), table);
        assertTrue(table.contains("| `all` | 34 | 33 | 33 |"), table);
        assertEquals(3, IntStream.of(table.split("`all`", -1).length).sum(), table);
    }
}
