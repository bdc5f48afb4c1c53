package lockstep.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineFactsTest {
    @TempDir
    Path root;

    @Test
    void areReadFromTheSystemsFiles() throws Exception {
        write("etc/os-release", "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
        write("proc/cpuinfo", "processor\t: 0\nmodel name\t: AMD Ryzen 7 7840U\nmodel name\t: another\n");
        write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
        MachineFacts m = MachineFacts.read(root, "llvmpipe (LLVM 15, 256 bits), 4.5 Mesa");
        assertEquals("Debian GNU/Linux 12 (bookworm)", m.os());
        assertEquals("AMD Ryzen 7 7840U", m.cpu());
        assertEquals("powersave", m.governor());
        assertEquals("llvmpipe (LLVM 15, 256 bits)", m.gpu());
        assertEquals("4.5 Mesa", m.driver());
    }

    @Test
    void areEmptyWhereNothingIsKnown() {
        MachineFacts m = MachineFacts.read(root, "none");
        assertEquals(System.getProperty("os.name"), m.os());
        assertEquals("", m.cpu() + m.gpu() + m.driver() + m.governor());
    }

    private void write(String file, String text) throws Exception {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
