package lockstep.blame;

import static lockstep.blame.HandMade.ASSETS;
import static lockstep.blame.HandMade.MS;
import static lockstep.blame.HandMade.PHYSICS;
import static lockstep.blame.HandMade.RENDER;
import static lockstep.blame.HandMade.WORLD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import org.junit.jupiter.api.Test;

/** How much of a late frame the machine is blamed for, and how much is left to whoever ran. */
class MachineTest {
    private final Judged frames = new Judged();
    private final HandMade made = frames.made;
    private final double t = frames.t;

    private void span(SpanKind kind, double from, double to, double cpu) {
        made.add(RENDER, kind, t + from, t + to, SpanRing.NOBODY, 0, HandMade.ns(cpu), 1);
    }

    @Test
    void aRunThatGotNoCpuTimeAtAllWasKeptWaiting() {
        made.work(RENDER, t, t + 40, 0);
        made.delayNs[RENDER] = 25 * MS;
        Judged.causes(frames.late(40), "render machine no core 25.0", "render work render 5.0");
    }

    @Test
    void aRunWhoseCpuTimeIsUnknownIsTakenForWork() {
        made.add(RENDER, SpanKind.WORK, t, t + 40, SpanRing.NOBODY, 0, -1, 0);
        made.delayNs[RENDER] = 25 * MS;
        Judged.causes(frames.late(40), "render work render 30.0");
    }

    @Test
    void whatARunWaitedWasNoTimeOffTheCore() {
        made.hold(ASSETS, t + 10, t + 30, WORLD).work(ASSETS, t + 10, t + 30);
        made.guardWait(RENDER, t + 10, t + 30, WORLD, ASSETS).work(RENDER, t, t + 40, 10);
        made.delayNs[RENDER] = 40 * MS;
        Judged.causes(frames.late(40), "assets guard world 20.0", "render machine no core 10.0");
    }

    @Test
    void waitsOfTheRunBeforeAreNotThoseOfThisRun() {
        made.hold(ASSETS, t + 1, t + 9, WORLD).work(ASSETS, t + 1, t + 9);
        made.guardWait(RENDER, t + 1, t + 9, WORLD, ASSETS).work(RENDER, t, t + 9);
        made.work(RENDER, t + 9, t + 39, 14);
        made.delayNs[RENDER] = 40 * MS;
        Judged.causes(frames.late(39), "render machine no core 16.0", "assets guard world 8.0", "render work render 5.0");
    }

    @Test
    void aPauseWithinARunWasNoTimeOffTheCore() {
        made.work(RENDER, t, t + 40, 12);
        made.pauses.add(HandMade.ns(t + 5), HandMade.ns(t + 25), "a collector");
        made.delayNs[RENDER] = 40 * MS;
        Judged.causes(frames.late(40), "jvm gc a collector 20.0", "render machine no core 8.0", "render work render 2.0");
    }

    @Test
    void anUploadSharesTheCpuTimeOfTheRunAroundIt() {
        span(SpanKind.UPLOAD, 10, 30, -1);
        made.work(RENDER, t, t + 40, 10);
        made.delayNs[RENDER] = 40 * MS;
        Judged.causes(frames.late(40), "render machine no core 30.0", "render upload textures 5.0");
    }

    @Test
    void anUploadOutsideOfAnyRunIsTakenAsItIs() {
        span(SpanKind.UPLOAD, 0, 20, -1);
        made.work(RENDER, t + 20, t + 30, 0).work(RENDER, t + 30, t + 31, 0);
        made.delayNs[RENDER] = 40 * MS;
        Judged.causes(frames.late(31), "render upload textures 20.0", "render machine no core 11.0");
    }

    @Test
    void theSystemsFigureIsSpentOnlyOnce() {
        span(SpanKind.SWAP, 20, 40, 0);
        made.work(RENDER, t, t + 40, 10);
        made.delayNs[RENDER] = 18 * MS;
        LateFrame f = frames.late(40);
        Judged.causes(f, "render machine no core 18.0", "render swap swap 12.0");
        assertEquals(1, f.causes().get(0).confidence());
        assertEquals("", f.causes().get(1).doing());
    }

    @Test
    void timeInWhichALaneWasFreeToRunButDidNotIsTheMachinesThoughOnlyPartOfItIsKnown() {
        made.hold(ASSETS, t, t + 4, WORLD).work(ASSETS, t, t + 4);
        made.guardWait(RENDER, t, t + 20, WORLD, ASSETS).work(RENDER, t, t + 30);
        made.delayNs[RENDER] = 10 * MS;
        LateFrame f = frames.late(30);
        Judged.causes(f, "render machine no core 16.0", "assets guard world 4.0");
        assertEquals(10 / 16.0, f.causes().get(0).confidence(), 0.001);
    }

    @Test
    void itTakesTheSystemsFigureFirstAndARunTheRest() {
        made.hold(ASSETS, t, t + 4, WORLD).work(ASSETS, t, t + 4);
        made.guardWait(RENDER, t, t + 10, WORLD, ASSETS).work(RENDER, t, t + 40, 20);
        made.delayNs[RENDER] = 11 * MS;
        LateFrame f = frames.late(40);
        Judged.causes(f, "render work render 15.0", "render machine no core 11.0", "assets guard world 4.0");
    }

    @Test
    void ofWhatTheSystemDoesNotExplainASafepointTakesItsShare() {
        made.hold(ASSETS, t, t + 4, WORLD).work(ASSETS, t, t + 4);
        made.guardWait(RENDER, t, t + 20, WORLD, ASSETS).work(RENDER, t, t + 30);
        made.delayNs[RENDER] = 10 * MS;
        made.stoppedNs = 5 * MS;
        LateFrame f = frames.late(30);
        Judged.causes(f, "render machine no core 11.0", "jvm gc a safepoint 5.0", "assets guard world 4.0");
        assertEquals(1, f.causes().get(1).confidence());
    }

    @Test
    void aSafepointIsSpentOnlyOnceOverAllLanes() {
        made.work(PHYSICS, t, t + 30, 10).barrier(RENDER, t, t + 30, PHYSICS).work(RENDER, t, t + 60, 10);
        made.stoppedNs = 25 * MS;
        LateFrame f = frames.late(60);
        assertEquals(25, f.causes().stream().filter(c -> c.kind() == Blame.GC).mapToLong(Cause::ns).sum() / MS);
        assertEquals(60, f.causes().stream().mapToLong(Cause::ns).sum() / MS + 10, "and nothing is lost");
    }

    @Test
    void aRunThatOnlyLackedACoreDidNotSleep() {
        made.work(RENDER, t, t + 40, 15);
        made.delayNs[RENDER] = 20 * MS;
        LateFrame f = frames.late(40);
        Judged.causes(f, "render machine no core 20.0", "render work render 10.0");
        assertEquals("", f.causes().get(1).doing(), "neither asleep nor anything else");
    }

    @Test
    void whereTheSystemSaysNothingALittleOversleepingIsTheTimersAndMoreTheMachines() {
        made.delayNs[RENDER] = -1;
        made.work(RENDER, t, t + 10).pace(RENDER, t + 10, t + 17, t + 16);
        Judged.causes(frames.late(17), "render pace timer 1.0");
        double then = frames.t + 100;
        made.work(RENDER, frames.t, then).work(RENDER, then, then + 10).pace(RENDER, then + 10, then + 19, then + 16);
        frames.t = then;
        Judged.causes(frames.late(19), "render machine no core 3.0");
    }

    @Test
    void whereTheSystemSaysNothingWhatNothingExplainsStaysUnexplained() {
        made.delayNs[RENDER] = -1;
        made.work(RENDER, t, t + 10).work(RENDER, t + 30, t + 32);
        Judged.causes(frames.late(32), "unexplained 20.0".indent(1).stripTrailing(), "render work render 2.0");
    }

    @Test
    void theLaneThatWasKeptWaitingForLongestIsNamed() {
        made.work(PHYSICS, t, t + 30, 5).barrier(RENDER, t, t + 30, PHYSICS).work(RENDER, t, t + 40, 4);
        made.delayNs[PHYSICS] = 25 * MS;
        made.delayNs[RENDER] = 6 * MS;
        Judged.causes(frames.late(40), "physics machine no core 31.0", "physics barrier physics 5.0");
        made.delayNs[PHYSICS] = 0;
        double now = frames.t + 60;
        made.work(RENDER, now, now + 40, 10);
        frames.t = now;
        Judged.causes(frames.late(40), "render work render 24.0", "render machine no core 6.0");
    }

    @Test
    void eachFrameIsJudgedByItsOwnFigures() {
        made.work(RENDER, t, t + 40, 10);
        made.delayNs[RENDER] = 30 * MS;
        made.delaysToNs = HandMade.ns(t + 39);
        Judged.causes(frames.judged(40), "render machine no core 30.0");
        double now = frames.t;
        made.work(RENDER, now, now + 40, 10);
        Judged.causes(frames.judged(40), "render work render 30.0");
        made.delaysFromNs = HandMade.ns(now + 40) + 1;
        made.delaysToNs = Long.MAX_VALUE;
        made.work(RENDER, now + 40, now + 80, 10);
        Judged.causes(frames.judged(40), "render machine no core 30.0");
    }

    @Test
    void moreLanesThanUsualAreJudgedAlike() {
        int loader = 6;
        Judged wide = new Judged(new HandMade(loader + 1));
        wide.made.hold(loader, wide.t, wide.t + 30, WORLD).work(loader, wide.t, wide.t + 30);
        wide.made.guardWait(RENDER, wide.t, wide.t + 30, WORLD, loader).work(RENDER, wide.t, wide.t + 40);
        Judged.causes(wide.late(40), "lane-6 guard world 30.0");
    }

    @Test
    void aSafepointTakesNoMoreThanTheSystemLeavesUnexplained() {
        made.hold(ASSETS, t, t + 4, WORLD).work(ASSETS, t, t + 4);
        made.guardWait(RENDER, t, t + 20, WORLD, ASSETS).work(RENDER, t, t + 30);
        made.delayNs[RENDER] = 10 * MS;
        made.stoppedNs = 90 * MS;
        Judged.causes(frames.late(30), "render machine no core 10.0", "jvm gc a safepoint 6.0", "assets guard world 4.0");
        frames.t += 60;
        made.work(RENDER, frames.t, frames.t + 40, 10);
        Judged.causes(frames.late(40), "jvm gc a safepoint 20.0", "render machine no core 10.0");
    }

    @Test
    void aSafepointThatExplainsAllButALittleOversleepingLeavesThatToTheTimer() {
        made.delayNs[RENDER] = -1;
        made.stoppedNs = 3 * MS;
        made.work(RENDER, t, t + 10).pace(RENDER, t + 10, t + 19.5, t + 16);
        Judged.causes(frames.late(19.5), "jvm gc a safepoint 3.0", "render pace timer 0.5");
    }

    @Test
    void whatWasFreeToRunInOneFrameIsNotCountedInTheNext() {
        made.hold(ASSETS, t, t + 4, WORLD).work(ASSETS, t, t + 4);
        made.guardWait(RENDER, t, t + 20, WORLD, ASSETS).work(RENDER, t, t + 30);
        made.work(RENDER, t + 30, t + 50);
        made.hold(ASSETS, t + 50, t + 51, WORLD).work(ASSETS, t + 50, t + 51);
        made.guardWait(RENDER, t + 50, t + 60, WORLD, ASSETS).work(RENDER, t + 50, t + 70).allTold(t + 90);
        Judged.causes(frames.judged(30), "render machine no core 16.0", "assets guard world 4.0");
        Judged.causes(frames.judged(20), "render work render 10.0");
        made.delayNs[RENDER] = 9 * MS;
        made.delaysFromNs = HandMade.ns(t + 51);
        LateFrame f = frames.judged(20);
        Judged.causes(f, "render machine no core 9.0", "assets guard world 1.0");
        assertEquals(1, f.causes().get(0).confidence());
    }
}
