package lockstep.desktop.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void isTheMeanOfThePairsWithStudentsInterval() {
        Difference d = Difference.of(new double[] {11, 22, 33, 44, 55}, new double[] {10, 20, 30, 40, 50});
        assertEquals(3, d.mean(), 1e-12);
        assertEquals(2.776 * Math.sqrt(2.5 / 5), d.half95(), 1e-12);
    }

    @Test
    void needsTheNumberOfPairsThatItsTIsFor() {
        assertThrows(IllegalArgumentException.class, () -> Difference.of(new double[4], new double[4]));
    }
}
