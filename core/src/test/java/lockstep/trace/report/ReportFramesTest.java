package lockstep.trace.report;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import lockstep.time.FrameLog;
import lockstep.trace.frames.FrameHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportFramesTest {
    private static final long MS = 1_000_000;

    private final FrameLog log = new FrameLog();
    private final FrameHistory frames = new FrameHistory();
    private long atNs = 5_000 * MS;

    @AfterEach
    void stop() {
        frames.stop();
    }

    private void add(long ns, long budgetNs) {
        log.add(atNs, atNs + ns, 0, 0, -1, 0, budgetNs);
        atNs += ns;
    }

    private String text(int whole, int merged) throws IOException {
        frames.start(log);
        frames.stop();
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.setOutputType(JsonWriter.OutputType.json);
        json.object();
        ReportFrames.write(json, frames, whole, merged);
        json.pop();
        return text.toString();
    }

    private JsonValue plot(int whole, int merged) throws IOException {
        return new JsonReader().parse(text(whole, merged)).get("plot");
    }

    @Test
    void fewFramesStandEachForItself() throws Exception {
        add(16 * MS, 20 * MS);
        add(17 * MS + 1_000, 20 * MS);
        atNs += 100 * MS;
        add(40 * MS, 10 * MS);
        JsonValue plot = plot(3, 1);
        assertArrayEquals(new int[] {16_000, 17_001, 40_000}, plot.get("us").asIntArray());
        assertEquals(1, plot.getInt("step"));
        assertEquals(1, plot.get("gaps").size);
        assertArrayEquals(new int[] {2, 133_001, 3}, plot.get("gaps").get(0).asIntArray());
        assertArrayEquals(new int[] {0, 20_000}, plot.get("budgets").get(0).asIntArray());
        assertArrayEquals(new int[] {2, 10_000}, plot.get("budgets").get(1).asIntArray());
        assertFalse(plot.has("max"));
    }

    @Test
    void ofMergedFramesTheLongestIsKeptAndNoMean() throws Exception {
        for (long ms : new long[] {16, 16, 90, 16, 17, 5, 16}) {
            add(ms * MS, 20 * MS);
        }
        JsonValue plot = plot(6, 3);
        assertEquals(3, plot.getInt("step"));
        assertEquals(7, plot.getInt("count"));
        assertArrayEquals(new int[] {122_000, 38_000, 16_000}, plot.get("us").asIntArray());
        assertArrayEquals(new int[] {90_000, 17_000, 16_000}, plot.get("max").asIntArray());
        assertArrayEquals(new int[] {16_000, 5_000, 16_000}, plot.get("min").asIntArray());
        assertEquals(0, plot.get("gaps").size);
    }

    @Test
    void noFramesAtAllAreToldToo() throws Exception {
        JsonValue plot = plot(6, 3);
        assertEquals(0, plot.getInt("count"));
    }

    @Test
    void twoHoursOfFramesTakeLessThanThreeAndAHalfMegabytes() throws Exception {
        Random random = new Random(1);
        frames.start(log);
        int count = 5_000;
        for (int i = 1; i <= count; i++) {
            add(16_666_667 + (long) (random.nextGaussian() * 400_000), 16_666_667);
            if (i % 500 == 0) {
                int added = i;
                await().until(() -> frames.count() == added);
            }
        }
        assertTrue(7_200 * 60 <= ReportFrames.WHOLE);
        long all = (long) text(count, 1).length() * ReportFrames.WHOLE / count;
        assertTrue(all < 3_500_000, all + " bytes");
    }
}
