package lockstep.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    Path home;

    @Test
    void onlyTheFiveBestScoresAreKept() {
        Settings played = Settings.DEFAULT;
        for (long points : new long[] {10, 50, 30, 50, 70, 20, 60}) {
            played = played.withScore(new Score(points, (int) points, ""));
        }
        assertEquals(List.of(70L, 60L, 50L, 50L, 30L), played.best().stream().map(Score::score).toList());
    }

    @Test
    void eachSystemHasItsFolder() {
        Path root = home.toAbsolutePath();
        String user = root.toString();
        assertEquals(root.resolve(".config/lockstep"), SettingsFolder.find("Linux", Map.of(), user).orElseThrow());
        assertEquals(root.resolve("x/lockstep"),
            SettingsFolder.find("Linux", Map.of("XDG_CONFIG_HOME", user + "/x"), user).orElseThrow());
        assertEquals(root.resolve(".config/lockstep"),
            SettingsFolder.find("Linux", Map.of("XDG_CONFIG_HOME", "relative"), user).orElseThrow());
        assertEquals(root.resolve("Library/Application Support/Lockstep"),
            SettingsFolder.find("Mac OS X", Map.of(), user).orElseThrow());
        assertEquals(root.resolve("r/Lockstep"),
            SettingsFolder.find("Windows 11", Map.of("APPDATA", user + "/r"), user).orElseThrow());
        assertEquals(Optional.empty(), SettingsFolder.find("Linux", Map.of(), "?"));
    }
}
