package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FaultNumbersTest {
    @Test
    void howeverManyArePlantedOneAfterTheOtherNoMoreAreKeptThanSpansCanName() {
        FaultNumbers numbers = new FaultNumbers();
        for (int i = 1; i <= 1000; i++) {
            assertEquals(i <= 255 ? i : 0, numbers.of(FaultSpec.parse("render.draw=" + i + "us@every=1s")));
        }
        assertEquals(1, numbers.of(FaultSpec.parse("render.draw=1us@every=1s")));
        assertEquals(255, numbers.words().size());
    }
}
