package lockstep.trace;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a run was made on; empty where it cannot be found out.
 *
 * @param os       the system's name for itself
 * @param cpu      the processor's model
 * @param gpu      OpenGL's renderer
 * @param ramKb    memory in kB
 * @param kernel   its version
 * @param driver   OpenGL's version, which names the driver
 * @param governor what decides the processor's frequency; MangoHud calls it the scheduler
 */
public record MachineFacts(String os, String cpu, String gpu, String ramKb, String kernel, String driver, String governor) {
    /** Reads them from the files under {@code /}; {@code gl} is renderer and version as the summary has them. */
    public static MachineFacts read(String gl) {
        return read(Path.of("/"), gl);
    }

    /** Reads them from the files of a system under {@code root}. */
    public static MachineFacts read(Path root, String gl) {
        int comma = gl.lastIndexOf(", ");
        String os = value(root.resolve("etc/os-release"), "PRETTY_NAME=").replace("\"", "");
        return new MachineFacts(os.isEmpty() ? System.getProperty("os.name") : os,
            value(root.resolve("proc/cpuinfo"), "model name").replaceFirst("^\\s*:\\s*", ""),
            comma < 0 ? "" : gl.substring(0, comma), memoryKb(), System.getProperty("os.version"),
            comma < 0 ? "" : gl.substring(comma + 2),
            value(root.resolve("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"), ""));
    }

    /** The machine and the JVM in a line, as measured figures name them. */
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

    /** The rest of the first line that begins so. */
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
