package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.Screen;
import lockstep.session.FailingGame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a run ends when somebody or something ends it: in order, with every file whole. */
@EnabledOnOs(OS.LINUX)
final class GameEndIT {
    @RegisterExtension
    static final Screen SCREEN = new Screen(1280, 720);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130, true", "TERM, 143, true", "HUP, 129, true", "INT, 130, false", "TERM, 143, false", "HUP, 129, false"})
    void aSignalEndsTheRunAndItsFilesAreWhole(String signal, int exit, boolean window) throws Exception {
        assumeTrue(GameJar.signalsCanBeReset(), "env cannot reset signals here (GNU coreutils 8.31 or newer can)");
        GameJar jar = new GameJar(folder);
        String[] args = {"--autopilot", "--seed", "4", "--seconds", "100", "--record", "run.rec", "--json", "run.json", "--mute"};
        ChildJvm game;
        if (window) {
            List<String> pictured = new ArrayList<>(List.of(args));
            pictured.addAll(List.of("--screenshot", "seen.png@0.2"));
            game = jar.start(SCREEN.display(), pictured.toArray(String[]::new));
            await("a picture").atMost(Duration.ofSeconds(30)).until(() -> Files.exists(jar.file("seen.png")));
        } else {
            game = jar.startWithout(null, args); // ended as early as it heeds signals, often before the first tick
            await("a recording begun").atMost(Duration.ofSeconds(30)).until(() -> Files.exists(jar.file("run.rec.part")));
        }
        for (int i = 0; i < 3; i++) {
            game.signal(signal);
        }
        assertEquals(exit, game.exit(), () -> game.err().toString());
        assertEquals(List.of(), game.complaints().stream().filter(line -> line.startsWith("lockstep:"))
            .filter(line -> !line.contains("display") && !line.contains("headless")).toList());
        JsonValue json = jar.json("run.json");
        json.get("lanes").forEach(lane -> assertEquals("joined", lane.getString("ended")));
        assertEquals(exit, json.getInt("exit"));
        assertFalse(Files.exists(jar.file("run.rec.part")) || Files.exists(jar.file("run.json.part")), "a part is left");
        GameJar.Ended replay = jar.run("replay", "run.rec", "--expect", json.get("world").getString("hash"));
        assertEquals(0, replay.exit(), () -> replay.err().toString());
    }

    @ParameterizedTest
    @CsvSource({"input, 500, input, four", "spoiler, 60, physics, spoiled.toml", "assets, 5, assets, four",
        "render, 30, render, four",
        "render, 30, main, classic"})
    void aRoleThatDiesIsNamedOnce(String role, String run, String lane, String topology) throws Exception {
        GameJar jar = GameJar.ofClass(folder, FailingGame.class);
        Files.writeString(jar.file("spoiled.toml"), """
            [lanes]
            input = ["input"]
            physics = ["physics", "spoiler"]
            assets = ["assets"]
            render = ["render"]
            """);
        GameJar.Ended ended = jar.run(SCREEN.display(), role, run, "--topology", topology, "--autopilot", "--seconds", "60",
            "--json", "run.json", "--record", "run.rec", "--mute");
        assertEquals(1, ended.exit(), () -> ended.err().toString());
        assertEquals(1, ended.err().stream().filter(line -> line.contains("lockstep: lane '" + lane + "' died in role '" + role
            + "': java.lang.IllegalStateException: planted failure")).count(), () -> ended.err().toString());
        assertEquals(1,
            ended.err().stream().filter(line -> line.startsWith("java.lang.IllegalStateException: planted failure")).count(),
            () -> ended.err().toString());
        assertTrue(ended.aboveSummary().stream().filter(line -> !line.startsWith("\tat ")).count() <= 2,
            () -> ended.err().toString());
        JsonValue json = jar.json("run.json");
        assertEquals(1, json.getInt("exit"));
        for (JsonValue l : json.get("lanes")) {
            assertEquals(l.getString("name").equals(lane) ? "failed" : "joined", l.getString("ended"), l.getString("name"));
        }
        assertEquals("", SCREEN.display().tool("xdotool", "search", "--name", "^Lockstep$"), "a window is left");
        GameJar.Ended replay = new GameJar(folder).run("replay", "run.rec", "--expect", json.get("world").getString("hash"));
        assertEquals(0, replay.exit(), () -> replay.err().toString());
    }

    @Test
    void quitInTheMenuEndsTheGame() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game = jar.start(SCREEN.display(), "--json", "run.json", "--mute");
        SCREEN.display().window("Lockstep");
        await("the end").atMost(Duration.ofSeconds(60)).until(() -> {
            for (String key : List.of("Escape", "Down", "Down", "Return", "Down", "Return")) {
                SCREEN.display().tool("xdotool", "key", key, "sleep", "0.2");
            }
            return !game.isAlive();
        });
        assertEquals(0, game.exit(), () -> game.err().toString());
        assertEquals(List.of(), game.complaints());
        jar.soundJson("run.json");
    }
}
