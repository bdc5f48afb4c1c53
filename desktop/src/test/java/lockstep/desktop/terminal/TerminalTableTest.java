package lockstep.desktop.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.time.FrameLog;
import lockstep.watch.Reading;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TerminalTableTest {
    private static final long MS = 1_000_000;

    private final TerminalTable table =
        new TerminalTable(() -> "classic: guard mutex, world, hold copy, barrier pipelined", true);
    private final FrameLog frames = new FrameLog();
    private final Reading reading = new Reading(0,
        List.of(new Reading.LaneReading("main", 0.42, 0.51, 18_432, 3.1e6, 0, 4.2e6, 0, 0),
            new Reading.LaneReading("assets", 0.023, 0.02, 0, 0, 0, 0, 21e6, 0)),
        List.of(new Reading.RoleReading("physics", "main", 120, 97.6, 2_100_000, 4_250_000, 16_700_000),
            new Reading.RoleReading("render", "main", 60, 60, 40_000, 500_000, 1_000_000),
            new Reading.RoleReading("assets", "assets", 0, 31.5, 0, 26_900_000, 250_000_000)),
        0, 0);
    private final DamageCounts damage = new DamageCounts(1, 20, 0, 0, 3, 0);

    @Test
    void tableShowsEveryNumberInItsColumn() {
        for (int i = 0; i < 35; i++) {
            frames.add(0, i == 33 ? 45 * MS : 16 * MS, 0, 0, -1, 0, 16_666_667);
        }
        List<AttributedString> lines = table.lines(reading, frames, damage, 12_400 * MS);
        assertEquals("""
            classic: guard mutex, world, hold copy, barrier pipelined                 12 s
            59.4 fps   p50 16.0   p99 45.0 ms   1 over budget   1 late
            0 BARS 50 ms
            role@lane      asked    Hz  p50  p99  max guard barrier permit busy% CPU% KB/s
            physics@main     120  97.6 2.10 4.25 16.7  3.10       0   4.20    42   51   18
            render@main       60    60 0.04 0.50 1.00
            assets             -  31.5    0 26.9  250     0       0      0   2.3  2.0    0
            torn 1   skew 20   lost 0   bad views 3   placeholders 0   waits in ms/s
            """.replace("BARS", " ".repeat(61) + "\u2583\u2583\u2583\u2583\u2583\u2583\u2583\u2583\u2588"),
            String.join("\n", lines.stream().map(AttributedString::toString).toList()) + "\n");
    }

    @Test
    void noLineIsWiderThanTheTable() {
        for (int i = 0; i < 500; i++) {
            frames.add(0, 10 * MS, 0, 0, -1, 0, 0);
        }
        for (AttributedString line : table.lines(reading, frames, damage, 99_999_000 * MS)) {
            assertTrue(line.columnLength() <= TerminalTable.WIDTH, line.toString());
        }
    }

    @Test
    void plainLineSaysTheSameInOneLine() {
        frames.add(0, 20 * MS, 0, 0, -1, 0, 0);
        assertEquals(
            "12 s: 50.0 fps p50 20.0 p99 20.0 ms, no budget, late: not judged; physics@main 97.6/s render@main 60/s assets"
                + " 31.5/s; guard wait main 3.10 assets 0 ms/s; torn 1 skew 20 lost 0 bad views 3",
            table.plain(reading, frames, damage, 12_400 * MS));
    }

    @Test
    void steadySlownessIsSaidEachSecond() {
        for (int i = 0; i < 100; i++) {
            frames.add(0, 41 * MS, 0, 0, -1, 0, 16_666_667);
        }
        assertTrue(table.plain(reading, frames, damage, 12_400 * MS).contains(" ms, 100 over budget, 0 late;"));
    }

    @Test
    void sparklineKeepsTheLongestFrameOnAFixedAxis() {
        for (int i = 0; i < 240; i++) {
            frames.add(0, i == 100 ? 90 * MS : 5 * MS, 0, 0, -1, 0, 0);
        }
        assertEquals("____#_____", new Sparkline(false).of(frames, 10));
    }
}
