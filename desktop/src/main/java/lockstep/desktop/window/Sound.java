package lockstep.desktop.window;

import com.badlogic.gdx.utils.Os;
import com.badlogic.gdx.utils.SharedLibraryLoader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether opening a sound device makes sense. On Linux without a sound card, OpenAL plays nothing but lets ALSA complain on
 * stderr, over the terminal overlay. So it is not opened without a playback device or a sound server. Any thread.
 */
public final class Sound {
    private Sound() {
    }

    /** False only if it is certain that there is no device. */
    public static boolean hasDevice() {
        if (SharedLibraryLoader.os != Os.Linux || System.getenv("ALSOFT_DRIVERS") != null) {
            return true;
        }
        return hasServer() || hasCard(Path.of("/dev/snd"));
    }

    private static boolean hasServer() {
        if (System.getenv("PULSE_SERVER") != null) {
            return true;
        }
        String runtime = System.getenv("XDG_RUNTIME_DIR");
        return runtime != null
            && (Files.exists(Path.of(runtime, "pulse", "native")) || Files.exists(Path.of(runtime, "pipewire-0")));
    }

    /** True if there is an ALSA playback device, such as {@code pcmC0D0p}, that this user may open. */
    static boolean hasCard(Path devices) {
        try (DirectoryStream<Path> playback = Files.newDirectoryStream(devices, "pcmC*p")) {
            for (Path device : playback) {
                if (Files.isWritable(device)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
