package lockstep.desktop.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SoundTest {
    @Test
    void onlyPlaybackDevicesCount(@TempDir Path devices) throws Exception {
        assertFalse(Sound.hasCard(devices.resolve("missing")));
        Files.createFile(devices.resolve("pcmC0D0c"));
        Files.createFile(devices.resolve("controlC0"));
        assertFalse(Sound.hasCard(devices));
        Files.createFile(devices.resolve("pcmC0D0p"));
        assertTrue(Sound.hasCard(devices));
    }
}
