package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.RecordingBytes;
import lockstep.desktop.fixture.XDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Broken files: the game goes on without an asset, and refuses everything else with one line before it starts. */
@EnabledOnOs(OS.LINUX)
final class HostileInputIT {
    private static final Path ASSETS = Path.of("..", "assets").toAbsolutePath().normalize();
    private static final String LANES = "[lanes]\nmain = [\"input\", \"physics\", \"assets\", \"render\"]\n";

    @TempDir
    Path folder;

    @Test
    void brokenAssetsAreToldOnceEachAndPlayedWithout() throws Exception {
        GameJar jar = new GameJar(folder);
        Path assets = copyOfAssets();
        truncate(assets.resolve("rocks.png"));
        Files.write(assets.resolve("sprites.atlas"), noise(4000));
        Files.write(assets.resolve("nebula/0-0.png"), noise(3000));
        Files.write(assets.resolve("sounds/shot.wav"), new byte[0]);
        truncate(assets.resolve("sounds/gate.wav"));
        Files.delete(assets.resolve("sounds/hit.wav"));
        Files.createDirectory(assets.resolve("sounds/hit.wav"));
        Files.delete(assets.resolve("sounds/death.wav"));
        Files.createSymbolicLink(assets.resolve("sounds/death.wav"), Path.of("nowhere"));
        Files.move(assets.resolve("sounds/split.wav"), jar.file("outside.wav"));
        Files.createSymbolicLink(assets.resolve("sounds/split.wav"), Path.of("../../outside.wav"));
        List<String> broken = List.of("rocks.png", "sprites.png", "nebula/0-0.png", "sounds/shot.wav", "sounds/gate.wav",
            "sounds/hit.wav", "sounds/death.wav", "sounds/split.wav");
        try (XDisplay display = XDisplay.start(1280, 720)) {
            GameJar.Ended ended = jar.run(display, "--assets", "assets", "--autopilot", "--seed", "3", "--seconds", "4",
                "--overlay", "full", "--screenshot", "seen.png@2", "--json", "run.json");
            told(broken, ended);
            assertTrue(Files.size(jar.file("seen.png")) > 10_000);
            JsonValue json = jar.soundJson("run.json").get("assets");
            assertEquals(broken.size(), json.getInt("failed"));
            assertTrue(json.getInt("placeholder_frames") > 10, json::toString);
        }
    }

    @Test
    void aMissingNebulaIsPlayedWithout() throws Exception {
        GameJar jar = new GameJar(folder);
        Path assets = copyOfAssets();
        try (Stream<Path> tiles = Files.list(assets.resolve("nebula"))) {
            for (Path tile : tiles.toList()) {
                Files.delete(tile);
            }
        }
        Files.delete(assets.resolve("nebula"));
        GameJar.Ended ended = jar.run("--headless", "--assets", "assets", "--autopilot", "--seconds", "2", "--json", "run.json");
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertEquals(ended.told().size(), jar.soundJson("run.json").get("assets").getInt("failed"));
        assertTrue(ended.told().stream().allMatch(line -> line.startsWith("lockstep: asset nebula/")),
            () -> ended.err().toString());
    }

    private static void told(List<String> broken, GameJar.Ended ended) {
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        for (String path : broken) {
            assertEquals(1,
                ended.err().stream().filter(line -> line.startsWith("lockstep: asset " + path + " cannot be used: ")).count(),
                () -> path + " in " + ended.err());
        }
        assertEquals(broken.size(), ended.told().size(), () -> ended.err().toString());
        assertTrue(ended.err().stream().allMatch(line -> line.length() < 250), () -> ended.err().toString());
    }

    @Test
    void brokenTopologiesAreRefused() throws Exception {
        refusedTopology("t.toml:1: not valid TOML", "[lanes\n");
        refusedTopology("t.toml:1: lane 'main' must be a list of roles", "lanes.main = 3\n");
        refusedTopology("t.toml:2: unknown role 'phisics'; did you mean 'physics'? one of: assets, input, physics, render",
            "[lanes]\nmain = [\"input\", \"phisics\", \"assets\", \"render\"]\n");
        refusedTopology("t.toml:3: role 'input' is placed twice, on 'main' and 'b'", LANES + "b = [\"input\"]\n");
        refusedTopology("t.toml:1: role 'render' is on no lane", "[lanes]\nmain = [\"input\", \"physics\", \"assets\"]\n");
        refusedTopology("t.toml:3: unknown table 'snyc'; did you mean 'sync'? one of: about, lanes, hz, sync",
            LANES + "[snyc]\n");
        refusedTopology("t.toml:4: unknown guard 'mutx'; did you mean 'mutex'?", LANES + "[sync]\nguard = \"mutx\"\n");
        refusedTopology("t.toml:4: rate of 'physics' is not usable; a whole number from 30 to 1000",
            LANES + "[hz]\nphysics = -1\n");
        try (RandomAccessFile large = new RandomAccessFile(folder.resolve("large.toml").toFile(), "rw")) {
            large.setLength(50L << 20);
        }
        refused("large.toml: too large for a topology file; at most 64 KiB", "--topology", "large.toml");
    }

    private void refusedTopology(String why, String text) throws Exception {
        Files.writeString(folder.resolve("t.toml"), text);
        refused(why, "--topology", "t.toml", "--json", "run.json");
    }

    @Test
    void brokenRecordingsAreRefused() throws Exception {
        GameJar jar = new GameJar(folder);
        assertEquals(0, jar.run("--headless", "--autopilot", "--ticks", "200", "--record", "run.rec").exit());
        byte[] good = Files.readAllBytes(jar.file("run.rec"));
        Files.write(jar.file("half.rec"), Arrays.copyOf(good, good.length / 2));
        refused("half.rec: ends in the middle; the recording was cut short", "replay", "half.rec", "--json", "replay.json");
        byte[] mutated = good.clone();
        mutated[good.length / 2] ^= 0x10;
        Files.write(jar.file("mutated.rec"), mutated);
        refused("mutated.rec: ", "replay", "mutated.rec");
        Files.write(jar.file("newer.rec"), RecordingBytes.ofVersion(good, 99));
        refused("newer.rec: of format version 99; this program reads version 1", "replay", "newer.rec");
        Files.write(jar.file("empty.rec"), new byte[0]);
        refused("empty.rec: ends in the middle", "replay", "empty.rec");
        Files.write(jar.file("noise.rec"), noise(1000));
        refused("noise.rec: not a recording, or damaged", "replay", "noise.rec");
        refused("'.': is a folder, not a recording", "replay", ".");
        assertFalse(Files.exists(jar.file("replay.json")));
    }

    @Test
    void whatCannotBeWrittenOrPlantedIsRefusedBeforeTheStart() throws Exception {
        Files.writeString(folder.resolve("file"), "");
        refused("--record: 'no/x' cannot be written; its folder does not exist", "--record", "no/x", "--json", "run.json");
        refused("--json: 'file/x' cannot be written", "--json", "file/x", "--record", "run.rec");
        refused("--screenshot: '.' is a folder", "--screenshot", ".@1", "--record", "run.rec");
        refused("--inject render.draw=100@every=1s: ", "--inject", "render.draw=100@every=1s");
        refused("--inject render.dram=20ms@every=1s: ", "--inject", "render.dram=20ms@every=1s");
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of("file"),
                left.map(path -> path.getFileName().toString()).filter(name -> !name.equals("config")).toList());
        }
    }

    private void refused(String why, String... args) throws IOException, InterruptedException {
        GameJar.Ended ended = new GameJar(folder).run(args);
        assertEquals(2, ended.exit(), () -> String.join(" ", args) + ": " + ended.err());
        assertTrue(ended.err().get(0).startsWith("lockstep: " + why), () -> why + "\n" + ended.err());
        assertEquals(2, ended.err().size(), () -> ended.err().toString());
        assertTrue(ended.err().get(1).startsWith("try: "), () -> ended.err().toString());
        assertEquals(List.of(), ended.out());
        assertFalse(Files.exists(folder.resolve("run.json")));
    }

    private Path copyOfAssets() throws IOException {
        Path copy = folder.resolve("assets");
        try (Stream<Path> files = Files.walk(ASSETS)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(ASSETS.relativize(file).toString()));
            }
        }
        return copy;
    }

    private static void truncate(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, all.length / 3));
    }

    private static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
