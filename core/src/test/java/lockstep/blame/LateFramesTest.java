package lockstep.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LateFramesTest {
    private static final long MS = 1_000_000;

    private final LateFrames store = new LateFrames();

    private static LateFrame frame(long number, long ms, String culprit) {
        Cause c = new Cause(culprit, Blame.WORK, "a role", "", ms * MS, 1, 1);
        return new LateFrame(number, 0, ms * MS, 16 * MS, "render", List.of(c), List.of(), true);
    }

    private static Frozen frozen(LateFrame f) {
        return new Frozen(f, List.of(), Map.of());
    }

    @Test
    void evidenceIsKeptForTheWorstAndTheLast() {
        for (int n = 1; n <= 100; n++) {
            store.add(frozen(frame(n, n <= LateFrames.WORST ? 500 + n : 30, "render")));
        }
        List<Long> kept = store.frozen().stream().map(f -> f.late().frame()).toList();
        List<Long> expected = new ArrayList<>();
        for (long n = 1; n <= LateFrames.WORST; n++) {
            expected.add(n);
        }
        for (long n = 101 - LateFrames.LAST; n <= 100; n++) {
            expected.add(n);
        }
        assertEquals(expected, kept);
        assertEquals(100, store.count());
    }

    @Test
    void aRevisedVerdictTakesThePlaceOfTheFirst() {
        LateFrame before = frame(1, 40, "render");
        LateFrame after = frame(1, 40, "jvm");
        List<LateFrame> heard = new ArrayList<>();
        store.listen(heard::add);
        store.add(frozen(before));
        long version = store.version();
        store.revise(before, after);
        assertEquals(List.of(before, after), heard);
        assertEquals(List.of(after), store.all());
        assertEquals("jvm", store.frozen().get(0).late().causes().get(0).lane());
        assertEquals(List.of(new LateFrames.Total("jvm", Blame.WORK, "a role", 1, 40 * MS)), store.totals());
        assertTrue(store.version() > version);
        assertEquals(1, store.count());
    }

    @Test
    void totalsRankCulpritsByTime() {
        store.add(frozen(frame(1, 30, "render")));
        store.add(frozen(frame(2, 30, "render")));
        store.add(frozen(frame(3, 90, "assets")));
        assertEquals(List.of("assets", "render"), store.totals().stream().map(LateFrames.Total::lane).toList());
        assertEquals(2, store.totals().get(1).frames());
    }

    @Test
    void pathsAreKeptOnlyWithTheEvidence() {
        LateFrame f = frame(1, 40, "render");
        List<Step> path = List.of(new Step(0, 40 * MS, 0, Blame.WORK, 0, -1));
        LateFrame followed = new LateFrame(1, 0, 40 * MS, 16 * MS, "render", f.causes(), path, true);
        store.add(frozen(followed));
        assertEquals(List.of(f), store.all());
        assertEquals(path, store.frozen().get(0).late().path());
    }

    @Test
    void whatIsKeptIsBounded() {
        for (int n = 1; n <= LateFrames.KEPT + 5; n++) {
            store.add(frozen(frame(n, 40, "render")));
        }
        assertEquals(LateFrames.KEPT, store.all().size());
        assertEquals(LateFrames.KEPT + 5, store.count());
    }

    @Test
    void evidenceOfOneOfTheWorstIsRevisedTooAndListedOnce() {
        LateFrame worst = frame(1, 500, "render");
        store.add(frozen(worst));
        assertEquals(1, store.frozen().size(), "it is one of the worst and one of the last");
        for (int n = 2; n <= 1 + LateFrames.LAST; n++) {
            store.add(frozen(frame(n, 30, "render")));
        }
        store.revise(worst, frame(1, 500, "jvm"));
        assertEquals("jvm", store.frozen().get(0).late().causes().get(0).lane());
        assertEquals("render", store.frozen().get(1).late().causes().get(0).lane());
        assertEquals("jvm", store.all().get(0).causes().get(0).lane());
        assertEquals("render", store.all().get(1).causes().get(0).lane());
    }

    @Test
    void theVersionNeverComesBack() {
        Set<Long> seen = new HashSet<>(List.of(store.version()));
        LateFrame f = frame(1, 40, "render");
        store.add(frozen(f));
        assertTrue(seen.add(store.version()));
        store.revise(f, frame(1, 40, "jvm"));
        assertTrue(seen.add(store.version()));
        store.add(frozen(frame(2, 40, "render")));
        assertTrue(seen.add(store.version()));
    }
}
