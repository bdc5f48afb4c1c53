package lockstep.blame;

import static lockstep.blame.HandMade.ASSETS;
import static lockstep.blame.HandMade.PHYSICS;
import static lockstep.blame.HandMade.RENDER;
import static lockstep.blame.HandMade.WORLD;
import static org.junit.jupiter.api.Assertions.assertFalse;

import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import org.junit.jupiter.api.Test;

/** Whom a wait for a permit leads to, and what happens to a path whose evidence is incomplete. */
class PermitPathTest {
    private final HandMade made = new HandMade();
    private final HandMade.Pieces pieces = new HandMade.Pieces();

    private boolean walk(double to) {
        return new CriticalPath(made).walk(RENDER, 0, HandMade.ns(to), pieces);
    }

    @Test
    void aLaneThatReadsAFileHasGivenItsPermitUp() {
        made.add(PHYSICS, SpanKind.IO, 4, 6, SpanRing.NOBODY, 0, 0, 1).work(PHYSICS, 1, 9);
        made.work(ASSETS, 4, 6);
        made.permit(RENDER, 1, 9, PHYSICS).work(RENDER, 0, 10).allTold(20);
        walk(10);
        pieces.are("0-1 render work 0", "1-4 physics permit 1", "4-6 assets permit 2", "6-9 physics permit 1",
            "9-10 render work 0");
    }

    @Test
    void aLaneThatUploadsHasThePermit() {
        made.add(PHYSICS, SpanKind.UPLOAD, 3, 6, SpanRing.NOBODY, 0, -1, 1).work(PHYSICS, 1, 8);
        made.permit(RENDER, 1, 8, PHYSICS).work(RENDER, 0, 10).allTold(20);
        walk(10);
        pieces.are("0-1 render work 0", "1-3 physics permit 1", "3-6 physics permit 1", "6-8 physics permit 1",
            "8-10 render work 0");
    }

    @Test
    void holdingAGuardDoesNotInterruptWhoRuns() {
        made.hold(PHYSICS, 3, 6, WORLD).work(PHYSICS, 1, 8);
        made.permit(RENDER, 1, 8, PHYSICS).work(RENDER, 0, 10).allTold(20);
        walk(10);
        pieces.are("0-1 render work 0", "1-8 physics permit 1", "8-10 render work 0");
    }

    @Test
    void betweenTwoRunsNobodyHadThePermit() {
        made.work(PHYSICS, 1, 4).work(ASSETS, 6, 9);
        made.permit(RENDER, 1, 9, PHYSICS).work(RENDER, 0, 10).allTold(20);
        walk(10);
        pieces.are("0-1 render work 0", "1-4 physics permit 1", "4-6 render machine 0 ?", "6-9 assets permit 2",
            "9-10 render work 0");
    }

    @Test
    void ofSeveralThatRanTheOneThatWasWaitedForIsNamed() {
        made.work(PHYSICS, 0, 9).work(ASSETS, 0, 9);
        made.permit(RENDER, 1, 9, ASSETS).work(RENDER, 0, 10).allTold(20);
        walk(10);
        pieces.are("0-1 render work 0", "1-9 assets permit 2", "9-10 render work 0");
    }

    @Test
    void aLaneIsFollowedAnewEachTimeItIsWaitedFor() {
        made.hold(PHYSICS, 0, 4, 2).work(PHYSICS, 0, 4).hold(PHYSICS, 10, 14, 2).work(PHYSICS, 10, 14);
        made.guardWait(ASSETS, 1, 4, 2, PHYSICS).hold(ASSETS, 0, 5, WORLD).work(ASSETS, 0, 5);
        made.guardWait(ASSETS, 11, 14, 2, PHYSICS).hold(ASSETS, 10, 15, WORLD).work(ASSETS, 10, 15);
        made.guardWait(RENDER, 1, 5, WORLD, ASSETS).guardWait(RENDER, 11, 15, WORLD, ASSETS).work(RENDER, 0, 16).allTold(20);
        walk(16);
        pieces.are("0-1 render work 0", "1-4 physics guard 2", "4-5 assets guard 1", "5-11 render work 0",
            "11-14 physics guard 2",
            "14-15 assets guard 1", "15-16 render work 0");
    }

    @Test
    void whatMayHaveBeenLostIsNotPutDownToTheMachine() {
        made.hold(ASSETS, 0, 4, WORLD).work(ASSETS, 0, 4);
        made.guardWait(RENDER, 1, 6, WORLD, ASSETS).work(RENDER, 0, 7).allTold(20);
        made.lost[PHYSICS] = true;
        assertFalse(walk(7));
        pieces.are("0-1 render work 0", "1-4 assets guard 1", "4-6 render unexplained 0 ?", "6-7 render work 0");
    }
}
