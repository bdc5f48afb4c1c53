package lockstep.desktop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/**
 * A window to try by hand and from tests: {@code WindowDemo MODE [MS]}. A white square moves with the arrow keys, F11
 * switches full screen, closing the window ends it.
 *
 * <ul>
 * <li>{@code split MS}: main pumps, a thread draws and sleeps so many ms in each frame
 * <li>{@code full MS}: the same, full screen from the start
 * <li>{@code classic MS}: main pumps and draws in turn
 * <li>{@code throws}: the body throws
 * <li>{@code probe}: prints what {@link Display} says and opens nothing
 * </ul>
 */
final class WindowDemo {
    static final String TITLE = "window-demo";
    private static final long PUMP_PAUSE_NS = 400_000;

    private final SplitWindow window;
    private final PrintingSink sink;
    private final int sleepMs;

    private WindowDemo(SplitWindow window, int sleepMs) {
        this.window = window;
        this.sink = new PrintingSink(window);
        this.sleepMs = sleepMs;
    }

    public static void main(String[] args) {
        String mode = args[0];
        int sleepMs = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        if (mode.equals("probe")) {
            System.out.println(Display.probe());
            return;
        }
        try {
            SplitWindow.run(new SplitWindow.Config(640, 400, mode.equals("full"), false, true, TITLE), window -> {
                System.out.println("ready " + window.glRenderer() + " / " + window.glVersion() + " / "
                    + window.refreshHz() + " Hz, cap " + window.needsCap());
                WindowDemo demo = new WindowDemo(window, sleepMs);
                switch (mode) {
                    case "classic" -> demo.classic();
                    case "throws" -> throw new IllegalArgumentException("thrown by the body");
                    default -> demo.split();
                }
            });
            System.out.println("window closed");
        } catch (NoWindowException e) {
            System.out.println(e.getMessage());
        }
    }

    private void split() {
        CompletableFuture<Void> render = CompletableFuture.runAsync(this::draw, task -> new Thread(task, "render").start());
        while (!sink.closed && !render.isDone()) {
            window.pump(sink);
            LockSupport.parkNanos(PUMP_PAUSE_NS);
        }
        render.join();
    }

    private void draw() {
        window.attach();
        DemoScene scene = new DemoScene();
        while (!sink.closed) {
            frame(scene);
        }
        scene.dispose();
        window.detach();
    }

    private void classic() {
        window.attach();
        DemoScene scene = new DemoScene();
        while (!sink.closed) {
            window.pump(sink);
            frame(scene);
        }
        scene.dispose();
        window.detach();
    }

    private void frame(DemoScene scene) {
        window.beginFrame();
        scene.draw(window.width(), window.height(), sink.shiftPx);
        window.swap();
        LockSupport.parkNanos(sleepMs * 1_000_000L);
    }
}
