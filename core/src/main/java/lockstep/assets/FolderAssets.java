package lockstep.assets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Assets in a folder on disk, laid out like the built-in ones. Links must not lead out of the folder. */
final class FolderAssets implements AssetSource {
    private final Path folder;
    private final Path root;

    FolderAssets(Path folder) throws IOException {
        this.folder = folder;
        if (!Files.exists(folder)) {
            throw new IOException("asset folder '" + AssetPath.shown(folder.toString()) + "' does not exist");
        }
        if (!Files.isDirectory(folder)) {
            throw new IOException("asset folder '" + AssetPath.shown(folder.toString()) + "' is a file, not a folder");
        }
        this.root = folder.toRealPath();
    }

    @Override
    public byte[] read(String path, long maxBytes) throws IOException {
        Path file = resolve(path);
        if (!Files.exists(file)) {
            throw new IOException("asset '" + path + "' does not exist in " + this);
        }
        if (Files.isDirectory(file)) {
            throw new IOException("asset '" + path + "' in " + this + " is a folder, not a file");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("asset '" + path + "' in " + this + " is not a regular file");
        }
        if (!file.toRealPath().startsWith(root)) {
            throw new IOException("asset '" + path + "' leads out of " + this);
        }
        if (Files.size(file) > maxBytes) {
            throw AssetPath.tooLarge(path, maxBytes);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return AssetPath.readAtMost(in, path, maxBytes);
        } catch (AccessDeniedException e) {
            throw new IOException("asset '" + path + "' in " + this + " cannot be read; permission denied", e);
        }
    }

    @Override
    public List<String> list(String under) throws IOException {
        Path start = under.isEmpty() ? root : resolve(under);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        if (!start.toRealPath().startsWith(root)) {
            throw new IOException("asset folder '" + under + "' leads out of " + this);
        }
        try (Stream<Path> found = Files.walk(start)) {
            return found.filter(Files::isRegularFile)
                .map(file -> root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/"))
                .sorted().toList();
        } catch (UncheckedIOException e) {
            throw new IOException("asset folder '" + under + "' in " + this + " cannot be listed", e.getCause());
        }
    }

    private Path resolve(String path) throws IOException {
        AssetPath.check(path);
        return root.resolve(path);
    }

    @Override
    public String toString() {
        return "folder '" + AssetPath.shown(folder.toString()) + "'";
    }
}
