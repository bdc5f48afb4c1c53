package lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the compiler of this build refuses access to a guarded field without its lock, and only that. */
class GuardedByIT {
    private static final String SOURCE = """
        import com.google.errorprone.annotations.concurrent.GuardedBy;

        final class Guarded {
            private final Object lock = new Object();
            @GuardedBy("lock")
            private int value;

            int get() {
                %s
            }
        }
        """;

    private static final int OLDEST_JDK = 17, NEWEST_JDK = 25;
    private static final String CLASSES = System.getProperty("java.class.path");
    private static final String PLUGIN = System.getProperty("guarded.by.plugin",
        "-Xplugin:ErrorProne -XepDisableAllChecks -Xep:GuardedBy:ERROR");
    /** The options of the JVM in which the build compiles. */
    private static final Path JVM_OPTIONS = Path.of(System.getProperty("guarded.by.jvm", "../.mvn/jvm.config"));

    @TempDir
    Path dir;

    @Test
    void anAccessWithoutTheLockIsRefused() throws Exception {
        assertTrue(compile("return value;") != 0);
        assertTrue(said().contains("error: [GuardedBy]"), said());
        assertFalse(Files.exists(dir.resolve("Guarded.class")));
    }

    @Test
    void anAccessUnderTheLockIsAccepted() throws Exception {
        assertEquals(0, compile("synchronized (lock) { return value; }"), this::said);
        assertTrue(Files.exists(dir.resolve("Guarded.class")));
    }

    private int compile(String body) throws IOException, InterruptedException {
        int jdk = Runtime.version().feature();
        assumeTrue(jdk >= OLDEST_JDK && jdk <= NEWEST_JDK, "on JDK " + jdk + " the build does without Error Prone");
        Path source = Files.writeString(dir.resolve("Guarded.java"), SOURCE.formatted(body));
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()));
        for (String option : Files.readAllLines(JVM_OPTIONS)) {
            command.add("-J" + option);
        }
        command.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", PLUGIN, "-processorpath", CLASSES,
            "-classpath", CLASSES, "-d", dir.toString(), source.toString()));
        Process javac =
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(dir.resolve("said").toFile()).start();
        try {
            assertTrue(javac.waitFor(2, TimeUnit.MINUTES), "javac hangs");
        } finally {
            javac.destroyForcibly();
        }
        return javac.exitValue();
    }

    private String said() {
        try {
            return Files.readString(dir.resolve("said"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
