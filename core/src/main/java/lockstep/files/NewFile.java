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
 * A file that is there whole or not at all, after a crash too: it is written as {@code FILE.part} beside it, forced to the
 * disk and then renamed. What is no regular file, a pipe or {@code /dev/null}, is written to directly, and a link keeps
 * pointing where it did. A link in the place of {@code FILE.part} is nobody's wish: it is removed and what it points to left
 * alone. Closing removes what was not kept. One thread.
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
     * One that several programs may write at once, the last of them wins: its {@link #part} is made here, empty, with a name
     * of its own, {@code PREFIX…tmp}. What a killed program leaves of that name is for the caller to remove.
     */
    public static NewFile shared(Path path, String prefix) throws IOException {
        Path file = place(path);
        return new NewFile(file, Files.createTempFile(file.getParent(), prefix, ".tmp"));
    }

    /**
     * Writes a file whole or leaves it as it was.
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

    /** The same with text, in UTF-8. */
    public static void writeText(Path path, String what, Content<Writer> content) throws IOException {
        write(path, what, out -> {
            Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            content.writeTo(text);
            text.flush();
        });
    }

    /** One line for people: the file, what it was to hold, and all that is known of why not. */
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

    /** Leaves nothing behind of a file that was not kept. */
    @Override
    public void close() throws IOException {
        if (!kept && !part.equals(file)) {
            Files.deleteIfExists(part);
        }
    }
}
