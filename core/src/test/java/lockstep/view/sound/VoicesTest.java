package lockstep.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VoicesTest {
    private final Voices voices = new Voices();

    private int claim(Cue cue) {
        voices.step(Voices.APART + 0.001f);
        return voices.claim(cue);
    }

    @Test
    void atMostTwelveSoundAtOnce() {
        for (int i = 0; i < 40; i++) {
            claim(Cue.DEATH);
            assertTrue(voices.busy() <= Voices.MOST);
        }
        assertEquals(Voices.MOST, voices.busy());
    }

    @Test
    void theLeastImportantGivesWay() {
        int quiet = claim(Cue.SECTOR);
        for (int i = 1; i < Voices.MOST; i++) {
            claim(Cue.DEATH);
        }
        assertEquals(quiet, claim(Cue.SHIELD));
    }

    @Test
    void whatMattersLessThanAllStaysSilent() {
        for (int i = 0; i < Voices.MOST; i++) {
            claim(Cue.DEATH);
        }
        assertEquals(-1, claim(Cue.SHOT));
    }

    @Test
    void theSameSoundTwiceInAFrameIsOne() {
        assertNotEquals(-1, claim(Cue.HIT));
        assertEquals(-1, voices.claim(Cue.HIT));
        assertNotEquals(-1, voices.claim(Cue.SPLIT));
    }

    @Test
    void aVoiceIsFreeWhenItsSoundHasEnded() {
        claim(Cue.SHOT);
        voices.step(Cue.SHOT.seconds);
        assertEquals(0, voices.busy());
    }
}
