package lockstep.desktop.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import lockstep.desktop.cli.Check;
import lockstep.desktop.cli.Check.Finding;

/** The doctor's checks that need no window. */
public final class Machine {
    private Machine() {
    }

    /** All checks of the report; the four probes are for what needs a window, a sound card or a gamepad. */
    public static List<Check> checks(Supplier<Finding> display, Supplier<Finding> gl, Supplier<Finding> sound,
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
}
