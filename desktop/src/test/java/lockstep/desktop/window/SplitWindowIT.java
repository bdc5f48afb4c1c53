package lockstep.desktop.window;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.DemoScene;
import lockstep.desktop.fixture.LatencyProbe;
import lockstep.desktop.fixture.PumpDemo;
import lockstep.desktop.fixture.WindowDemo;
import lockstep.desktop.fixture.XDisplay;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The window on an X server of its own, driven from outside. */
final class SplitWindowIT {
    private static final int RED = 0xffff0000;
    private static final int WHITE = 0xffffffff;
    private static XDisplay display;

    @BeforeAll
    static void startDisplay() throws IOException {
        display = XDisplay.start(1280, 800);
    }

    @AfterAll
    static void stopDisplay() throws InterruptedException {
        if (display != null) {
            display.close();
        }
    }

    @AfterEach
    void endPrograms() {
        display.endPrograms();
    }

    @Test
    void keyArrivesWhileRenderingSleeps() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "split", "100");
        long window = open(demo);
        List<LatencyProbe.Stamp> injected = new LatencyProbe(display.name(), "Left").inject(50, 50);
        long[] latencies = LatencyProbe.latenciesNs(injected, keys(demo, 100));
        System.out.println("rendering sleeps 100 ms a frame, " + LatencyProbe.summary(latencies));
        assertTrue(latencies[latencies.length / 2] < 20_000_000, LatencyProbe.summary(latencies));
        close(demo, window);
    }

    @Test
    void everyInjectedKeyIsSeen() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "split", "5");
        long window = open(demo);
        List<LatencyProbe.Stamp> injected = new LatencyProbe(display.name(), "Left").inject(300, 200);
        long[] latencies = LatencyProbe.latenciesNs(injected, keys(demo, 600));
        System.out.println("rendering sleeps 5 ms a frame, " + LatencyProbe.summary(latencies));
        assertTrue(latencies[0] >= 0, "seen before it was injected: the clocks differ");
        close(demo, window);
    }

    @Test
    void heldKeyIsReportedOnceAndMovesThePicture() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "split", "5");
        long window = open(demo);
        int[] at = display.place(window);
        int x = at[0] + 320 + DemoScene.SQUARE_PX + 5;
        int y = at[1] + 200 - 5;
        assertEquals(false, pixel(x, y) == WHITE);
        display.keyDown("Right");
        await().atMost(Duration.ofSeconds(60)).until(() -> pixel(x, y) == WHITE);
        display.keyUp("Right");
        demo.line("Right up");
        assertEquals(1, demo.out().stream().filter(line -> line.startsWith("Right down")).count());
        close(demo, window);
    }

    @Test
    void resizeChangesViewportAndPicture() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "split", "5");
        long window = open(demo);
        awaitRedCorner(window, 640);
        for (int width = 641; width < 700; width++) {
            display.resize(window, width, 400);
        }
        display.resize(window, 500, 300);
        awaitRedCorner(window, 500);
        close(demo, window);
    }

    @Test
    void fullScreenAndBack() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "split", "5");
        long window = open(demo);
        int[] before = display.place(window);
        display.key("F11");
        await().atMost(Duration.ofSeconds(60)).until(() -> display.place(window)[0] == 0 && pixel(1279, 0) == RED);
        display.key("F11");
        await().atMost(Duration.ofSeconds(60)).until(() -> display.place(window)[0] == before[0]);
        awaitRedCorner(window, 640);
        close(demo, window);
    }

    @Test
    void fullScreenFromTheStart() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "full");
        long window = open(demo);
        await().atMost(Duration.ofSeconds(60)).until(() -> pixel(1279, 0) == RED);
        close(demo, window);
    }

    @Test
    void pointerAndButtonsCarryFramebufferPositions() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "split", "5");
        long window = open(demo);
        int[] at = display.place(window);
        display.pointer(at[0] + 30, at[1] + 20);
        demo.line("pointer 30.0 20.0");
        display.tool("xdotool", "click", "3");
        demo.line("button 1 pressed 30.0 20.0");
        demo.line("button 1 released 30.0 20.0");
        display.tool("xdotool", "click", "4");
        demo.line("scroll 1.0");
        close(demo, window);
    }

    @Test
    void mainDrawsToo() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "classic");
        long window = open(demo);
        awaitRedCorner(window, 640);
        display.resize(window, 500, 300);
        awaitRedCorner(window, 500);
        display.key("Left");
        demo.line("Left down");
        close(demo, window);
    }

    @Test
    void steadyPumpsAndFramesAllocateNothing() throws Exception {
        ChildJvm demo = display.java(PumpDemo.class, "4000");
        long window = open(demo);
        while (demo.out().stream().noneMatch(line -> line.startsWith("pumps"))) {
            new LatencyProbe(display.name(), "Left").inject(20, 200);
        }
        String[] pumps = demo.line("pumps").split(" ");
        System.out.println(String.join(" ", pumps) + "; " + demo.line("frames"));
        assertTrue(Integer.parseInt(pumps[3]) > 0, "no events came");
        assertTrue(Long.parseLong(pumps[5]) < 4096, () -> String.join(" ", pumps));
        assertTrue(Long.parseLong(demo.line("frames").split(" ")[3]) < 4096, () -> demo.line("frames"));
        close(demo, window);
    }

    private static long open(ChildJvm demo) {
        demo.line("ready");
        return display.window(WindowDemo.TITLE);
    }

    private static void close(ChildJvm demo, long window) throws InterruptedException {
        display.askToClose(window);
        assertEquals(0, demo.exit(), () -> demo.err().toString());
        assertTrue(demo.out().containsAll(List.of("close", "window closed")), () -> demo.out().toString());
        assertEquals(List.of(), demo.err());
    }

    private static List<LatencyProbe.Stamp> keys(ChildJvm demo, int count) {
        await(count + " key events").atMost(Duration.ofSeconds(60))
            .until(() -> LatencyProbe.parse(demo.out()).size(), Matchers.greaterThanOrEqualTo(count));
        return LatencyProbe.parse(demo.out());
    }

    private static void awaitRedCorner(long window, int width) {
        int[] at = display.place(window);
        await("a red corner at width " + width).atMost(Duration.ofSeconds(60)).until(
            () -> pixel(at[0] + width - 1, at[1]) == RED && pixel(at[0] + width - DemoScene.SQUARE_PX - 1, at[1]) != RED);
    }

    private static int pixel(int x, int y) {
        return display.screenshot().getRGB(x, y);
    }
}
