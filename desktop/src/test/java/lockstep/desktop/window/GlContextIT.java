package lockstep.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.ContextDemo;
import lockstep.desktop.fixture.WindowDemo;
import lockstep.desktop.fixture.XDisplay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who has the GL context, and what a thread is told that has not. */
final class GlContextIT {
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

    @Test
    void contextMovesHundredTimesAndTexturesStay() throws Exception {
        ChildJvm demo = display.java(ContextDemo.class, "handover", "100");
        assertEquals(0, demo.exit(), () -> demo.err().toString());
        assertTrue(demo.out().contains("handovers 100 intact true"), () -> demo.out().toString());
    }

    @Test
    void wrongThreadIsNamedBeforeAnyCall() throws Exception {
        ChildJvm demo = display.java(ContextDemo.class, "wrong");
        assertEquals(0, demo.exit(), () -> demo.err().toString());
        assertEquals("free: GL context: swap() was called on thread 'main', but no thread has it attached", demo.line("free"));
        assertEquals("pump: events: pump() was called on thread 'render', but only thread 'main' may", demo.line("pump"));
        assertEquals("twice: GL context: attach() was called on thread 'render', but thread 'render' has it attached",
            demo.line("twice"));
        for (String call : List.of("attach", "beginFrame", "swap", "vsync", "detach")) {
            assertEquals(call + ": GL context: " + call + "() was called on thread 'main', but thread 'render' has it attached",
                demo.line(call + ":"));
        }
    }

    @Test
    void contextLeftOnAThreadIsAnErrorNotACrash() throws Exception {
        ChildJvm demo = display.java(ContextDemo.class, "stuck");
        assertEquals(1, demo.exit(), () -> demo.err().toString());
        assertTrue(demo.err().toString().contains("attach() was called on thread 'main', but thread 'render' has it attached"),
            () -> demo.err().toString());
    }

    @Test
    void postedRunnablesRunWhereDrawn() throws Exception {
        ChildJvm demo = display.java(ContextDemo.class, "posted");
        assertEquals(0, demo.exit(), () -> demo.err().toString());
        assertEquals(List.of("ran on render", "close", "window closed"),
            demo.out().stream().filter(line -> !line.startsWith("focus") && !line.startsWith("pointer")).toList());
    }

    @Test
    void whatTheBodyThrowsComesOutUnwrapped() throws Exception {
        ChildJvm demo = display.java(WindowDemo.class, "throws");
        assertEquals(1, demo.exit());
        assertEquals("Exception in thread \"main\" java.lang.IllegalArgumentException: thrown by the body", demo.err().get(0));
    }
}
