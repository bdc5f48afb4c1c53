package lockstep.topology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import lockstep.files.OneLine;

/**
 * Reads topology files. Every error in one is a {@link TopologyException} whose message is one line:
 * {@code FILE:LINE: what is wrong; what would be right}.
 */
public final class TopologyFile {
    /** The largest file read, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private TopologyFile() {
    }

    /**
     * Reads a topology from text.
     *
     * @param name the topology's name; characters that cannot be printed become question marks
     * @param where the file's name in messages; likewise
     * @param knownRoles the roles in the registry, the standard four among them
     * @param knownGuards the guards that exist
     */
    public static Topology parse(String name, String where, String text, Set<String> knownRoles,
                                 Set<String> knownGuards)
        throws TopologyException {
        return new TopologyReader(OneLine.of(where), text, knownRoles, knownGuards).read(OneLine.of(name));
    }

    /** Reads a topology from a file; its name is the file's without {@code .toml}. */
    public static Topology read(Path file, Set<String> knownRoles, Set<String> knownGuards) throws TopologyException {
        String fileName = file.getFileName() == null ? "" : file.getFileName().toString();
        String name = fileName.endsWith(".toml") ? fileName.substring(0, fileName.length() - 5) : fileName;
        String where = OneLine.of(file.toString());
        return parse(name, where, decode(where, bytes(file, where)), knownRoles, knownGuards);
    }

    private static byte[] bytes(Path file, String where) throws TopologyException {
        if (!Files.exists(file)) {
            throw new TopologyException(where + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new TopologyException(where + ": is a directory; name a topology file in it");
        }
        if (!Files.isRegularFile(file)) {
            throw new TopologyException(where + ": is not a regular file");
        }
        if (!Files.isReadable(file)) {
            throw new TopologyException(where + ": cannot be read; permission denied");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = Files.size(file) > MAX_BYTES ? null : in.readNBytes(MAX_BYTES + 1);
            if (bytes == null || bytes.length > MAX_BYTES) {
                throw new TopologyException(where + ": too large for a topology file; at most 64 KiB");
            }
            return bytes;
        } catch (IOException e) {
            throw new TopologyException(where + ": cannot be read; " + OneLine.of(String.valueOf(e.getMessage())));
        }
    }

    /** Decodes UTF-8, with or without a byte order mark. */
    static String decode(String where, byte[] bytes) throws TopologyException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new TopologyException(where + ":" + line + ": not UTF-8 text; save the file as UTF-8");
        }
    }
}
