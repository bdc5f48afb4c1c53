package lockstep.trace.timeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written piece by piece and readable after each: a piece that cannot be written whole is taken back. One thread. */
final class TraceFile {
    private final SeekableByteChannel channel;
    private long bytes;

    TraceFile(SeekableByteChannel channel) {
        this.channel = channel;
    }

    static TraceFile create(Path file) throws IOException {
        return new TraceFile(Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
    }

    /** Appends a piece. */
    void append(byte[] piece) throws IOException {
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

    void close() throws IOException {
        channel.close();
    }
}
