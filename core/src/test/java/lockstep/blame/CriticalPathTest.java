package lockstep.blame;

import static lockstep.blame.HandMade.ASSETS;
import static lockstep.blame.HandMade.MS;
import static lockstep.blame.HandMade.PHYSICS;
import static lockstep.blame.HandMade.RENDER;
import static lockstep.blame.HandMade.WORLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    private final HandMade made = new HandMade();
    private final HandMade.Pieces pieces = new HandMade.Pieces();
    private boolean complete;

    private void walk(double to) {
        complete = new CriticalPath(made).walk(RENDER, 0, HandMade.ns(to), pieces);
    }

    @Test
    void ownTimeIsSplitByTheInnermostSpan() {
        made.add(RENDER, SpanKind.UPLOAD, 3, 5, SpanRing.NOBODY, 0, -1, 7);
        made.add(RENDER, SpanKind.SWAP, 8, 10, SpanRing.NOBODY, 0, 0, 1).work(RENDER, 2, 10).pace(RENDER, 10, 14, 13);
        walk(14);
        pieces.are("0-2 render unexplained 0 ?", "2-3 render work 0", "3-5 render upload 0", "5-8 render work 0",
            "8-10 render swap 0",
            "10-13 render pace " + CriticalPath.PLANNED, "13-14 render pace " + CriticalPath.OVERSHOT);
        assertTrue(complete);
    }

    @Test
    void aWaitForAGuardIsSplitAmongAllWhoHeldIt() {
        made.hold(ASSETS, 0, 4, WORLD).work(ASSETS, 0, 4).hold(ASSETS, 9, 10, WORLD).work(ASSETS, 9, 10);
        made.hold(PHYSICS, 4, 9, WORLD).work(PHYSICS, 4, 9);
        made.guardWait(RENDER, 1, 10, WORLD, ASSETS).work(RENDER, 0, 11).allTold(20);
        walk(11);
        pieces.are("0-1 render work 0", "1-4 assets guard 1", "4-9 physics guard 1", "9-10 assets guard 1",
            "10-11 render work 0");
        assertTrue(complete);
    }

    @Test
    void aHolderThatWaitedPassesTheBlameOn() {
        made.hold(PHYSICS, 0, 7, 2).work(PHYSICS, 0, 8);
        made.guardWait(ASSETS, 2, 7, 2, PHYSICS).hold(ASSETS, 1, 9, WORLD).work(ASSETS, 1, 9);
        made.guardWait(RENDER, 1, 9, WORLD, ASSETS).work(RENDER, 0, 10).allTold(20);
        walk(10);
        pieces.are("0-1 render work 0", "1-2 assets guard 1", "2-7 physics guard 2", "7-9 assets guard 1", "9-10 render work 0");
    }

    @Test
    void atTheBarrierTheLaneThatCameLastIsFollowed() {
        made.hold(ASSETS, 2, 6, WORLD).work(ASSETS, 2, 6);
        made.guardWait(PHYSICS, 3, 6, WORLD, ASSETS).work(PHYSICS, 1, 8).barrier(PHYSICS, 8, 12, RENDER);
        made.barrier(RENDER, 2, 9, PHYSICS).work(RENDER, 0, 10).allTold(20);
        walk(10);
        pieces.are("0-2 render work 0", "2-3 physics barrier 0", "3-6 assets guard 1", "6-8 physics barrier 0",
            "8-9 render machine 0 ?",
            "9-10 render work 0");
    }

    @Test
    void aGuardThatNobodyHoldsAnyMoreIsTheMachinesDelay() {
        made.hold(ASSETS, 0, 4, WORLD).work(ASSETS, 0, 4);
        made.guardWait(RENDER, 1, 6, WORLD, ASSETS).work(RENDER, 0, 7).allTold(20);
        walk(7);
        pieces.are("0-1 render work 0", "1-4 assets guard 1", "4-6 render machine 0 ?", "6-7 render work 0");
        assertTrue(complete);
    }

    @Test
    void aHoldThatHasNotEndedLeavesTheVerdictOpen() {
        made.guardWait(RENDER, 1, 6, WORLD, ASSETS).work(RENDER, 0, 7);
        walk(7);
        pieces.are("0-1 render work 0", "1-6 assets guard 1 ?", "6-7 render work 0");
        assertFalse(complete);
    }

    @Test
    void aRunThatHasNotEndedLeavesTheVerdictOpenThoughWhatIsInItHas() {
        made.barrier(RENDER, 1, 6, PHYSICS).work(RENDER, 0, 7);
        made.add(PHYSICS, SpanKind.IO, 5, 9, SpanRing.NOBODY, 0, -1, 3);
        walk(7);
        assertFalse(complete);
        made.work(PHYSICS, 0, 12);
        walk(7);
        assertTrue(complete);
    }

    @Test
    void spansThatWereLostLeaveTheVerdictOpen() {
        made.work(RENDER, 0, 7).allTold(20);
        made.lost[RENDER] = true;
        walk(7);
        assertFalse(complete);
    }

    @Test
    void aPermitIsFollowedToWhoeverRan() {
        made.work(PHYSICS, 1, 4).work(ASSETS, 4, 9);
        made.permit(RENDER, 1, 10, PHYSICS).work(RENDER, 0, 11).allTold(20);
        walk(11);
        pieces.are("0-1 render work 0", "1-4 physics permit 1", "4-9 assets permit 2", "9-10 render machine 0 ?",
            "10-11 render work 0");
    }

    @Test
    void aPauseIsCutOutWhereverThePathIs() {
        made.hold(ASSETS, 0, 8, WORLD).work(ASSETS, 0, 8);
        made.guardWait(RENDER, 1, 8, WORLD, ASSETS).work(RENDER, 0, 9).allTold(20);
        made.pauses.add(3 * MS, 5 * MS, "a collector");
        walk(9);
        pieces.are("0-1 render work 0", "1-3 assets guard 1", "3-5 render gc 0", "5-8 assets guard 1", "8-9 render work 0");
    }

    @Test
    void aPauseAtASafePointIsNoSleep() {
        made.add(RENDER, SpanKind.PACE, 0, 30, SpanRing.NOBODY, Pacer.PAUSED, -1, 0).work(RENDER, 30, 31);
        walk(31);
        pieces.are("0-30 render pace " + CriticalPath.PAUSED, "30-31 render work 0");
    }

    @Test
    void lanesThatWaitForEachOtherEndSomewhere() {
        made.hold(ASSETS, 0, 90, WORLD).guardWait(ASSETS, 1, 90, 2, RENDER).work(ASSETS, 0, 91);
        made.hold(RENDER, 0, 80, 2).guardWait(RENDER, 1, 80, WORLD, ASSETS).work(RENDER, 0, 82).allTold(100);
        walk(80);
        pieces.are("0-1 render work 0", "1-80 render guard 2");
    }

    /** Whatever was recorded, the pieces fill the frame without gaps. */
    @Test
    void everyNanosecondHasOneKey() {
        for (int seed = 0; seed < 300; seed++) {
            HandMade random = new HandMade();
            Random dice = new Random(seed);
            for (int lane = 0; lane < 3; lane++) {
                double t = dice.nextDouble() * 4;
                while (t < 40) {
                    double run = t + 1 + dice.nextDouble() * 8;
                    double from = t + dice.nextDouble() * (run - t);
                    double to = from + dice.nextDouble() * (run - from);
                    int whom = (lane + 1 + dice.nextInt(2)) % 3;
                    switch (dice.nextInt(5)) {
                        case 0 -> random.guardWait(lane, from, to, WORLD, whom);
                        case 1 -> random.barrier(lane, from, to, whom);
                        case 2 -> random.permit(lane, from, to, whom);
                        case 3 -> random.hold(lane, from, to, WORLD);
                        default -> random.add(lane, SpanKind.IO, from, to, SpanRing.NOBODY, 0, -1, 3);
                    }
                    random.work(lane, t, run);
                    t = run + dice.nextDouble();
                }
            }
            if (dice.nextBoolean()) {
                random.pauses.add(HandMade.ns(dice.nextDouble() * 20), HandMade.ns(20 + dice.nextDouble() * 20), "a collector");
            }
            HandMade.Pieces found = new HandMade.Pieces();
            new CriticalPath(random).walk(RENDER, 2 * MS, 38 * MS, found);
            assertEquals(36 * MS, found.sumNs, "seed " + seed);
            assertFalse(found.gap, "seed " + seed);
        }
    }
}
