package lockstep.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there whole or not at all: it is written as {@code FILE.part} beside it and then renamed. What is no
 * regular file, a pipe or {@code /dev/null}, is written to directly, and a link keeps pointing where it did. One thread.
 */
public final class NewFile {
    private final Path file;
    private final Path part;

    /** @throws IOException if what a link points to cannot be found out */
    public NewFile(Path path) throws IOException {
        boolean regular = Files.isRegularFile(path);
        file = regular ? path.toRealPath() : path;
        part = Files.exists(path) && !regular ? path : file.resolveSibling(file.getFileName() + ".part");
    }

    /** Where to write. */
    public Path part() {
        return part;
    }

    /** It is complete: gives it its name. */
    public void keep() throws IOException {
        if (!part.equals(file)) {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** It could not be written: nothing is left behind. */
    public void drop() throws IOException {
        if (!part.equals(file)) {
            Files.deleteIfExists(part);
        }
    }
}
