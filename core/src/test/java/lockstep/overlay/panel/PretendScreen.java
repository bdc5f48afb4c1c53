package lockstep.overlay.panel;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import lockstep.platform.EventPump;
import lockstep.platform.EventSink;
import lockstep.platform.Surface;

/**
 * A window without a display: its size can change, keys are pressed from any thread, and like a GL context it belongs to one
 * thread at a time.
 */
public final class PretendScreen implements Surface, EventPump {
    private final Queue<Consumer<EventSink>> events = new ConcurrentLinkedQueue<>();
    private Thread owner;
    private volatile int width = 1280;
    private volatile int height = 720;

    public void resize(int widthPx, int heightPx) {
        width = widthPx;
        height = heightPx;
    }

    /** What the next pump finds. */
    public void happens(Consumer<EventSink> event) {
        events.add(event);
    }

    @Override
    public void pump(EventSink sink) {
        for (Consumer<EventSink> e = events.poll(); e != null; e = events.poll()) {
            e.accept(sink);
        }
    }

    @Override
    public synchronized void attach() {
        if (owner != null) {
            throw new IllegalStateException("'" + owner.getName() + "' still has the surface");
        }
        owner = Thread.currentThread();
    }

    @Override
    public synchronized void detach() {
        check();
        owner = null;
    }

    private synchronized void check() {
        if (owner != Thread.currentThread()) {
            throw new IllegalStateException("not the thread that has the surface");
        }
    }

    @Override
    public void beginFrame() {
        check();
    }

    @Override
    public void swap() {
        check();
    }

    @Override
    public void vsync(boolean on) {
        check();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }
}
