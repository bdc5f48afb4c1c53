package lockstep.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lockstep.files.NewFile;

/**
 * Keeps {@link Settings} in {@code settings.toml}. The file always holds the old settings or the new ones, never a mixture, even
 * after a crash. Several running programs may share one file: each writes only what it changed, one after the other, and the best
 * scores of all are kept. Both methods may block for the disk, so no lane calls them in a tick or frame. One thread at a time.
 */
public final class SettingsFile {
    static final String NAME = "settings.toml";
    private static final String BROKEN = "settings.broken-";
    private static final int MOST_BROKEN = 3;
    private static final int MAX_BYTES = 256 * 1024;

    private final Optional<Path> folder;
    private final Consumer<String> log;
    private final Consumer<Path> beforeMove;
    /** What was last read or written here; null before that. */
    private Settings base;

    /**
     * @param folder where to keep it; empty to keep nothing
     * @param log receives one line for each failure
     */
    public SettingsFile(Optional<Path> folder, Consumer<String> log) {
        this(folder, log, written -> {});
    }

    SettingsFile(Optional<Path> folder, Consumer<String> log, Consumer<Path> beforeMove) {
        this.folder = folder;
        this.log = log;
        this.beforeMove = beforeMove;
    }

    /** Reads the settings. If the file is broken, it is set aside, that is logged, and the defaults are returned. */
    public Settings load() {
        base = read();
        return base;
    }

    private Settings read() {
        if (folder.isEmpty()) {
            return Settings.DEFAULT;
        }
        Path file = folder.get().resolve(NAME);
        try {
            return SettingsText.read(text(file));
        } catch (NoSuchFileException e) {
            return Settings.DEFAULT;
        } catch (CharacterCodingException e) {
            setAside(file, "not UTF-8 text");
        } catch (IllegalArgumentException e) {
            setAside(file, e.getMessage());
        } catch (IOException e) {
            log.accept("settings: cannot read " + file + ", using defaults: " + e.getMessage());
        }
        return Settings.DEFAULT;
    }

    /**
     * Writes the settings. Keys of the file that this version does not know stay, and so does what another program changed in it
     * since {@link #load} or the last save, unless the same value changed here. Does nothing if there is no folder.
     *
     * @throws IOException with one line for people, if the file cannot be written; it is then unchanged
     */
    public void save(Settings settings) throws IOException {
        if (folder.isEmpty()) {
            return;
        }
        Path file = folder.get().resolve(NAME);
        try {
            Files.createDirectories(folder.get());
            Path target = NewFile.place(file);
            Files.createDirectories(target.getParent());
            SettingsLock lock = SettingsLock.take(folder.get());
            try {
                String before = before(target);
                replace(target, SettingsText.write(base == null ? settings : settings.onto(base, found(before)), before));
            } finally {
                lock.close();
            }
            base = settings;
            dropLeftovers(target.getParent());
        } catch (IOException e) {
            throw NewFile.unwritable(file, "the settings", e);
        }
    }

    /** The settings in {@code before}, or those last read or written if it holds none. */
    private Settings found(String before) {
        try {
            return before.isEmpty() ? base : SettingsText.read(before);
        } catch (IllegalArgumentException e) {
            return base;
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException("not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new IllegalArgumentException("larger than 256 KiB");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        }
    }

    private static String before(Path file) {
        try {
            return text(file);
        } catch (IOException | IllegalArgumentException e) {
            return "";
        }
    }

    private void replace(Path file, String text) throws IOException {
        try (NewFile whole = NewFile.shared(file, "settings-")) {
            Files.writeString(whole.part(), text);
            beforeMove.accept(whole.part());
            whole.keep();
        }
    }

    /** Deletes temporary files that a crash left behind, once they are an hour old; the next save tries again. */
    private static void dropLeftovers(Path folder) {
        FileTime old = FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS));
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, "settings-*.tmp")) {
            for (Path leftover : leftovers) {
                if (Files.getLastModifiedTime(leftover).compareTo(old) < 0) {
                    Files.deleteIfExists(leftover);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // They are in nobody's way.
        }
    }

    private void setAside(Path file, String why) {
        try {
            List<Path> kept = broken(file.toAbsolutePath().getParent());
            int next = kept.isEmpty() ? 1 : number(kept.get(kept.size() - 1)) + 1;
            Path aside = file.resolveSibling(BROKEN + next);
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
            for (int i = 0; i <= kept.size() - MOST_BROKEN; i++) {
                Files.delete(kept.get(i));
            }
            log.accept(
                "settings: " + file + " is broken (" + why + "); set aside as " + aside.getFileName() + ", using defaults");
        } catch (IOException e) {
            log.accept("settings: " + file + " is broken (" + why + ") and cannot be set aside, using defaults: " + e);
        }
    }

    /** The files set aside, oldest first. */
    private static List<Path> broken(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("settings\\.broken-\\d{1,8}"))
                .sorted((a, b) -> Integer.compare(number(a), number(b))).toList();
        }
    }

    private static int number(Path broken) {
        return Integer.parseInt(broken.getFileName().toString().substring(BROKEN.length()));
    }
}
