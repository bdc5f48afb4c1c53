package lockstep.desktop;

import com.badlogic.gdx.Gdx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Moves the GL context about, rightly and wrongly, and prints what happened: {@code ContextDemo MODE [N]}.
 *
 * <ul>
 * <li>{@code handover N}: main and a thread draw a frame in turn, N times, and check the texture each time
 * <li>{@code wrong}: calls from wrong threads; prints the exceptions
 * <li>{@code stuck}: the body returns while a thread still has the context
 * <li>{@code posted}: runnables posted from main, and a wish to exit from the thread that draws
 * </ul>
 */
final class ContextDemo {
    private final SplitWindow window;
    private final PrintingSink sink;

    private ContextDemo(SplitWindow window) {
        this.window = window;
        this.sink = new PrintingSink(window);
    }

    public static void main(String[] args) {
        SplitWindow.run(new SplitWindow.Config(640, 400, false, false, false, WindowDemo.TITLE), window -> {
            ContextDemo demo = new ContextDemo(window);
            switch (args[0]) {
                case "handover" -> demo.handover(Integer.parseInt(args[1]));
                case "wrong" -> demo.wrong();
                case "stuck" -> demo.stuck();
                case "posted" -> demo.posted();
                default -> throw new IllegalArgumentException("no mode " + args[0]);
            }
        });
        System.out.println("window closed");
    }

    private void handover(int times) {
        ExecutorService other = Executors.newSingleThreadExecutor(task -> new Thread(task, "other"));
        window.attach();
        DemoScene scene = new DemoScene();
        window.detach();
        for (int i = 0; i < times / 2; i++) {
            turn(scene);
            CompletableFuture<Void> turn = CompletableFuture.runAsync(() -> turn(scene), other);
            while (!turn.isDone()) {
                window.pump(sink);
            }
            turn.join();
        }
        other.shutdown();
        window.attach();
        System.out.println("handovers " + times + " intact " + scene.intact());
        scene.dispose();
        window.detach();
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
        CompletableFuture<Void> attached = new CompletableFuture<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        print("free", window::swap);
        CompletableFuture<Void> render = onRender(() -> {
            window.attach();
            print("pump", () -> window.pump(sink));
            print("twice", window::attach);
            attached.complete(null);
            done.join();
            window.detach();
        });
        attached.join();
        print("attach", window::attach);
        print("beginFrame", window::beginFrame);
        print("swap", window::swap);
        print("vsync", () -> window.vsync(true));
        print("detach", window::detach);
        done.complete(null);
        render.join();
    }

    private void stuck() {
        CompletableFuture<Void> attached = new CompletableFuture<>();
        onRender(() -> {
            window.attach();
            DemoScene scene = new DemoScene();
            attached.complete(null);
            while (true) {
                window.beginFrame();
                scene.draw(window.width(), window.height(), 0);
                window.swap();
            }
        });
        attached.join();
    }

    private void posted() {
        Gdx.app.postRunnable(() -> System.out.println("ran on " + Thread.currentThread().getName()));
        CompletableFuture<Void> render = onRender(() -> {
            window.attach();
            window.beginFrame();
            window.swap();
            window.detach();
            Gdx.app.exit();
        });
        while (!sink.closed) {
            window.pump(sink);
        }
        render.join();
    }

    private static CompletableFuture<Void> onRender(Runnable work) {
        return CompletableFuture.runAsync(work, task -> {
            Thread thread = new Thread(task, "render");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void print(String what, Runnable call) {
        try {
            call.run();
            System.out.println(what + ": no exception");
        } catch (IllegalStateException e) {
            System.out.println(what + ": " + e.getMessage());
        }
    }
}
