package lockstep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Runs all jcstress tests in JVMs of their own and reads what they found. A class whose name ends in {@code Canary} is
 * broken on purpose and has to be found so: otherwise the run was too short, or the harness blind, and proves nothing.
 */
class JcstressIT {
    private static final Path RESULTS = Path.of(System.getProperty("jcstress.results", "target/jcstress")).toAbsolutePath();
    private static final String ARGS =
        System.getProperty("jcstress.args", "-sc false -f 1 -iters 3 -time 200 -jvmArgs -XX:+UseSerialGC");
    /** Small states, because a guard that was waited for keeps histograms. */
    private static final String MEMORY = "-strideSize 64 -strideCount 8 -hs 256";
    private static final int LIMIT_MINUTES = Integer.getInteger("jcstress.limit.minutes", 10);

    private static final Map<String, List<TestResult>> FOUND = new TreeMap<>();

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        clear();
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-classpath", System.getProperty("java.class.path"), "org.openjdk.jcstress.Main"));
        command.addAll(List.of((ARGS + " " + MEMORY + " -r report -t lockstep").split(" ")));
        Path log = RESULTS.resolve("jcstress.log");
        long start = System.nanoTime();
        Process main = new ProcessBuilder(command).directory(RESULTS.toFile()).redirectErrorStream(true)
            .redirectOutput(log.toFile()).start();
        try {
            assertTrue(main.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES),
                "not done after " + LIMIT_MINUTES + " min: a deadlock? See " + log);
        } finally {
            main.descendants().forEach(ProcessHandle::destroyForcibly);
            main.destroyForcibly();
        }
        read(log);
        System.out.printf("jcstress: %d tests in %d s (%s), log and report in %s%n", FOUND.size(),
            TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start), ARGS, RESULTS);
        FOUND.forEach((name, results) -> System.out.printf("  %-45s %s%n", name, outcomes(results)));
    }

    private static void clear() throws IOException {
        Files.createDirectories(RESULTS);
        try (Stream<Path> old = Files.list(RESULTS)) {
            for (Path p : old.filter(Files::isRegularFile).toList()) {
                Files.delete(p);
            }
        }
    }

    private static void read(Path log) throws IOException {
        try (Stream<Path> files = Files.list(RESULTS)) {
            Path blob = files.filter(f -> f.toString().endsWith(".bin.gz")).findFirst()
                .orElseThrow(() -> new AssertionError("jcstress left no results; see " + log));
            InProcessCollector all = new InProcessCollector();
            try {
                new DiskReadCollector(blob.toString(), all).dump();
            } catch (ClassNotFoundException e) {
                throw new IOException(blob + " is not of this version of jcstress", e);
            }
            for (TestResult r : all.getTestResults()) {
                FOUND.computeIfAbsent(r.getName(), n -> new ArrayList<>()).add(r);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static boolean canary(String test) {
        return test.contains("Canary");
    }

    private static boolean reported(List<TestResult> results) {
        return results.stream().anyMatch(r -> r.status() == Status.NORMAL && !r.grading().isPassed);
    }

    private static String outcomes(List<TestResult> results) {
        Map<String, Long> sum = new TreeMap<>();
        results.forEach(r -> r.getStateKeys().forEach(k -> sum.merge(k, r.getCount(k), Long::sum)));
        return sum.toString();
    }

    @Test
    void allTestsRan() {
        assertEquals(new TreeSet<>(TestList.tests()), FOUND.keySet());
        FOUND.forEach(
            (name, results) -> results.forEach(r -> assertEquals(Status.NORMAL, r.status(), name + ": " + r.getMessages())));
    }

    @Test
    void nothingForbiddenWasSeen() {
        FOUND.forEach((name, results) -> assertTrue(canary(name) || results.stream().allMatch(r -> r.grading().isPassed),
            () -> name + " saw what is forbidden: " + outcomes(results) + "; see " + RESULTS));
    }

    @Test
    void everyCanaryWasFoundBroken() {
        assertTrue(FOUND.keySet().stream().anyMatch(JcstressIT::canary));
        FOUND.forEach((name, results) -> assertTrue(!canary(name) || reported(results),
            () -> name + " is broken and was not found so: " + outcomes(results) + "; see " + RESULTS));
    }
}
