package lockstep.trace;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine of a run; unknown values are empty.
 *
 * @param os the operating system's name for itself
 * @param cpu the processor's model
 * @param gpu OpenGL's renderer
 * @param ramKb memory in kB
 * @param kernel its version
 * @param driver OpenGL's version, which names the driver
 * @param governor the CPU frequency governor; MangoHud calls it the scheduler
 */
public record MachineFacts(String os, String cpu, String gpu, String ramKb, String kernel, String driver, String governor) {
    /** Reads the facts from files under {@code /}; {@code gl} is renderer and version as in the summary. */
    public static MachineFacts read(String gl) {
        return read(Path.of("/"), gl);
    }

    /** Reads the facts from files of a system under {@code root}. */
    public static MachineFacts read(Path root, String gl) {
        int comma = gl.lastIndexOf(", ");
        String os = value(root.resolve("etc/os-release"), "PRETTY_NAME=").replace("\"", "");
        return new MachineFacts(os.isEmpty() ? System.getProperty("os.name") : os,
            value(root.resolve("proc/cpuinfo"), "model name").replaceFirst("^\\s*:\\s*", ""),
            comma < 0 ? "" : gl.substring(0, comma), memoryKb(), System.getProperty("os.version"),
            comma < 0 ? "" : gl.substring(comma + 2),
            value(root.resolve("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"), ""));
    }

    /** The machine and the JVM in one line, as shown with measured figures. */
    public static String line() {
        String cpu = read("").cpu();
        return (cpu.isEmpty() ? System.getProperty("os.arch") : cpu) + ", " + Runtime.getRuntime().availableProcessors()
            + " cores, "
            + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
            + System.getProperty("java.version");
    }

    private static String memoryKb() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
            ? Long.toString(system.getTotalMemorySize() >> 10) : "";
    }

    /** The rest of the first line that begins with {@code begin}. */
    private static String value(Path file, String begin) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream().filter(l -> l.startsWith(begin)).findFirst().map(l -> l.substring(begin.length()).strip())
                .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
