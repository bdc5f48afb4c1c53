package lockstep.settings;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;

/**
 * Keeps two programs, or two threads of one program, from rewriting the settings of a folder at the same time. It is the
 * operating system's lock on the empty file {@code settings.lock}, which ends with its process. A caller that does not get it
 * within two seconds, because another program hangs, or at all, because the file system has no locks, goes on without it. One
 * thread takes and closes it.
 */
final class SettingsLock {
    static final String NAME = "settings.lock";
    private static final int TRIES = 200;
    private static final long EVERY_MS = 10;

    private final FileChannel channel;

    private SettingsLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws InterruptedIOException if the thread was interrupted */
    static SettingsLock take(Path folder) throws InterruptedIOException {
        FileChannel channel = open(folder.resolve(NAME));
        try {
            for (int i = 0; channel != null && i < TRIES && !taken(channel); i++) {
                TimeUnit.MILLISECONDS.sleep(EVERY_MS);
            }
        } catch (InterruptedException e) {
            close(channel);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
        return new SettingsLock(channel);
    }

    /** Opens the lock file; null if that is impossible, for example because it is another user's. */
    private static FileChannel open(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            return null;
        }
    }

    /** True if the lock was taken, or if the file system has no locks. */
    private static boolean taken(FileChannel channel) {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    void close() {
        close(channel);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The lock ends with the process then.
        }
    }
}
