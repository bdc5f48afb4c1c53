package lockstep.desktop.doctor;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
