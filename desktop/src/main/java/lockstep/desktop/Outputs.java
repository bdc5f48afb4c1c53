package lockstep.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Checks, before anything starts, that every file the run is to write can be written, and that no two are the same. */
final class Outputs {
    private final Map<Path, String> taken = new HashMap<>();

    /** Remembers a file that is read: no output may overwrite it. */
    void reads(String what, Path file) {
        if (file != null) {
            taken.put(same(file), what);
        }
    }

    /** Checks one output; null means that the option was not given. */
    void writes(String option, Path file) {
        if (file == null) {
            return;
        }
        Path parent = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw refused(option, file, "is a folder; name a file in it");
        }
        if (parent == null || !Files.exists(parent)) {
            throw refused(option, file, "cannot be written; its folder does not exist");
        }
        if (!Files.isDirectory(parent)) {
            throw refused(option, file, "cannot be written; " + parent.getFileName() + " is no folder");
        }
        if (!Files.isWritable(Files.exists(file) ? file : parent)) {
            throw refused(option, file, "cannot be written; permission denied");
        }
        String other = Files.exists(file) && !Files.isRegularFile(file) ? null : taken.put(same(file), option);
        if (other != null) {
            throw refused(option, file, "is also the file of " + other + "; give each its own");
        }
    }

    private static Path same(Path file) {
        try {
            return file.toRealPath();
        } catch (java.io.IOException e) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static UsageException refused(String option, Path file, String why) {
        return new UsageException(option + ": '" + file + "' " + why);
    }
}
