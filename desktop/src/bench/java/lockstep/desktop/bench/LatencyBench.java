package lockstep.desktop.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import lockstep.desktop.fixture.XDisplay;
import org.opentest4j.TestAbortedException;

/**
 * Prints how fast keys get into the game as a Markdown table: {@code mvn -q -Platency}, or {@code LatencyBench PRESSES
 * TOPOLOGY...} on the test class path after {@code mvn package}. It types into an X server of its own.
 */
final class LatencyBench {
    private static final int PRESSES = 1000;

    private LatencyBench() {
    }

    public static void main(String[] args) throws Exception {
        int presses = args.length > 0 ? Integer.parseInt(args[0]) : PRESSES;
        List<String> topologies = args.length > 1 ? List.of(args).subList(1, args.length) : List.of("four", "classic");
        Path folder = Files.createTempDirectory("lockstep-latency");
        try (XDisplay display = XDisplay.start(1280, 720)) {
            List<Latency> runs = new ArrayList<>();
            for (String topology : topologies) {
                runs.add(Latency.measure(display, folder, topology, presses));
            }
            System.out.print(Latency.table(runs));
        } catch (TestAbortedException e) {
            System.err.println("not measured: " + e.getMessage());
            System.exit(1);
        } finally {
            delete(folder);
        }
    }

    /** Deletes a folder with what is in it. */
    static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
