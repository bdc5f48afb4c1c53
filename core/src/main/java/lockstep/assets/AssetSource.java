package lockstep.assets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the game's files come from. Paths are relative, with {@code /} between names, and never lead out of the source.
 * Immutable; any thread may call it. Calls may block for the disk. A call that fails throws an {@link IOException} with a
 * one-line message that names the file.
 */
public interface AssetSource {
    /** The most that {@link #read(String)} reads, in bytes. */
    long MAX_BYTES = 64L * 1024 * 1024;

    /**
     * Reads a whole file.
     *
     * @param maxBytes the largest size accepted, in bytes; a larger file is refused, not cut
     */
    byte[] read(String path, long maxBytes) throws IOException;

    /** Reads a whole file of at most {@link #MAX_BYTES}. */
    default byte[] read(String path) throws IOException {
        return read(path, MAX_BYTES);
    }

    /**
     * The paths of all files in a folder and below it, sorted; {@code ""} is the whole source. None if there is no such
     * folder.
     */
    List<String> list(String folder) throws IOException;

    /** The files on the class path, found by the index that the build writes. */
    static AssetSource builtIn() throws IOException {
        return new ClassPathAssets(AssetSource.class.getClassLoader());
    }

    /** The files of a folder, which must exist. */
    static AssetSource folder(Path folder) throws IOException {
        return new FolderAssets(folder);
    }
}
