package lockstep.desktop.cli;

import java.io.IOException;
import lockstep.assets.AssetSource;
import picocli.CommandLine.Option;

/** The option {@code --assets DIR}. */
final class AssetOption {
    @Option(names = "--assets", paramLabel = "DIR", description = "read assets from DIR in place of the built-in ones")
    private String folder;

    AssetSource open() {
        try {
            return folder == null ? AssetSource.builtIn() : AssetSource.folder(Values.path("--assets", folder));
        } catch (IOException e) {
            throw new UsageException("--assets: " + e.getMessage());
        }
    }
}
