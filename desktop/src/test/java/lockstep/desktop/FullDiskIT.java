package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.XDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files of a run for which there is no room: a line for each says so, the old file stays, and nothing half-written is left. */
@EnabledOnOs(OS.LINUX)
final class FullDiskIT {
    private static final int LIMIT_KIB = 1;
    private static final Set<String> FILES = new TreeSet<>(List.of("run.csv", "run.html", "run.json"));

    @TempDir
    Path folder;

    @Test
    void whatDoesNotFitIsReportedAndTheOldFilesStay() throws Exception {
        String[] args =
            {"--headless", "--autopilot", "--overlay", "off", "--ticks", "120", "--report", "run.html", "--json", "run.json",
                "--mangohud", "run.csv"};
        assertEquals(0, new GameJar(folder).run(args).exit(), "with room");
        for (String file : FILES) {
            assertTrue(Files.size(folder.resolve(file)) > LIMIT_KIB * 1024, () -> "the limit cuts nothing off " + file);
            Files.writeString(folder.resolve(file), "old " + file);
        }
        GameJar.Ended ended = GameJar.withFilesOf(folder, LIMIT_KIB).run(args);
        assertEquals(1, ended.exit(), () -> ended.err().toString());
        assertEquals(Set.of("lockstep: run.html: the report could not be written: File too large",
            "lockstep: run.json: the summary could not be written: File too large",
            "lockstep: run.csv: the frames could not be written: File too large"), unwritten(ended));
        for (String file : FILES) {
            assertEquals("old " + file, Files.readString(folder.resolve(file)));
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.copyOf(FILES),
                left.map(path -> path.getFileName().toString()).filter(name -> !name.equals("config")).sorted().toList());
        }
    }

    @Test
    void aDeviceWithoutRoomIsReportedInOneLine() throws Exception {
        GameJar.Ended ended =
            new GameJar(folder).run("--headless", "--autopilot", "--overlay", "off", "--ticks", "60", "--report",
                "/dev/full", "--json", "/dev/full");
        assertEquals(1, ended.exit(), () -> ended.err().toString());
        assertEquals(Set.of("lockstep: /dev/full: the report could not be written: No space left on device",
            "lockstep: /dev/full: the summary could not be written: No space left on device"), unwritten(ended));
    }

    @Test
    void aPictureThatCannotBeWrittenIsReportedAndCounts() throws Exception {
        GameJar jar = new GameJar(folder);
        try (XDisplay display = XDisplay.start(640, 480)) {
            GameJar.Ended ended = jar.run(display, "--autopilot", "--size", "640x480", "--seconds", "3", "--mute", "--screenshot",
                "/dev/full@0.5", "--json", "run.json");
            assertEquals(1, ended.exit(), () -> ended.err().toString());
            assertEquals(Set.of("lockstep: /dev/full: the screenshot could not be written: No space left on device"),
                unwritten(ended));
            assertEquals(1, jar.json("run.json").getInt("exit"));
        }
    }

    /** The lines on files; each is there once. */
    private static Set<String> unwritten(GameJar.Ended ended) {
        List<String> lines = ended.told().stream().filter(line -> line.contains("could not be written")).toList();
        assertEquals(lines.size(), Set.copyOf(lines).size(), lines::toString);
        return Set.copyOf(lines);
    }
}
