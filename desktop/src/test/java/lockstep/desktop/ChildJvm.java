package lockstep.desktop;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * A program under test in a process of its own. Two threads collect its output lines into copy-on-write lists; the test
 * thread reads those.
 */
final class ChildJvm {
    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final Thread outReader;
    private final Thread errReader;

    ChildJvm(Process process) {
        this.process = process;
        outReader = collect(process.getInputStream(), out);
        errReader = collect(process.getErrorStream(), err);
    }

    /** Lines printed to stdout so far. */
    List<String> out() {
        return out;
    }

    /** Lines printed to stderr so far. */
    List<String> err() {
        return err;
    }

    /** Lines printed to stderr so far, without what the watchdog says of lanes when the machine is busy. */
    List<String> complaints() {
        return err.stream().filter(line -> !isOfBusyMachine(line)).toList();
    }

    /** True for a line that a right program prints when others have the cores. */
    static boolean isOfBusyMachine(String line) {
        return line.endsWith("starved, not deadlocked") || line.endsWith("busy, not deadlocked");
    }

    long pid() {
        return process.pid();
    }

    /** Sends a signal by its name without SIG: INT, TERM. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).inheritIO().start().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for a stdout line that starts so and returns it. */
    String line(String start) {
        return await("a line '" + start + "…'; out " + out + ", err " + err).atMost(Duration.ofSeconds(30))
            .pollInterval(Duration.ofMillis(10))
            .until(() -> out.stream().filter(line -> line.startsWith(start)).findFirst(), java.util.Optional::isPresent)
            .orElseThrow();
    }

    /** Waits for the end and returns the exit code. */
    int exit() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("still running; out " + out + ", err " + err);
        }
        outReader.join();
        errReader.join();
        return process.exitValue();
    }

    void kill() {
        process.destroyForcibly();
    }

    private static Thread collect(InputStream stream, List<String> lines) {
        Thread reader = new Thread(() -> {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException e) {
                lines.add("(" + e.getMessage() + ")");
            }
        }, "child-output");
        reader.setDaemon(true);
        reader.start();
        return reader;
    }
}
