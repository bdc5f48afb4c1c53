package lockstep.desktop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import lockstep.desktop.fixture.XDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Keys arrive whole and in order under every layout, and sooner where input has a lane of its own. */
@EnabledOnOs(OS.LINUX)
final class LatencyIT {
    private static final int PRESSES = 250;

    @TempDir
    Path folder;

    @Test
    void aLaneForInputSeesKeysSoonerThanTheStockLoop() throws Exception {
        try (XDisplay display = XDisplay.start(1280, 720)) {
            Latency four = Latency.measure(display, folder, "four", PRESSES);
            Latency classic = Latency.measure(display, folder, "classic", PRESSES);
            System.out.print(Latency.table(List.of(four, classic)));
            for (Latency run : List.of(four, classic)) {
                assertEquals(2 * PRESSES, run.sortedNs().length, run.topology());
                assertTrue(run.sortedNs()[0] >= 0, "seen before it was typed: the clocks differ");
                assertTrue(run.json().get("input").getInt("events") >= 2 * PRESSES, run.topology());
            }
            assertTrue(four.p50() < classic.p50(), () -> Latency.table(List.of(four, classic)));
        }
    }
}
