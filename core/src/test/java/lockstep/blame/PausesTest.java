package lockstep.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PausesTest {
    private final Pauses pauses = new Pauses();

    @Test
    void timeIsSummedOverThePartsOfPausesThatLieBetweenTwoMoments() {
        pauses.add(10, 20, "young");
        pauses.add(30, 35, "mixed");
        pauses.add(50, 80, "old");
        assertEquals(45, pauses.ns(0, 100));
        assertEquals(15, pauses.ns(15, 55));
        assertEquals(0, pauses.ns(20, 30));
    }

    @Test
    void whoStoppedTheLanesIsWhoDidSoForLongestThere() {
        pauses.add(10, 20, "young");
        pauses.add(50, 80, "old");
        assertEquals("old", pauses.by(0, 100));
        assertEquals("young", pauses.by(0, 55));
        assertEquals("a safepoint", pauses.by(20, 50), "when nobody did");
    }

    @Test
    void pausesToldOfOutOfOrderAreKeptInTheOrderInWhichTheyBegan() {
        pauses.add(50, 80, "old");
        pauses.add(10, 20, "young");
        pauses.add(30, 35, "mixed");
        pauses.add(90, 91, "young");
        StringBuilder order = new StringBuilder();
        for (int i = pauses.firstEndingAfter(0); i >= 0; i = pauses.firstEndingAfter(pauses.endNs(i))) {
            order.append(pauses.startNs(i)).append('-').append(pauses.endNs(i)).append(' ');
        }
        assertEquals("10-20 30-35 50-80 90-91 ", order.toString());
        assertEquals("mixed", pauses.by(21, 49));
        assertEquals("old", pauses.by(36, 89));
        assertEquals(30, pauses.startNs(pauses.firstEndingAfter(20)), "one that ends at a moment does not end after it");
        assertEquals(-1, pauses.firstEndingAfter(91));
    }

    @Test
    void theOldestAreForgottenAndTheNewestStay() {
        for (int n = 0; n < 300; n++) {
            pauses.add(10 * n, 10 * n + 1 + n % 5, "collection " + n);
        }
        int kept = 256;
        assertEquals(10 * (300 - kept), pauses.startNs(pauses.firstEndingAfter(0)));
        assertEquals(0, pauses.ns(0, 10 * (300 - kept)));
        assertEquals(5, pauses.ns(2990, 3000));
        assertEquals("collection 299", pauses.by(2990, 3000));
        assertEquals("collection 44", pauses.by(440, 450));
        pauses.add(2985, 2986, "late");
        assertEquals("late", pauses.by(2985, 2990));
        assertEquals(5, pauses.ns(2990, 3000));
    }
}
