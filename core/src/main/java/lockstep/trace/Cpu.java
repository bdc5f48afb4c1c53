package lockstep.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The name of this machine's processor. */
final class Cpu {
    private static final Path INFO = Path.of("/proc/cpuinfo");

    private Cpu() {
    }

    /** As the system gives it, or else the architecture. */
    static String name() {
        String windows = System.getenv("PROCESSOR_IDENTIFIER");
        return model().orElse(windows != null ? windows : System.getProperty("os.arch"));
    }

    private static Optional<String> model() {
        if (!Files.isReadable(INFO)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(INFO)) {
            return lines.filter(l -> l.startsWith("model name")).map(l -> l.substring(l.indexOf(':') + 1).strip()).findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
