package lockstep.overlay.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.overlay.Allocation;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final StringBuilder text = new StringBuilder(64);

    private String fixed(double value, int decimals) {
        text.setLength(0);
        return Figures.fixed(text, value, decimals).toString();
    }

    private String ms(double ns) {
        text.setLength(0);
        return Figures.ms(text, ns).toString();
    }

    private String amount(double value) {
        text.setLength(0);
        return Figures.amount(text, value).toString();
    }

    private String percent(double share) {
        text.setLength(0);
        return Figures.percent(text, share).toString();
    }

    @Test
    void numbersAreRoundedToTheDigitsAskedFor() {
        assertEquals("3.14", fixed(3.14159, 2));
        assertEquals("0.05", fixed(0.05, 2));
        assertEquals("2.0", fixed(1.96, 1));
        assertEquals("-1.5", fixed(-1.5, 1));
        assertEquals("0.0", fixed(-0.01, 1));
        assertEquals("17", fixed(16.5, 0));
        assertEquals("-", fixed(Double.NaN, 2));
        assertEquals("1000000000000", fixed(Double.POSITIVE_INFINITY, 0));
    }

    @Test
    void millisecondsKeepThreeDigits() {
        assertEquals("0", ms(0));
        assertEquals("0.04", ms(41_000));
        assertEquals("4.25", ms(4_251_000));
        assertEquals("16.7", ms(16_666_667));
        assertEquals("10.0", ms(9_996_000));
        assertEquals("100", ms(99_960_000));
        assertEquals("250", ms(250_400_000));
    }

    @Test
    void amountsStayShort() {
        assertEquals("120", amount(120));
        assertEquals("59.9", amount(59.94));
        assertEquals("100", amount(99.97));
        assertEquals("98304", amount(98_304));
        assertEquals("123k", amount(123_456));
    }

    @Test
    void sharesArePerCent() {
        assertEquals("0", percent(0));
        assertEquals("2.4", percent(0.0241));
        assertEquals("87", percent(0.868));
        assertEquals("100", percent(1));
    }

    @Test
    void writingAllocatesNothing() {
        long bytes = Allocation.bytes(20_000, () -> {
            text.setLength(0);
            Figures.ms(text, 16_666_667).append(" ms ");
            Figures.amount(text, 997.3);
            Figures.percent(text, 0.123);
            Figures.micros(text, 212_000).append(" \u00b5s");
        });
        assertTrue(bytes < 20_000, bytes + " bytes in 20,000 lines");
    }
}
