package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineTest {
    @Test
    void theTimerIsMeasured() {
        TimerCheck timer = TimerCheck.measure();
        assertTrue(timer.stepNs() > 0 && timer.costNs() > 0, timer::toString);
        assertTrue(timer.late50Ns() >= 0 && timer.late99Ns() >= timer.late50Ns(), timer::toString);
        assertTrue(timer.finding().text().startsWith("nanoTime steps "));
    }

    @Test
    void anOldJavaIsMissingANewerOne() {
        assertNull(Machine.java(17, "vm").fix());
        assertTrue(Machine.java(11, "vm").fix().contains("17 or newer"));
    }

    @Test
    void aSingleCoreIsSaid() {
        assertNull(Machine.cores(2).fix());
        assertNotNull(Machine.cores(1).fix());
    }

    @Test
    void theDisplayIsReadFromTheEnvironment() {
        assertEquals("x11 :0", Machine.display("Linux", Map.of("DISPLAY", ":0")).text());
        assertEquals("wayland wayland-0, x11 :0",
                Machine.display("Linux", Map.of("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0")).text());
        assertEquals("macos", Machine.display("Mac OS X", Map.of()).text());
        assertEquals("windows", Machine.display("Windows 11", Map.of()).text());
        assertTrue(Machine.display("Linux", Map.of("DISPLAY", "")).fix().contains("xvfb"));
    }
}
