package lockstep.desktop.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import lockstep.files.NewFile;

/**
 * Checks, before anything starts, that every output file can be written and that no two are the same file, whatever they are
 * called. The {@code FILE.part} of a growing file counts too.
 */
final class Outputs {
    private final Map<Path, String> taken = new HashMap<>();
    private final Map<Path, String> growing = new HashMap<>();

    /** Registers a file that is read, which no output may overwrite. */
    void reads(String what, Path file) {
        if (file != null) {
            taken.put(NewFile.place(file), what);
        }
    }

    /** Checks one output, null if the option was not given; throws {@link UsageException} if it cannot be written. */
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
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return;
        }
        Path named = NewFile.place(file);
        Path part = NewFile.partOf(named);
        String other = taken.get(named);
        if (other != null) {
            throw refused(option, file, "is also the file of " + other + "; give each its own");
        }
        String partOf = growing.get(named);
        if (partOf != null) {
            throw refused(option, file, "is the temporary name of the file of " + partOf + "; give it another name");
        }
        String ofPart = taken.get(part);
        if (ofPart != null) {
            throw refused(option, file,
                "is written as " + part.getFileName() + " first, and that is the file of " + ofPart
                    + "; give one of them another name");
        }
        taken.put(named, option);
        growing.put(part, option);
    }

    private static UsageException refused(String option, Path file, String why) {
        return new UsageException(option + ": '" + file + "' " + why);
    }
}
