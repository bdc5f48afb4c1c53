package lockstep.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A verdict in which a lane got no core says who had the cores. */
class CoreUseTest {
    private static LateFrame frame(Cause... causes) {
        return new LateFrame(7, 0, 40, 16, "render", List.of(causes), List.of(new Step(0, 40, 0, Blame.WORK, 0, -1)), true);
    }

    private static Cause cause(String lane, Blame kind, String doing, double share) {
        return new Cause(lane, kind, "no core", doing, 10, share, 1);
    }

    @Test
    void aFrameIsStarvedIfAFifthOfItIsTheMachines() {
        assertTrue(frame(cause("assets", Blame.WORK, "", 0.8), cause("render", Blame.MACHINE, "", 0.2)).isStarved());
        assertFalse(frame(cause("assets", Blame.WORK, "", 0.81), cause("render", Blame.MACHINE, "", 0.19)).isStarved());
        assertFalse(frame(cause("render", Blame.WORK, "", 1)).isStarved());
    }

    @Test
    void whoHadTheCoresIsAddedWhereALaneGotNoneAndNothingElseChanges() {
        Cause work = cause("assets", Blame.WORK, "", 0.5);
        Cause known = cause("physics", Blame.MACHINE, "said before", 0.3);
        Cause open = cause("render", Blame.MACHINE, "", 0.2);
        LateFrame f = frame(work, known, open);
        LateFrame told = f.withCoreUse(lane -> "other processes, asked for " + lane);
        assertEquals(List.of(work, known, cause("render", Blame.MACHINE, "other processes, asked for render", 0.2)),
            told.causes());
        assertEquals(told, told.withCoreUse(lane -> "somebody else"), "what was said stands");
        assertEquals(f.path(), told.path());
        assertEquals(f, f.withCoreUse(lane -> ""), "where it is not known nothing is said");
    }
}
