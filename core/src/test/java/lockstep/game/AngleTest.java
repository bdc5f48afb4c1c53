package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AngleTest {
    @Test
    void sineAndCosineAreThoseOfStrictMath() {
        for (int i = -200_000; i <= 200_000; i++) {
            float angle = i * 0.0007f;
            assertEquals((float) StrictMath.sin(angle), Angle.sin(angle), 6e-8f, () -> "sin " + angle);
            assertEquals((float) StrictMath.cos(angle), Angle.cos(angle), 6e-8f, () -> "cos " + angle);
        }
    }
}
