package lockstep.desktop;

import com.badlogic.gdx.Input;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.locks.LockSupport;
import lockstep.engine.EventSink;
import lockstep.engine.Pad;

/**
 * A window that prints what it sees, for tests and for trying by hand: {@code WindowDemo MODE [NUMBER]}. A white square
 * moves with the arrow keys, F11 switches full screen, closing the window ends it.
 *
 * <ul>
 * <li>{@code split MS}: main pumps, a thread draws and then sleeps so many ms in each frame
 * <li>{@code classic}: main pumps and draws in turn
 * <li>{@code handover N}: main and a thread draw a frame in turn, N times, and check the texture each time
 * <li>{@code wrong}: calls from wrong threads; prints the exceptions
 * <li>{@code stuck}: the body returns while a thread still has the context
 * <li>{@code pumps N}: allocation of N pumps and of the frames meanwhile
 * <li>{@code probe}: prints what {@link Display} says, opens nothing
 * </ul>
 */
final class WindowDemo implements EventSink {
    static final String TITLE = "window-demo";

    private final SplitWindow window;
    private volatile boolean closed;
    private volatile int shiftPx;
    private boolean full;
    private int events;
    private boolean quiet;

    private WindowDemo(SplitWindow window) {
        this.window = window;
    }

    public static void main(String[] args) {
        String mode = args[0];
        int number = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        if (mode.equals("probe")) {
            System.out.println(Display.probe());
            return;
        }
        SplitWindow.run(new SplitWindow.Config(640, 400, false, false, mode.equals("split"), TITLE), window -> {
            System.out.println("ready " + window.glRenderer() + " / " + window.glVersion() + " / " + window.refreshHz()
                + " Hz, cap " + window.needsCap());
            WindowDemo demo = new WindowDemo(window);
            switch (mode) {
                case "split" -> demo.split(number);
                case "classic" -> demo.classic();
                case "handover" -> demo.handover(number);
                case "wrong" -> demo.wrong();
                case "stuck" -> demo.stuck();
                case "pumps" -> demo.pumps(number);
                default -> throw new IllegalArgumentException("no mode " + mode);
            }
        });
        System.out.println("window closed");
    }

    private void split(int sleepMs) {
        Thread render = new Thread(() -> draw(sleepMs), "render");
        render.start();
        while (!closed) {
            window.pump(this);
            LockSupport.parkNanos(400_000);
        }
        join(render);
    }

    private void draw(int sleepMs) {
        window.attach();
        DemoScene scene = new DemoScene();
        while (!closed) {
            frame(scene);
            sleep(sleepMs);
        }
        scene.dispose();
        window.detach();
    }

    private void classic() {
        window.attach();
        DemoScene scene = new DemoScene();
        while (!closed) {
            window.pump(this);
            frame(scene);
            sleep(5);
        }
        scene.dispose();
        window.detach();
    }

    private void frame(DemoScene scene) {
        window.beginFrame();
        scene.draw(window.width(), window.height(), shiftPx);
        window.swap();
    }

    private void handover(int times) {
        SynchronousQueue<DemoScene> toThread = new SynchronousQueue<>();
        SynchronousQueue<DemoScene> toMain = new SynchronousQueue<>();
        Thread other = new Thread(() -> {
            for (int i = 0; i < times / 2; i++) {
                DemoScene scene = take(toThread);
                turn(scene);
                put(toMain, scene);
            }
        }, "other");
        other.start();
        window.attach();
        DemoScene scene = new DemoScene();
        window.detach();
        for (int i = 0; i < times / 2; i++) {
            turn(scene);
            put(toThread, scene);
            while ((scene = toMain.poll()) == null) {
                window.pump(this);
            }
        }
        window.attach();
        System.out.println("handovers " + times + " intact " + scene.intact());
        scene.dispose();
        window.detach();
        join(other);
    }

    private void turn(DemoScene scene) {
        window.attach();
        window.beginFrame();
        scene.draw(window.width(), window.height(), 0);
        scene.check();
        window.swap();
        window.detach();
    }

    private void wrong() {
        CountDownLatch attached = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Thread render = new Thread(() -> {
            window.attach();
            print("pump", () -> window.pump(this));
            attached.countDown();
            await(done);
            window.detach();
        }, "render");
        print("free", window::swap);
        render.start();
        await(attached);
        print("attach", window::attach);
        print("beginFrame", window::beginFrame);
        print("swap", window::swap);
        print("vsync", () -> window.vsync(true));
        print("detach", window::detach);
        done.countDown();
        join(render);
    }

    private static void print(String what, Runnable call) {
        try {
            call.run();
            System.out.println(what + ": no exception");
        } catch (IllegalStateException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }

    private void stuck() {
        CountDownLatch attached = new CountDownLatch(1);
        Thread render = new Thread(() -> {
            window.attach();
            DemoScene scene = new DemoScene();
            attached.countDown();
            while (true) {
                frame(scene);
                sleep(1);
            }
        }, "render");
        render.setDaemon(true);
        render.start();
        await(attached);
    }

    private void pumps(int count) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Thread render = new Thread(() -> {
            window.attach();
            DemoScene scene = new DemoScene();
            long before = 0;
            for (int i = 0; !closed; i++) {
                if (i == 200) {
                    before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                }
                window.beginFrame();
                window.swap();
                if (i == 400) {
                    long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
                    System.out.println("frames 200 allocated " + bytes);
                }
            }
            scene.dispose();
            window.detach();
        }, "render");
        render.start();
        quiet = true;
        long before = 0;
        long startNs = 0;
        for (int i = -count; i < count; i++) {
            if (i == 0) {
                events = 0;
                before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
                startNs = System.nanoTime();
            }
            window.pump(this);
            LockSupport.parkNanos(400_000);
        }
        long bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        System.out.println("pumps " + count + " events " + events + " allocated " + bytes
            + " seconds " + (System.nanoTime() - startNs) / 1e9);
        while (!closed) {
            window.pump(this);
            sleep(1);
        }
        join(render);
    }

    @Override
    public void key(int key, boolean down, long atNs) {
        events++;
        if (quiet) {
            return;
        }
        System.out.println(Input.Keys.toString(key) + (down ? " down " : " up ") + atNs);
        if (down && key == Input.Keys.RIGHT) {
            shiftPx += 10;
        } else if (down && key == Input.Keys.LEFT) {
            shiftPx -= 10;
        } else if (down && key == Input.Keys.F11) {
            full = !full;
            window.fullscreen(full);
        }
    }

    @Override
    public void button(int button, boolean down, float x, float y, long atNs) {
        System.out.println("button " + button + (down ? " pressed " : " released ") + x + " " + y);
    }

    @Override
    public void pointer(float x, float y, long atNs) {
        events++;
        if (!quiet) {
            System.out.println("pointer " + x + " " + y);
        }
    }

    @Override
    public void scroll(float notches, long atNs) {
        System.out.println("scroll " + notches);
    }

    @Override
    public void pad(Pad pad, long atNs) {
        System.out.println("pad " + pad.present + " " + pad.buttons + " " + pad.leftX + " " + pad.leftY);
    }

    @Override
    public void focus(boolean gained, long atNs) {
        System.out.println("focus " + gained);
    }

    @Override
    public void close(long atNs) {
        System.out.println("close");
        closed = true;
    }

    private static <T> T take(SynchronousQueue<T> queue) {
        try {
            return queue.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void put(SynchronousQueue<T> queue, T value) {
        try {
            queue.put(value);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(int ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
