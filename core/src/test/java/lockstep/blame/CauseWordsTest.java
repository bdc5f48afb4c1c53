package lockstep.blame;

import static lockstep.blame.HandMade.ASSETS;
import static lockstep.blame.HandMade.DECODE;
import static lockstep.blame.HandMade.PHYSICS;
import static lockstep.blame.HandMade.RENDER;
import static lockstep.blame.HandMade.WORLD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person is told about a cause. */
class CauseWordsTest {
    private final Judged frames = new Judged();
    private final HandMade made = frames.made;
    private final double t = frames.t;

    private Cause first(double ms) {
        return frames.late(ms).causes().get(0);
    }

    /** Render waits 28 ms at the barrier for physics, which is in a span of that kind all that time. */
    @ParameterizedTest
    @CsvSource({"IO, reading asset-3.png", "UPLOAD, uploading asset-3.png", "SWAP, swapping buffers",
        "PACE, sleeping until it was due"})
    void whoCameLateIsToldWithWhatItDid(SpanKind kind, String doing) {
        made.add(PHYSICS, kind, t + 1, t + 29, SpanRing.NOBODY, 0, HandMade.ns(28), 3);
        made.work(PHYSICS, t, t + 30).barrier(RENDER, t + 1, t + 29, PHYSICS).work(RENDER, t, t + 31);
        Cause c = first(31);
        assertEquals(Blame.BARRIER, c.kind());
        assertEquals(doing, c.doing());
    }

    @Test
    void aSleepIsToldByWhatItWas() {
        made.pace(RENDER, t, t + 30, t + 30).work(RENDER, t + 30, t + 31);
        assertEquals("render slept 24.0 ms longer until it was due", words(first(31)));
    }

    @Test
    void aSleepBeyondItsDeadlineIsToldAsThat() {
        made.pace(RENDER, t, t + 30, t + 2).work(RENDER, t + 30, t + 31);
        assertEquals("render slept 28.0 ms past its deadline", words(first(31)));
    }

    @Test
    void aPauseForAChangeIsToldAsThat() {
        made.add(RENDER, SpanKind.PACE, t, t + 30, SpanRing.NOBODY, Pacer.PAUSED, -1, 0).work(RENDER, t + 30, t + 31);
        assertEquals("render was paused for 30.0 ms for a change", words(first(31)));
    }

    private static String words(Cause c) {
        return Sentence.of(c, "render");
    }

    @Test
    void onlyAnAssetThatTookMostOfTheRunIsTold() {
        made.add(ASSETS, SpanKind.HOLD, t + 1, t + 16, SpanRing.NOBODY, DECODE, -1, 1 + 7).hold(ASSETS, t, t + 30, WORLD)
            .work(ASSETS, t, t + 30);
        made.guardWait(RENDER, t, t + 30, WORLD, ASSETS).work(RENDER, t, t + 36);
        assertEquals("decoding asset-7.png", first(36).doing());
        double now = frames.t + 60;
        made.add(ASSETS, SpanKind.HOLD, now + 1, now + 15, SpanRing.NOBODY, DECODE, -1, 1 + 7).hold(ASSETS, now, now + 30, WORLD)
            .work(ASSETS, now, now + 30);
        made.guardWait(RENDER, now, now + 30, WORLD, ASSETS).work(RENDER, now, now + 36);
        frames.t = now;
        assertEquals("", first(36).doing());
    }

    @Test
    void anAssetOfAnotherRunOrOfAnotherGuardIsNotTold() {
        made.add(ASSETS, SpanKind.HOLD, t - 30, t - 1, SpanRing.NOBODY, DECODE, -1, 1 + 7).work(ASSETS, t - 31, t);
        made.add(ASSETS, SpanKind.HOLD, t + 1, t + 29, SpanRing.NOBODY, DECODE, -1, 0);
        made.add(ASSETS, SpanKind.HOLD, t + 1, t + 29, SpanRing.NOBODY, 5, -1, 1 + 8);
        made.hold(ASSETS, t, t + 30, WORLD).work(ASSETS, t, t + 30);
        made.add(ASSETS, SpanKind.HOLD, t + 30, t + 60, SpanRing.NOBODY, DECODE, -1, 1 + 9).work(ASSETS, t + 30, t + 60);
        made.guardWait(RENDER, t, t + 30, WORLD, ASSETS).work(RENDER, t, t + 36);
        assertEquals("", first(36).doing());
    }

    @Test
    void smallCausesAreLeftOut() {
        made.add(RENDER, SpanKind.UPLOAD, t, t + 0.29, SpanRing.NOBODY, 0, -1, 5);
        made.add(RENDER, SpanKind.SWAP, t + 0.29, t + 0.59, SpanRing.NOBODY, 0, HandMade.ns(0.3), 1);
        made.work(RENDER, t, t + 12.59, 12.29);
        Judged.causes(frames.late(12.59), "render work render 2.0", "render swap swap 0.3");
    }

    @Test
    void causesThatAreSmallBesideTheOthersAreLeftOut() {
        made.add(RENDER, SpanKind.UPLOAD, t, t + 2.9, SpanRing.NOBODY, 0, -1, 5);
        made.add(RENDER, SpanKind.SWAP, t + 2.9, t + 6.1, SpanRing.NOBODY, 0, HandMade.ns(3.2), 1);
        made.work(RENDER, t, t + 110, 106.8);
        Judged.causes(frames.late(110), "render work render 93.9", "render swap swap 3.2");
    }

    @Test
    void usualIsTheMedianOfTheLastFramesInTimeInWhateverOrderTheyCame() {
        double[] work =
            {2, 15, 3, 14, 4, 13, 5, 12, 6, 11, 7, 10.5, 8, 10, 9, 3, 9, 8, 7, 6, 5, 4, 12, 13, 14, 15, 11, 11, 11, 11, 2};
        for (double ms : work) {
            frames.inTime(ms);
        }
        made.work(RENDER, frames.t, frames.t + 29);
        Judged.causes(frames.late(29), "render work render 20.0");
    }

    @Test
    void aVerdictWithoutAllTheEvidenceSaysSo() {
        made.guardWait(RENDER, t + 1, t + 30, WORLD, ASSETS).work(RENDER, t, t + 31);
        assertFalse(frames.judged(31).complete());
        frames.t = t;
        made.hold(ASSETS, t, t + 30, WORLD).work(ASSETS, t, t + 31);
        assertTrue(frames.late(31).complete());
    }

    @Test
    void stepsOfOneKeyThatFollowEachOtherAreOneStep() {
        made.work(RENDER, t, t + 5).work(RENDER, t + 5, t + 30);
        LateFrame f = frames.late(30);
        assertEquals(1, f.path().size());
        assertEquals(new Step(HandMade.ns(t), HandMade.ns(t + 30), RENDER, Blame.WORK, RENDER, -1), f.path().get(0));
    }

    @Test
    void theStepsOfAChainSayWhoWaitedForWhom() {
        made.hold(PHYSICS, t, t + 27, 2).work(PHYSICS, t, t + 28);
        made.guardWait(ASSETS, t + 2, t + 27, 2, PHYSICS).hold(ASSETS, t + 1, t + 29, WORLD).work(ASSETS, t + 1, t + 29);
        made.guardWait(RENDER, t + 1, t + 29, WORLD, ASSETS).work(RENDER, t, t + 30);
        LateFrame f = frames.late(30);
        assertEquals(new Step(HandMade.ns(t + 1), HandMade.ns(t + 2), ASSETS, Blame.GUARD, WORLD, RENDER), f.path().get(1));
        assertEquals(new Step(HandMade.ns(t + 2), HandMade.ns(t + 27), PHYSICS, Blame.GUARD, 2, ASSETS), f.path().get(2));
    }

    @ParameterizedTest
    @EnumSource(Blame.class)
    void aTotalNamesWhoDidItUnlessNobodyDid(Blame kind) {
        String words = Sentence.culprit(new LateFrames.Total("assets", kind, "G1", 1, 1));
        assertEquals(kind != Blame.GC && kind != Blame.UNEXPLAINED, words.contains("assets"), words);
        assertFalse(words.isBlank());
    }
}
