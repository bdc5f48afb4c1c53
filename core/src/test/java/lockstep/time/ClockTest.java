package lockstep.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ClockTest {
    @Test
    void theSystemClockIsThatOfTheWholeMachine() {
        long before = System.nanoTime();
        long now = Clock.SYSTEM.nanos();
        assertTrue(before <= now && now <= System.nanoTime(), "between two looks at System.nanoTime");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its CPU times are as coarse as a frame, so none is given")
    void itsCpuTimeIsThatOfTheCallingThread() {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long now = Clock.SYSTEM.cpuNanos();
        assertTrue(before <= now && now <= ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @Test
    void aClockWithoutCpuTimesSaysSo() {
        Clock clock = () -> 5;
        assertEquals(-1, clock.cpuNanos());
    }
}
