package lockstep.assets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/** Assets on the class path. Class-path folders cannot be listed, so the build writes {@code assets.index}, one path per line. */
final class ClassPathAssets implements AssetSource {
    private static final String INDEX = "assets.index";

    private final ClassLoader loader;
    private final TreeSet<String> index = new TreeSet<>();

    ClassPathAssets(ClassLoader loader) throws IOException {
        this.loader = loader;
        try (InputStream in = loader.getResourceAsStream(INDEX)) {
            if (in == null) {
                throw new IOException("built-in assets have no " + INDEX + "; build again with mvn process-classes");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
                .map(String::strip).filter(line -> !line.isEmpty()).forEach(index::add);
        }
    }

    @Override
    public byte[] read(String path, long maxBytes) throws IOException {
        AssetPath.check(path);
        if (!index.contains(path)) {
            boolean folder = !list(path).isEmpty();
            throw new IOException("built-in asset '" + path + "' " + (folder ? "is a folder, not a file" : "does not exist"));
        }
        try (InputStream in = loader.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("built-in asset '" + path + "' is in " + INDEX + " but does not exist");
            }
            return AssetPath.readAtMost(in, path, maxBytes);
        }
    }

    @Override
    public List<String> list(String folder) throws IOException {
        if (folder.isEmpty()) {
            return List.copyOf(index);
        }
        AssetPath.check(folder);
        return List.copyOf(index.subSet(folder + "/", folder + "0"));
    }

    @Override
    public String toString() {
        return "built-in assets";
    }
}
