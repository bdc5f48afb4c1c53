package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The files of the jar that tell of frames and of work, each read by another reader and held against the summary. */
@EnabledOnOs(OS.LINUX)
final class FrameFilesIT {
    private static final int CAPFRAMEX_LINES = 20;

    @TempDir
    Path folder;

    private static String[] headless(String... more) {
        List<String> args = new ArrayList<>(List.of("--headless", "--autopilot", "--overlay", "off", "--seed", "3"));
        args.addAll(List.of(more));
        return args.toArray(String[]::new);
    }

    private static List<CSVRecord> csv(List<String> lines) throws IOException {
        try (CSVParser parser = CSVParser.parse(String.join("\n", lines),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }

    /** Counts by tag; fails if HdrHistogram's reader does. */
    private static Map<String, Long> hlog(Path file) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        try (HistogramLogReader reader = new HistogramLogReader(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            for (EncodableHistogram h = reader.nextIntervalHistogram(); h != null; h = reader.nextIntervalHistogram()) {
                counts.merge(h.getTag(), ((Histogram) h).getTotalCount(), Long::sum);
            }
        }
        return counts;
    }

    private static double mean(List<CSVRecord> records, String column) {
        return records.stream().mapToDouble(r -> Double.parseDouble(r.get(column))).average().orElseThrow();
    }

    @Test
    void allTellOfTheSameFrames() throws Exception {
        GameJar jar = new GameJar(folder);
        GameJar.Ended ended =
            jar.run(headless("--seconds", "3", "--json", "run.json", "--frames", "f.csv", "--mangohud", "m.csv", "--hlog",
                "h.hlog", "--inject", "render.draw=30ms@every=500ms"));
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertEquals(List.of(), ended.told());
        JsonValue json = jar.soundJson("run.json");
        int count = json.get("frames").getInt("count");
        assertEquals(0, json.get("frames").getInt("not_kept"));
        JsonValue figures = json.get("frames").get("by_definition");

        List<String> lines = Files.readAllLines(jar.file("f.csv"));
        assertTrue(lines.size() > CAPFRAMEX_LINES && lines.get(0).startsWith("Application,"), () -> lines.get(0));
        List<CSVRecord> capFrameX = csv(lines);
        assertEquals(count, capFrameX.size());
        assertEquals(figures.getDouble("PresentMon mean FrameTime ms"), mean(capFrameX, "MsBetweenPresents"), 1e-6);
        assertEquals(figures.getDouble("PresentMon mean CPUBusy ms"), mean(capFrameX, "MsCPUBusy"), 1e-6);
        double slowest = capFrameX.stream().mapToDouble(r -> Double.parseDouble(r.get("MsBetweenPresents"))).max().orElseThrow();
        assertEquals(1000 / slowest, figures.getDouble("CapFrameX 0.1 % low average fps"), 1e-6);

        List<String> hud = Files.readAllLines(jar.file("m.csv"));
        assertEquals("os,cpu,gpu,ram,kernel,driver,cpuscheduler", hud.get(0));
        List<CSVRecord> mangoHud = csv(hud.subList(2, hud.size()));
        assertEquals(count, mangoHud.size());
        assertEquals(mean(capFrameX, "MsBetweenPresents"), mean(mangoHud, "frametime"), 1e-9);

        Map<String, Long> hlog = hlog(jar.file("h.hlog"));
        assertEquals(count, hlog.get("frames"));
        for (JsonValue role : json.get("roles")) {
            assertEquals(role.getLong("runs"), hlog.get(role.getString("name") + "/" + role.getString("lane")),
                role.getString("name"));
        }
    }

    @Test
    void theIntervalLogOutlivesAGameThatIsKilled() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game = jar.startWithout(null, headless("--seconds", "100", "--hlog", "h.hlog"));
        Path part = jar.file("h.hlog.part");
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(part) && hlog(part).getOrDefault("frames", 0L) > 90);
        game.kill();
        game.exit();
        Map<String, Long> counts = hlog(part);
        assertTrue(
            counts.keySet().containsAll(List.of("input/input", "physics/physics", "assets/assets", "render/render", "frames")),
            counts::toString);
        assertFalse(Files.exists(jar.file("h.hlog")));
    }

    @Test
    void aFullDiskIsToldOnceForEachFileAndTheGameRunsToItsEnd() throws Exception {
        GameJar jar = new GameJar(folder);
        GameJar.Ended ended =
            jar.run(headless("--seconds", "2", "--json", "run.json", "--frames", "/dev/full", "--mangohud", "/dev/full",
                "--hlog", "/dev/full"));
        assertEquals(1, ended.exit(), () -> ended.err().toString());
        String full = ": No space left on device";
        assertEquals(List.of("lockstep: /dev/full: the interval log stops here" + full + "; the game goes on",
            "lockstep: /dev/full: the frames could not be written" + full,
            "lockstep: /dev/full: the frames could not be written" + full),
            ended.told());
        assertTrue(jar.soundJson("run.json").getDouble("seconds") > 1.9);
    }

    @Test
    void aFolderThatIsNotThereIsSaidBeforeAnythingStarts() throws Exception {
        GameJar.Ended ended = new GameJar(folder).run(headless("--frames", "gone/f.csv"));
        assertEquals(2, ended.exit());
        assertEquals(List.of("lockstep: --frames: 'gone/f.csv' cannot be written; its folder does not exist"), ended.told());
    }
}
