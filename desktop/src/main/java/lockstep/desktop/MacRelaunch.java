package lockstep.desktop;

import com.badlogic.gdx.utils.Os;
import com.badlogic.gdx.utils.SharedLibraryLoader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * On macOS windows belong to the process's first thread, on which Java runs {@code main} only with {@code -XstartOnFirstThread}.
 * A plain {@code java -jar} therefore starts itself again with that option. Main thread. Not tested on a Mac: the variable that
 * shows whether the option was given belongs to the JVM launcher.
 */
final class MacRelaunch {
    private static final String GUARD = "LOCKSTEP_RELAUNCHED";

    private MacRelaunch() {
    }

    /** True on macOS if this JVM does not run {@code main} on the first thread. */
    static boolean needed() {
        return SharedLibraryLoader.os == Os.MacOsX
            && System.getenv(GUARD) == null
            && !"1".equals(System.getenv("JAVA_STARTED_ON_FIRST_THREAD_" + ProcessHandle.current().pid()));
    }

    /** Runs the same program in a new JVM, sharing the terminal, and returns its exit code. */
    static int run(Class<?> main, String[] args) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command(main, args)).inheritIO();
        builder.environment().put(GUARD, "1");
        Process child = builder.start();
        Thread stop = new Thread(child::destroy, "relaunch-stop");
        Runtime.getRuntime().addShutdownHook(stop);
        return child.waitFor();
    }

    static List<String> command(Class<?> main, String[] args) {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-XstartOnFirstThread");
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(args));
        return command;
    }
}
