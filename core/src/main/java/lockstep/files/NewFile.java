package lockstep.files;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is there whole or not at all: it is written as {@code FILE.part} beside it and then renamed. What is no
 * regular file, a pipe or {@code /dev/null}, is written to directly, and a link keeps pointing where it did. A link in the
 * place of {@code FILE.part} is nobody's wish: it is removed and what it points to left alone. One thread.
 */
public final class NewFile {
    private static final int MOST_LINKS = 40;

    private final Path file;
    private final Path part;

    public NewFile(Path path) {
        boolean direct = Files.exists(path) && !Files.isRegularFile(path);
        file = direct ? path : place(path);
        part = direct ? path : partOf(file);
    }

    /** Where a file lies, the same for all its names; of one that is not there yet, by its folder and where a link points. */
    public static Path place(Path path) {
        Path named = path.toAbsolutePath();
        try {
            for (int links = 0; links < MOST_LINKS && Files.isSymbolicLink(named) && !Files.exists(named); links++) {
                named = named.resolveSibling(Files.readSymbolicLink(named));
            }
            return Files.exists(named) ? named.toRealPath() : named.getParent().toRealPath().resolve(named.getFileName());
        } catch (IOException e) {
            return named.normalize();
        }
    }

    /** What a file at that place is called until it is whole. */
    public static Path partOf(Path place) {
        return place.resolveSibling(place.getFileName() + ".part");
    }

    /** Where it is written. */
    public Path part() {
        return part;
    }

    /**
     * Makes {@link #part} an empty file in the place of whatever a run that was killed, or somebody else, left there.
     *
     * @return where to write
     * @throws IOException if the file cannot be made
     */
    public Path begin() throws IOException {
        if (!part.equals(file)) {
            if (Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(part.toString(), null, "is a folder");
            }
            Files.deleteIfExists(part);
            Files.createFile(part);
        }
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
