package lockstep.desktop;

import com.badlogic.gdx.utils.Os;
import com.badlogic.gdx.utils.SharedLibraryLoader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * On macOS windows belong to the process's first thread, which Java's {@code main} has only under
 * {@code -XstartOnFirstThread}; a plain {@code java -jar} therefore starts itself once more with it. Main thread.
 * Not tried on a Mac yet: the variable that tells whether the option was given is the JVM launcher's own.
 */
final class MacRelaunch {
    private static final String GUARD = "LOCKSTEP_RELAUNCHED";

    private MacRelaunch() {
    }

    /** True on macOS when this JVM runs {@code main} on another than the first thread. */
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
