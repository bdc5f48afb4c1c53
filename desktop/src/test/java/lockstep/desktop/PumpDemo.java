package lockstep.desktop;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import lockstep.engine.EventSink;
import lockstep.engine.Pad;

/**
 * Counts what the pump allocates on main and empty frames on the thread that draws, each after a warm-up as long as the
 * count: {@code PumpDemo N}. Prints {@code pumps N events E allocated B} and {@code frames N allocated B}, B in bytes.
 */
final class PumpDemo implements EventSink {
    private static final int FRAMES = 300;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SplitWindow window;
    private volatile boolean closed;
    private int events;

    private PumpDemo(SplitWindow window) {
        this.window = window;
    }

    public static void main(String[] args) {
        SplitWindow.run(new SplitWindow.Config(640, 400, false, false, false, WindowDemo.TITLE), window -> {
            System.out.println("ready");
            new PumpDemo(window).count(Integer.parseInt(args[0]));
        });
        System.out.println("window closed");
    }

    private void count(int pumps) {
        CompletableFuture<Void> render = CompletableFuture.runAsync(this::frames, task -> new Thread(task, "render").start());
        pump(pumps);
        events = 0;
        long before = allocated();
        pump(pumps);
        long after = allocated();
        System.out.println("pumps " + pumps + " events " + events + " allocated " + (after - before));
        while (!closed) {
            pump(1);
        }
        render.join();
    }

    private void pump(int times) {
        for (int i = 0; i < times; i++) {
            window.pump(this);
            LockSupport.parkNanos(400_000);
        }
    }

    private void frames() {
        window.attach();
        frames(FRAMES);
        long before = allocated();
        frames(FRAMES);
        long after = allocated();
        System.out.println("frames " + FRAMES + " allocated " + (after - before));
        while (!closed) {
            frames(1);
        }
        window.detach();
    }

    private void frames(int times) {
        for (int i = 0; i < times; i++) {
            window.beginFrame();
            window.swap();
        }
    }

    private long allocated() {
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Override
    public void key(int key, boolean down, long atNs) {
        events++;
    }

    @Override
    public void button(int button, boolean down, float x, float y, long atNs) {
    }

    @Override
    public void pointer(float x, float y, long atNs) {
        events++;
    }

    @Override
    public void scroll(float notches, long atNs) {
    }

    @Override
    public void pad(Pad pad, long atNs) {
    }

    @Override
    public void focus(boolean gained, long atNs) {
    }

    @Override
    public void close(long atNs) {
        System.out.println("close");
        closed = true;
    }
}
