package lockstep.desktop;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import lockstep.desktop.Check.Finding;

/** The doctor's checks that need no window. */
final class Machine {
    private Machine() {
    }

    /** All checks of the report; the four probes look at what needs a window, a sound card or a pad. */
    static List<Check> checks(Supplier<Finding> display, Supplier<Finding> gl, Supplier<Finding> sound,
            Supplier<Finding> gamepads) {
        return List.of(
                new Check("java", () -> java(Runtime.version().feature(), System.getProperty("java.vm.name"))),
                new Check("system", () -> Finding.ok(System.getProperty("os.name") + " " + System.getProperty("os.version")
                        + " " + System.getProperty("os.arch"))),
                new Check("cores", () -> cores(Runtime.getRuntime().availableProcessors())),
                new Check("memory", Machine::memory),
                new Check("display", display),
                new Check("gl", gl),
                new Check("sound", sound),
                new Check("gamepads", gamepads),
                new Check("timer", () -> TimerCheck.measure().finding()));
    }

    static Finding java(int feature, String vm) {
        String text = Runtime.version() + " (" + vm + ")";
        return feature >= 17 ? Finding.ok(text)
                : new Finding(text, "java: 17 or newer is needed; install a JDK from https://adoptium.net");
    }

    static Finding cores(int cores) {
        return cores > 1 ? Finding.ok(Integer.toString(cores))
                : new Finding("1", "cores: with a single core lanes take turns; give this machine or container two or more");
    }

    private static Finding memory() {
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? Finding.ok((system.getTotalMemorySize() >> 20) + " MiB, " + (system.getFreeMemorySize() >> 20)
                        + " MiB free, heap up to " + heap + " MiB")
                : Finding.ok("heap up to " + heap + " MiB");
    }

    /** What the environment says of the display, without opening it. */
    static Finding display(String osName, Map<String, String> env) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("windows") || os.contains("mac")) {
            return Finding.ok(os.contains("mac") ? "macos" : "windows");
        }
        String wayland = env.getOrDefault("WAYLAND_DISPLAY", "");
        String x11 = env.getOrDefault("DISPLAY", "");
        if (!wayland.isEmpty()) {
            return Finding.ok("wayland " + wayland + (x11.isEmpty() ? "" : ", x11 " + x11));
        }
        return !x11.isEmpty() ? Finding.ok("x11 " + x11)
                : new Finding("none", "display: run in a desktop session, with --headless, or under a virtual one: "
                        + "apt install xvfb && xvfb-run -a java -jar lockstep.jar");
    }

    static Finding notChecked() {
        return Finding.ok("not checked");
    }
}
