package lockstep.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An X server for the tests of a class: started for the first that asks for it, so that only those are skipped where there
 * is none; its programs ended after each, closed after the last.
 */
final class Screen implements AfterEachCallback, AfterAllCallback {
    private final int width;
    private final int height;
    private XDisplay display;

    /** Of so many pixels. */
    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The server; during a test. */
    synchronized XDisplay display() {
        if (display == null) {
            try {
                display = XDisplay.start(width, height);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return display;
    }

    @Override
    public synchronized void afterEach(ExtensionContext context) {
        if (display != null) {
            display.endPrograms();
        }
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) throws InterruptedException {
        if (display != null) {
            display.close();
            display = null;
        }
    }
}
