package lockstep.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.WindowDemo;
import lockstep.desktop.fixture.XDisplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What the probe says with a display, without one, and with a dead one. */
@EnabledOnOs(OS.LINUX)
final class DisplayIT {
    @Test
    void serverThatRunsIsX11() throws Exception {
        try (XDisplay display = XDisplay.start(640, 480)) {
            assertEquals("Display[kind=x11, problem=null]", probe(display.java(WindowDemo.class, "probe")));
        }
    }

    @Test
    void noDisplaySaysWhatToInstall() throws Exception {
        assertEquals("Display[kind=headless, problem=no display: DISPLAY and WAYLAND_DISPLAY are not set; "
            + "run under a desktop, or install xvfb and use xvfb-run]", probe(start(null)));
    }

    @Test
    void deadDisplayIsNamed() throws Exception {
        String line = probe(start(":54321"));
        assertTrue(line.contains("Failed to open display :54321 (DISPLAY=:54321, WAYLAND_DISPLAY=); start that server"), line);
    }

    @Test
    void serverWithoutGlIsOneLine() throws Exception {
        try (XDisplay display = XDisplay.start(640, 480, "-extension", "GLX")) {
            ChildJvm demo = display.java(WindowDemo.class, "split");
            assertEquals(0, demo.exit(), () -> demo.err().toString());
            assertEquals(List.of(), demo.err());
            assertTrue(demo.line("no window: GLX").contains("it needs OpenGL 2.0"), () -> demo.out().toString());
        }
    }

    private static ChildJvm start(String display) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(System.getProperty("java.home") + "/bin/java", "-cp",
            System.getProperty("java.class.path"), WindowDemo.class.getName(), "probe"));
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        if (display != null) {
            builder.environment().put("DISPLAY", display);
        }
        return new ChildJvm(builder.start());
    }

    private static String probe(ChildJvm demo) throws InterruptedException {
        assertEquals(0, demo.exit(), () -> demo.err().toString());
        assertEquals(List.of(), demo.err());
        return demo.out().get(0);
    }
}
