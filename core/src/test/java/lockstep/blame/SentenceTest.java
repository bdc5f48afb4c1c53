package lockstep.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceTest {
    /** As long as a topology may call a lane. */
    private static final String LANE = "sixteen-letters-";
    private static final String COLLECTOR = "G1 Young Generation (G1 Preventive Collection of a Humongous Allocation)";
    /** Characters of the compact overlay's line. */
    private static final int ROOM = 65;

    private static Cause cause(String lane, Blame kind, String what, String doing) {
        return new Cause(lane, kind, what, doing, 30_700_000, 1, 1);
    }

    @ParameterizedTest
    @EnumSource(Blame.class)
    void theNumberComesBeforeASentenceIsCut(Blame kind) {
        String what =
            kind == Blame.GC ? COLLECTOR : kind == Blame.GUARD ? "intents" : kind == Blame.PACE ? Sentence.UNTIL_DUE : LANE;
        String said = "late: " + Sentence.of(cause(LANE, kind, what, "decoding a-file-with-a-very-long-name.png"), "render");
        int number = said.indexOf("30.7 ms");
        assertTrue(number > 0 && number + "30.7 ms".length() <= ROOM, said);
    }

    @ParameterizedTest
    @EnumSource(Blame.class)
    void noCulpritSaysAWordTwice(Blame kind) {
        String[] words = Sentence.culprit("physics", kind, "physics").replaceAll("[^a-z ]", "").split(" ");
        for (int i = 1; i < words.length; i++) {
            assertFalse(words[i].equals(words[i - 1]), String.join(" ", words));
        }
    }

    @Test
    void aBarrierIsSomethingToComeLateTo() {
        assertEquals("physics came late to the barrier", Sentence.culprit("physics", Blame.BARRIER, "physics"));
        assertEquals("work came late to the barrier, running 'physics'", Sentence.culprit("work", Blame.BARRIER, "physics"));
    }

    @Test
    void whatAFrameDependedOnIsNotSaidToBeLate() {
        assertEquals("physics was on its way to the barrier", Sentence.step("physics", Blame.BARRIER, "physics"));
        assertEquals("physics worked in 'physics'", Sentence.step("physics", Blame.WORK, "physics"));
        assertEquals("main had the permit to run", Sentence.step("main", Blame.PERMIT, ""));
        assertEquals("assets held 'world'", Sentence.step("assets", Blame.GUARD, "world"));
    }

    @Test
    void ownCodeThatSleptIsSaidToSleep() {
        assertEquals("render's own code took 30.7 ms longer (asleep, not computing)",
            Sentence.of(cause("render", Blame.WORK, "render", "asleep, not computing"), "render"));
        assertEquals("'render' on main took 30.7 ms longer", Sentence.of(cause("main", Blame.WORK, "render", ""), "main"));
    }

    @Test
    void onlyWhereALaneWaitedIsThatSaid() {
        assertEquals("assets held 'world' for 30.7 ms; render waited",
            Sentence.of(cause("assets", Blame.GUARD, "world", ""), "render"));
        assertEquals("physics was ready but got no core for 30.7 ms",
            Sentence.of(cause("physics", Blame.MACHINE, "no core", ""), "render"));
        assertEquals("all lanes stopped for 30.7 ms: a safepoint",
            Sentence.of(cause("jvm", Blame.GC, "a safepoint", ""), "render"));
    }
}
