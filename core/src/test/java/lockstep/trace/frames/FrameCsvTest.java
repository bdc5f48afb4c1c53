package lockstep.trace.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lockstep.time.FrameLog;
import lockstep.trace.About;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Read back by another reader of CSV. */
class FrameCsvTest {
    private static final About ABOUT = new About("1", "x11", "llvmpipe (LLVM 15.0.6, 256 bits), 4.5 Mesa 22.3.6", 0, 0, 0);
    private static final int FRAMES = 1_000;
    private static final long START = 123_456_789_012L;

    @TempDir
    Path folder;
    private final FrameHistory frames = new FrameHistory();

    /** Frame n takes 16 ms + 1,001 n ns, a tenth of it in the swap; the simulation steps 16 ms, but not at every 10th frame. */
    @BeforeEach
    void frames() {
        FrameLog log = new FrameLog();
        long at = START;
        long sim = 0;
        for (int n = 0; n < FRAMES; n++) {
            long ns = 16_000_000 + 1_001L * n;
            sim += n % 10 == 9 ? 0 : 16_000_000;
            log.add(at, at + ns, ns / 10, sim, -1, 2, 16_666_667);
            at += ns;
        }
        frames.start(log);
        frames.stop();
    }

    private static List<CSVRecord> read(List<String> lines) throws IOException {
        try (CSVParser parser = CSVParser.parse(String.join("\n", lines),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return parser.getRecords();
        }
    }

    private static long scaled(CSVRecord r, String column, int decimals) {
        return new BigDecimal(r.get(column)).movePointRight(decimals).longValueExact();
    }

    @Test
    void capFrameXFindsWhatItWants() throws Exception {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            FrameCsv.capFrameX(folder.resolve("f.csv"), frames).write(ABOUT);
        } finally {
            Locale.setDefault(before);
        }
        List<String> lines = Files.readAllLines(folder.resolve("f.csv"));
        assertEquals(FRAMES + 1, lines.size());
        List<String> columns = List.of(lines.get(0).split(","));
        assertTrue(columns.get(0).startsWith("Application"));
        assertTrue(columns.containsAll(List.of("Dropped", "TimeInSeconds", "MsBetweenPresents", "MsBetweenDisplayChange")),
            lines.get(0));
        assertTrue(lines.stream().noneMatch(l -> l.contains("//") || l.split(",", -1).length != columns.size()));
    }

    @Test
    void capFrameXSeesEachFrameToTheNanosecond() throws Exception {
        FrameCsv.capFrameX(folder.resolve("f.csv"), frames).write(ABOUT);
        List<CSVRecord> records = read(Files.readAllLines(folder.resolve("f.csv")));
        assertEquals(FRAMES, records.size());
        for (int i = 0; i < FRAMES; i++) {
            CSVRecord r = records.get(i);
            assertEquals(frames.ns(i), scaled(r, "MsBetweenPresents", 6));
            assertEquals(frames.ns(i), scaled(r, "MsBetweenDisplayChange", 6));
            assertEquals(frames.ns(i), scaled(r, "MsCPUBusy", 6) + scaled(r, "MsCPUWait", 6));
            assertEquals(frames.swapNs(i), scaled(r, "MsCPUWait", 6));
            assertEquals(frames.swapNs(i), scaled(r, "MsInPresentAPI", 6));
            assertEquals(frames.endNs(i) - START, scaled(r, "TimeInSeconds", 9));
            assertEquals("0", r.get("Dropped"));
            if (i % 10 == 9 || i == 0) {
                assertEquals("NA", r.get("MsAnimationError"));
            } else {
                assertEquals(-1_001L * i, scaled(r, "MsAnimationError", 6));
            }
        }
    }

    @Test
    void mangoHudsLogHasTheMachineAndThenTheFrames() throws Exception {
        FrameCsv.mangoHud(folder.resolve("m.csv"), frames).write(ABOUT);
        List<String> lines = Files.readAllLines(folder.resolve("m.csv"));
        assertEquals("os,cpu,gpu,ram,kernel,driver,cpuscheduler", lines.get(0));
        CSVRecord machine = read(lines.subList(0, 2)).get(0);
        assertEquals("llvmpipe (LLVM 15.0.6 256 bits)", machine.get("gpu"));
        assertEquals("4.5 Mesa 22.3.6", machine.get("driver"));
        assertEquals(System.getProperty("os.version"), machine.get("kernel"));
        assertTrue(Long.parseLong(machine.get("ram")) > 100_000, machine.get("ram"));
        List<CSVRecord> records = read(lines.subList(2, lines.size()));
        assertEquals(FRAMES, records.size());
        for (int i = 0; i < FRAMES; i++) {
            CSVRecord r = records.get(i);
            assertTrue(r.isConsistent(), lines.get(2));
            assertEquals(frames.ns(i), scaled(r, "frametime", 6));
            assertEquals(1e9 / frames.ns(i), Double.parseDouble(r.get("fps")), 0.0006);
            assertEquals(frames.endNs(i) - START, Long.parseLong(r.get("elapsed")));
            assertEquals("0", r.get("cpu_load"));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 6, 0.000000", "5, 6, 0.000005", "1234567, 6, 1.234567", "-1234567, 6, -1.234567", "-5, 3, -0.005",
        "999999, 6, 0.999999",
        "16000000, 6, 16.000000", "123, 3, 0.123"})
    void decimalsAreExact(long value, int decimals, String text) {
        assertEquals(text, FrameCsv.fixed(new StringBuilder(), value, decimals).toString());
    }

    @Test
    void aFileThatCapFrameXWouldNotOpenIsToldOf() {
        assertNotNull(new CapFrameXForm().note(19));
        assertNull(new CapFrameXForm().note(20));
    }

    @Test
    void aRunWithoutFramesLeavesTheHead() throws Exception {
        FrameCsv.capFrameX(folder.resolve("f.csv"), new FrameHistory()).write(ABOUT);
        FrameCsv.mangoHud(folder.resolve("m.csv"), new FrameHistory()).write(ABOUT);
        assertEquals(1, Files.readAllLines(folder.resolve("f.csv")).size());
        assertEquals(3, Files.readAllLines(folder.resolve("m.csv")).size());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsSaidWithTheFile() {
        IOException e = assertThrows(IOException.class, () -> FrameCsv.capFrameX(Path.of("/dev/full"), frames).write(ABOUT));
        assertTrue(e.getMessage().startsWith("/dev/full: the frames could not be written: "), e.getMessage());
    }

    @Test
    void aFolderThatIsGoneLeavesNothing() {
        assertThrows(IOException.class, () -> FrameCsv.mangoHud(folder.resolve("gone/m.csv"), frames).write(ABOUT));
        assertEquals(0, folder.toFile().list().length);
    }
}
