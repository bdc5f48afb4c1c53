package lockstep.view.art;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    private final StringBuilder text = new StringBuilder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0", "7|7", "999|999", "1000|1,000", "12450|12,450", "100000|100,000",
        "1234567|1,234,567", "-4200|-4,200", "2147483647|2,147,483,647", "9223372036854775807|9,223,372,036,854,775,807"})
    void groupsOfThree(long number, String written) {
        assertEquals(written, Digits.grouped(text, number).toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"0|0:00", "9.99|0:09", "60|1:00", "187.5|3:07", "3671|61:11", "-1|0:00"})
    void minutesAndSeconds(float seconds, String written) {
        assertEquals(written, Digits.time(text, seconds).toString());
    }

    @Test
    void percentOfNothingIsNoNumber() {
        assertEquals("-", Digits.percent(text, 0, 0).toString());
        assertEquals("67 %", Digits.percent(Digits.fresh(text), 2, 3).toString());
    }
}
