package lockstep.assets;

import java.io.IOException;
import java.io.InputStream;
import lockstep.files.OneLine;

/** What all sources share: checking paths and reading up to a limit. */
final class AssetPath {
    private AssetPath() {
    }

    /** Refuses a path that is not plain names with {@code /} between them. */
    static void check(String path) throws IOException {
        for (String name : path.split("/", -1)) {
            boolean plain = !name.isEmpty() && !name.equals(".") && !name.equals("..");
            if (!plain || name.chars().anyMatch(c -> c < ' ' || c == '\\' || c == ':' || c == 0x7f)) {
                throw new IOException("bad asset path '" + shown(path) + "'; relative, with / between names, no ..");
            }
        }
    }

    static byte[] readAtMost(InputStream in, String path, long maxBytes) throws IOException {
        byte[] bytes = in.readNBytes((int) Math.min(maxBytes + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > maxBytes) {
            throw tooLarge(path, maxBytes);
        }
        return bytes;
    }

    static IOException tooLarge(String path, long maxBytes) {
        return new IOException("asset '" + shown(path) + "' is too large; at most " + maxBytes + " bytes");
    }

    static String shown(String path) {
        return OneLine.of(path);
    }
}
