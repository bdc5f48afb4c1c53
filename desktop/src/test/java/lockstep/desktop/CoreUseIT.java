package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lockstep.desktop.fixture.GameJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Verdicts on frames that were late for want of a core say who had the cores. */
@EnabledOnOs(OS.LINUX)
final class CoreUseIT {
    /** Enough for lanes to get no core now and then, and few enough for the game to go on. */
    private static final int TO_A_CORE = 3;
    private static final int BUSY = Math.min(64, TO_A_CORE * Runtime.getRuntime().availableProcessors());

    /** Frames that fill their budget when they have a core to themselves: a scheduler that favors short runs makes these late. */
    private static final String LONG_FRAMES = "render.draw=14ms@every=10";

    @TempDir
    Path folder;

    private void assertSaid(String who, String... more) throws Exception {
        GameJar jar = new GameJar(folder);
        List<String> args =
            new ArrayList<>(List.of("--headless", "--autopilot", "--seed", "3", "--seconds", "10", "--json", "run.json",
                "--late", "1ms,1x", "--inject", LONG_FRAMES));
        args.addAll(List.of(more));
        assertEquals(0, jar.run(args.toArray(String[]::new)).exit());
        JsonValue late = jar.soundJson("run.json").get("late_frames");
        boolean said = false;
        for (JsonValue frame : late) {
            for (JsonValue cause : frame.get("causes")) {
                said |= cause.getString("kind").equals("machine") && cause.getString("doing").contains(who);
            }
        }
        assertTrue(said, () -> "nothing of " + who + " in " + late);
    }

    @Test
    void hogsOfOurOwnAreNamed() throws Exception {
        assertSaid("planted hog thread", "--inject", "hog=" + BUSY + "@every=1s");
    }

    @Test
    void processesOfOthersAreNamed() throws Exception {
        List<Process> busy = new ArrayList<>();
        try {
            for (int i = 0; i < BUSY; i++) {
                busy.add(loop());
            }
            assertSaid("'sh' (");
        } finally {
            busy.forEach(Process::destroyForcibly);
        }
    }

    private static Process loop() throws IOException {
        return new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    }
}
