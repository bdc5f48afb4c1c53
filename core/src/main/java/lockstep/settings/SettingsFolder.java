package lockstep.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folder in which each system keeps the settings of programs. */
public final class SettingsFolder {
    private SettingsFolder() {
    }

    /** The folder on this machine; empty if the user has no home, in which case settings are not kept. */
    public static Optional<Path> find() {
        return find(System.getProperty("os.name"), System.getenv(), System.getProperty("user.home"));
    }

    static Optional<Path> find(String osName, Map<String, String> env, String home) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("windows")) {
            return absolute(env.get("APPDATA")).map(folder -> folder.resolve("Lockstep"))
                .or(() -> absolute(home).map(folder -> folder.resolve("AppData/Roaming/Lockstep")));
        }
        if (os.contains("mac")) {
            return absolute(home).map(folder -> folder.resolve("Library/Application Support/Lockstep"));
        }
        return absolute(env.get("XDG_CONFIG_HOME")).or(() -> absolute(home).map(folder -> folder.resolve(".config")))
            .map(folder -> folder.resolve("lockstep"));
    }

    /** The path if it is absolute: the XDG specification says to ignore others, and a home of "?" is none. */
    private static Optional<Path> absolute(String text) {
        try {
            return Optional.ofNullable(text).filter(path -> !path.isBlank()).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
