package lockstep.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears complete or not at all, even after a crash: it is written as {@code FILE.part} beside it, forced to the
 * disk and then renamed. What is not a regular file, such as a pipe or {@code /dev/null}, is written to directly. A symbolic link
 * keeps its target. A link in place of {@code FILE.part} is removed and its target left alone. Closing removes what was not kept.
 * For one thread.
 */
public final class NewFile implements AutoCloseable {
    private static final int MOST_LINKS = 40;

    private final Path file;
    private final Path part;
    private boolean kept;

    /** Writes the content of a file, as bytes or as text. */
    @FunctionalInterface
    public interface Content<T> {
        void writeTo(T out) throws IOException;
    }

    /** Prepares to write {@code path}; touches no file yet. */
    public NewFile(Path path) {
        boolean direct = Files.exists(path) && !Files.isRegularFile(path);
        file = direct ? path : place(path);
        part = direct ? path : partOf(file);
    }

    private NewFile(Path file, Path part) {
        this.file = file;
        this.part = part;
    }

    /**
     * A file that several programs may write at once; the last one wins. Makes an empty {@link #part} with a name of its own,
     * {@code PREFIX…tmp}. The caller removes files of that name that a killed program left.
     */
    public static NewFile shared(Path path, String prefix) throws IOException {
        Path file = place(path);
        return new NewFile(file, Files.createTempFile(file.getParent(), prefix, ".tmp"));
    }

    /**
     * Writes a complete file or leaves it as it was.
     *
     * @param what what it holds, for the message: "the report"
     * @throws IOException with one line that names the file and says why it could not be written
     */
    public static void write(Path path, String what, Content<OutputStream> content) throws IOException {
        try (NewFile whole = new NewFile(path)) {
            try (OutputStream out = Files.newOutputStream(whole.begin())) {
                content.writeTo(out);
            }
            whole.keep();
        } catch (IOException e) {
            throw unwritable(path, what, e);
        }
    }

    /** As {@link #write}, with text in UTF-8. */
    public static void writeText(Path path, String what, Content<Writer> content) throws IOException {
        write(path, what, out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.writeTo(text);
            text.flush();
        });
    }

    /** One line for people: the file, what it was to hold, and why it could not be written. */
    public static IOException unwritable(Path path, String what, IOException why) {
        return new IOException(OneLine.of(path + ": " + what + " could not be written: " + reason(why)), why);
    }

    private static String reason(IOException why) {
        if (why instanceof FileSystemException refused && refused.getReason() == null) {
            return refused.getFile() + " (" + (why instanceof NoSuchFileException ? "no such file or folder"
                : why instanceof AccessDeniedException ? "permission denied"
                : why instanceof FileAlreadyExistsException ? "is there already" : "refused without a reason") + ")";
        }
        return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    /**
     * The real path of a file, the same for all its names. For a file that does not exist yet, it follows links and resolves the
     * folder.
     */
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

    /** The name of the file at {@code place} until it is complete. */
    public static Path partOf(Path place) {
        return place.resolveSibling(place.getFileName() + ".part");
    }

    /** The path to write to. */
    public Path part() {
        return part;
    }

    /**
     * Makes {@link #part} an empty file, replacing what a killed run or somebody else left there.
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

    /** Gives the complete file its name, in one atomic step. */
    public void keep() throws IOException {
        if (!part.equals(file)) {
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        kept = true;
    }

    /** Removes what was written, unless it was kept. */
    @Override
    public void close() throws IOException {
        if (!kept && !part.equals(file)) {
            Files.deleteIfExists(part);
        }
    }
}
