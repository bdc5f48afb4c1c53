package lockstep.desktop.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of the cost of watching: with its goal, and whether it was met. */
class ObservingCostTest {
    private static Map<String, Double> shares(double blame, double meter, double onLanes) {
        Map<String, Double> shares = new LinkedHashMap<>();
        shares.put("blame", blame);
        shares.put("meter", meter);
        shares.put("on the lanes", onLanes);
        return shares;
    }

    @Test
    void aGoalThatIsMetIsCalledMet() {
        assertEquals("directly   blame 0.27 %, meter 0.18 %, on the lanes 0.19 %, in all 0.64 % of a core (goal: below 1 %, met)",
            ObservingCost.directly(shares(0.0027, 0.0018, 0.0019)));
    }

    @Test
    void aGoalThatIsMissedIsCalledMissedAndWhoTookMostIsNamed() {
        assertEquals("directly   blame 1.48 %, meter 1.52 %, on the lanes 0.96 %, in all 3.96 % of a core"
            + " (goal: below 1 %, missed; most of it: meter)", ObservingCost.directly(shares(0.0148, 0.0152, 0.0096)));
    }

    @Test
    void onePercentIsNotBelowOnePercent() {
        assertEquals(
            "directly   blame 1.00 %, meter 0.00 %, on the lanes 0.00 %, in all 1.00 % of a core (goal: below 1 %, missed;"
                + " most of it: blame)",
            ObservingCost.directly(shares(0.01, 0, 0)));
    }
}
