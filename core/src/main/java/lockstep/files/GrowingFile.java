package lockstep.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written piece by piece and readable after each: a piece that cannot be written whole is taken back.
 * One thread.
 */
public final class GrowingFile implements AutoCloseable {
    private final SeekableByteChannel channel;
    private long bytes;

    public GrowingFile(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** That file, emptied. */
    public static GrowingFile open(Path file) throws IOException {
        return new GrowingFile(Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
    }

    /** Appends a piece. */
    public void append(byte[] piece) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(piece);
        try {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            takeBack(e);
            throw e;
        }
        bytes += piece.length;
    }

    private void takeBack(IOException why) {
        try {
            channel.truncate(bytes);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
