package lockstep.desktop.game;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lockstep.files.NewFile;

/** Writes screenshots on its own thread. One thread at a time calls {@link #write}; {@link #close} waits for the last file. */
final class PictureWriter implements AutoCloseable {
    private final ExecutorService writer = Executors.newSingleThreadExecutor(r -> {
        Thread t = new Thread(r, "screenshots");
        t.setDaemon(true);
        return t;
    });

    private volatile boolean failed;

    /** True if one could not be written; any thread. */
    boolean failed() {
        return failed;
    }

    /** Writes a picture, bottom row first, as PNG and disposes of it; returns at once. */
    void write(Path file, Pixmap pixels) {
        writer.execute(() -> save(file, pixels));
    }

    private void save(Path file, Pixmap pixels) {
        for (int i = 3; i < pixels.getPixels().limit(); i += 4) {
            pixels.getPixels().put(i, (byte) 0xff);
        }
        PixmapIO.PNG png = new PixmapIO.PNG();
        try {
            NewFile.write(file, "the screenshot", out -> png.write(out, pixels));
        } catch (IOException e) {
            failed = true;
            System.err.println("lockstep: " + e.getMessage());
        } finally {
            png.dispose();
            pixels.dispose();
        }
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            writer.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
