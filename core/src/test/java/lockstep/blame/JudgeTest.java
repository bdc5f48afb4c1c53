package lockstep.blame;

import static lockstep.blame.HandMade.ASSETS;
import static lockstep.blame.HandMade.DECODE;
import static lockstep.blame.HandMade.MS;
import static lockstep.blame.HandMade.PHYSICS;
import static lockstep.blame.HandMade.RENDER;
import static lockstep.blame.HandMade.WORLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final double FRAME = 16;
    private static final int BEFORE = 31;

    private final HandMade made = new HandMade();
    private final Judge judge = new Judge(made, made);
    private double t;

    /** A frame in time: 10 ms of work, then sleep. */
    private void usualFrames() {
        for (int i = 0; i < BEFORE; i++) {
            made.work(RENDER, t, t + 10).pace(RENDER, t + 10, t + FRAME, t + FRAME);
            judge.inTime(RENDER, HandMade.ns(t), HandMade.ns(t + FRAME));
            t += FRAME;
        }
    }

    private LateFrame late(double ms) {
        made.allTold(t + ms + 50);
        return judge.late(100, RENDER, HandMade.ns(t), HandMade.ns(t + ms), 16 * MS);
    }

    private static void assertCause(String lane, Blame kind, String what, double ms, Cause c) {
        assertEquals(lane + " " + kind + " " + what, c.lane() + " " + c.kind() + " " + c.what());
        assertEquals(ms, c.ns() / 1e6, 0.001);
    }

    @Test
    void whatIsBigEveryTimeIsNoCulprit() {
        usualFrames();
        made.work(RENDER, t, t + 11);
        made.add(RENDER, SpanKind.SWAP, t + 11, t + 20, SpanRing.NOBODY, 0, HandMade.ns(9), 1);
        LateFrame f = late(20);
        assertCause("render", Blame.SWAP, "swap", 9, f.causes().get(0));
        assertCause("render", Blame.WORK, "render", 1, f.causes().get(1));
        assertEquals(0.9, f.causes().get(0).share(), 0.001);
        assertEquals(2, f.causes().size());
    }

    @Test
    void aHolderIsNamedWithWhatItDid() {
        usualFrames();
        made.add(ASSETS, SpanKind.HOLD, t + 1, t + 29, SpanRing.NOBODY, DECODE, -1, 1 + 7).hold(ASSETS, t, t + 30, WORLD)
            .work(ASSETS, t, t + 30);
        made.guardWait(RENDER, t + 4, t + 30, WORLD, ASSETS).work(RENDER, t, t + 36);
        LateFrame f = late(36);
        assertCause("assets", Blame.GUARD, "world", 26, f.causes().get(0));
        assertEquals("frame 100 36.0 ms (+20.0): assets held 'world' for 26.0 ms (decoding asset-7.png); render waited",
            f.sentence());
        assertEquals(1, f.causes().get(0).confidence());
        assertTrue(f.complete());
    }

    @Test
    void aHolderThatReadAFileIsNamedForThat() {
        usualFrames();
        made.add(ASSETS, SpanKind.IO, t + 1, t + 29, SpanRing.NOBODY, 0, 0, 3).hold(ASSETS, t, t + 30, WORLD).work(ASSETS, t,
            t + 30, 2);
        made.guardWait(RENDER, t + 4, t + 30, WORLD, ASSETS).work(RENDER, t, t + 36);
        assertEquals("reading asset-3.png", late(36).causes().get(0).doing());
    }

    @Test
    void workWithoutACoreIsTheMachinesAsFarAsTheSystemSaysSo() {
        usualFrames();
        made.work(RENDER, t, t + 40, 10);
        made.delayNs[RENDER] = 25 * MS;
        LateFrame f = late(40);
        assertCause("render", Blame.MACHINE, "no core", 25, f.causes().get(0));
        assertEquals(1, f.causes().get(0).confidence());
        assertCause("render", Blame.WORK, "render", 5, f.causes().get(1));
    }

    @Test
    void aLaneThatSleptInItsOwnCodeIsNotTheMachines() {
        usualFrames();
        made.work(RENDER, t, t + 40, 10);
        LateFrame f = late(40);
        assertCause("render", Blame.WORK, "render", 30, f.causes().get(0));
        assertEquals("asleep, not computing", f.causes().get(0).doing());
    }

    @Test
    void aPlantedFaultThatFiredInTheLongestPieceIsNamed() {
        usualFrames();
        made.add(RENDER, SpanKind.WORK, t, t + 40, SpanRing.NOBODY, 3, HandMade.ns(10), 0);
        assertEquals("asleep, not computing, planted: fault 3", late(40).causes().get(0).doing());
    }

    @Test
    void aPlantedFaultInAnotherRunIsNot() {
        usualFrames();
        made.add(RENDER, SpanKind.WORK, t, t + 5, SpanRing.NOBODY, 3, HandMade.ns(5), 0).work(RENDER, t + 5, t + 40);
        assertEquals("", late(40).causes().get(0).doing());
    }

    @Test
    void aHolderIsNamedWithWhatWasPlantedInIt() {
        usualFrames();
        made.hold(ASSETS, t, t + 30, WORLD).add(ASSETS, SpanKind.WORK, t, t + 30, SpanRing.NOBODY, 2, HandMade.ns(30), 0);
        made.guardWait(RENDER, t + 4, t + 30, WORLD, ASSETS).work(RENDER, t, t + 36);
        assertEquals("frame 100 36.0 ms (+20.0): assets held 'world' for 26.0 ms (planted: fault 2); render waited",
            late(36).sentence());
    }

    @Test
    void aCollectionThatWasPlantedIsSaidToBe() {
        usualFrames();
        made.work(RENDER, t, t + 35, 11);
        made.pauses.add(HandMade.ns(t + 5), HandMade.ns(t + 29), "G1 Old Generation (System.gc())");
        made.plantedCollections = "gc every 160ms";
        assertEquals("all lanes stopped for 24.0 ms: G1 Old Generation (System.gc()) (planted: gc every 160ms)",
            Sentence.of(late(35).causes().get(0), "render"));
    }

    @Test
    void whereTheSystemSaysNothingTheMachineIsInferred() {
        usualFrames();
        made.work(RENDER, t, t + 40, 10);
        made.delayNs[RENDER] = -1;
        LateFrame f = late(40);
        assertCause("render", Blame.MACHINE, "no core", 30, f.causes().get(0));
        assertEquals(0, f.causes().get(0).confidence());
    }

    @Test
    void aSwapThatWaitedForTheDisplayIsNotTheMachines() {
        usualFrames();
        made.add(RENDER, SpanKind.SWAP, t + 10, t + 30, SpanRing.NOBODY, 0, 0, 1).work(RENDER, t, t + 30, 10);
        made.delayNs[RENDER] = -1;
        assertCause("render", Blame.SWAP, "swap", 20, late(30).causes().get(0));
    }

    @Test
    void aSleepBeyondItsDeadlineIsTheTimersUnlessThereWasNoCore() {
        usualFrames();
        made.work(RENDER, t, t + 10).pace(RENDER, t + 10, t + 36, t + 16);
        assertCause("render", Blame.PACE, "timer", 20, late(36).causes().get(0));
        made.delayNs[RENDER] = 20 * MS;
        assertCause("render", Blame.MACHINE, "no core", 20,
            judge.late(100, RENDER, HandMade.ns(t), HandMade.ns(t + 36), 16 * MS).causes().get(0));
    }

    @Test
    void aPhysicsStepThatLastedMakesPhysicsTheCulprit() {
        usualFrames();
        made.work(PHYSICS, t - 2, t + 25).barrier(RENDER, t + 1, t + 25, PHYSICS).work(RENDER, t, t + 35);
        LateFrame f = late(35);
        assertCause("physics", Blame.BARRIER, "physics", 24, f.causes().get(0));
        assertEquals("frame 100 35.0 ms (+19.0): physics came 24.0 ms late to the barrier; render waited", f.sentence());
    }

    @Test
    void aCollectionIsNamedByItsCollector() {
        usualFrames();
        made.work(RENDER, t, t + 35, 11);
        made.pauses.add(HandMade.ns(t + 5), HandMade.ns(t + 29), "G1 Old Generation (System.gc())");
        LateFrame f = late(35);
        assertCause("jvm", Blame.GC, "G1 Old Generation (System.gc())", 24, f.causes().get(0));
    }

    @Test
    void aSafepointIsNotNamedAfterASmallCollection() {
        usualFrames();
        made.work(RENDER, t, t + 51, 10);
        made.pauses.add(HandMade.ns(t + 5), HandMade.ns(t + 6), "G1 Young Generation (G1 Evacuation Pause)");
        made.stoppedNs = 40 * MS;
        assertCause("jvm", Blame.GC, "a safepoint", 41, late(51).causes().get(0));
    }

    @Test
    void whenAnotherLaneDrawsNothingIsUsualYet() {
        usualFrames();
        made.work(PHYSICS, t, t + 10).pace(PHYSICS, t + 10, t + FRAME, t + FRAME);
        judge.inTime(PHYSICS, HandMade.ns(t), HandMade.ns(t + FRAME));
        t += FRAME;
        made.work(PHYSICS, t, t + 11);
        made.add(PHYSICS, SpanKind.SWAP, t + 11, t + 20, SpanRing.NOBODY, 0, HandMade.ns(9), 1);
        made.allTold(t + 70);
        LateFrame f = judge.late(100, PHYSICS, HandMade.ns(t), HandMade.ns(t + 20), 16 * MS);
        assertCause("physics", Blame.SWAP, "swap", 9, f.causes().get(0));
        assertCause("physics", Blame.WORK, "physics", 1, f.causes().get(1));
    }

    @Test
    void whatNothingExplainsStaysUnexplained() {
        usualFrames();
        made.work(RENDER, t, t + 10);
        made.work(RENDER, t + 30, t + 32);
        LateFrame f = late(32);
        assertCause("", Blame.UNEXPLAINED, "", 20, f.causes().get(0));
        assertEquals(0, f.causes().get(0).confidence());
        assertEquals("frame 100 32.0 ms (+16.0): 20.0 ms without a recorded cause", f.sentence());
    }

    @Test
    void timeBetweenRunsIsTheMachinesAsFarAsTheSystemSaysSo() {
        usualFrames();
        made.work(RENDER, t, t + 10);
        made.work(RENDER, t + 30, t + 32);
        made.delayNs[RENDER] = 15 * MS;
        LateFrame f = late(32);
        assertCause("render", Blame.MACHINE, "no core", 15, f.causes().get(0));
        assertCause("", Blame.UNEXPLAINED, "", 5, f.causes().get(1));
    }

    /** Half of a run lies in the frame; the system counted what it was kept waiting only when it ran again, after the frame. */
    @Test
    void theSystemIsAskedAboutWholeRuns() {
        usualFrames();
        made.work(PHYSICS, t, t + 60, 10).barrier(RENDER, t, t + 30, PHYSICS).work(RENDER, t, t + 32);
        made.delayNs[PHYSICS] = 50 * MS;
        made.delaysFromNs = HandMade.ns(t + 31);
        made.allTold(t + 100);
        LateFrame f = judge.late(100, RENDER, HandMade.ns(t), HandMade.ns(t + 30), 16 * MS);
        assertCause("physics", Blame.MACHINE, "no core", 25, f.causes().get(0));
    }

    @Test
    void causesAreRankedAndSharesAddUp() {
        usualFrames();
        made.add(RENDER, SpanKind.UPLOAD, t + 1, t + 13, SpanRing.NOBODY, 0, -1, 5);
        made.guardWait(RENDER, t + 13, t + 33, WORLD, ASSETS).work(RENDER, t, t + 43);
        made.hold(ASSETS, t, t + 33, WORLD).work(ASSETS, t, t + 34);
        LateFrame f = late(43);
        assertCause("assets", Blame.GUARD, "world", 20, f.causes().get(0));
        assertCause("render", Blame.UPLOAD, "textures", 12, f.causes().get(1));
        assertEquals("asset-5.png", f.causes().get(1).doing());
        assertEquals(1, f.causes().stream().mapToDouble(Cause::share).sum(), 0.05);
    }

    @Test
    void thePathIsKeptWithTheVerdict() {
        usualFrames();
        made.hold(ASSETS, t, t + 33, WORLD).work(ASSETS, t, t + 34);
        made.guardWait(RENDER, t + 3, t + 33, WORLD, ASSETS).work(RENDER, t, t + 43);
        LateFrame f = late(43);
        assertEquals(3, f.path().size());
        assertEquals(new Step(HandMade.ns(t + 3), HandMade.ns(t + 33), ASSETS, Blame.GUARD, WORLD, RENDER), f.path().get(1));
    }
}
