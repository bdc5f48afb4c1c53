package lockstep.desktop;

import java.io.IOException;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An X server for the tests of a class: started before the first, its programs ended after each, closed after the last. */
final class Screen implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private final int width;
    private final int height;
    private XDisplay display;

    /** Of so many pixels. */
    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The server; during a test. */
    XDisplay display() {
        return display;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        display = XDisplay.start(width, height);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        display.endPrograms();
    }

    @Override
    public void afterAll(ExtensionContext context) throws InterruptedException {
        if (display != null) {
            display.close();
        }
    }
}
