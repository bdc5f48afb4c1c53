package lockstep.desktop;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A JDK newer than the tests' own: the folder in NEWER_JAVA_HOME, else the newest in {@code /usr/lib/jvm}. */
final class NewerJdk {
    private static final int OWN = Runtime.version().feature();
    private static final Path INSTALLED = Path.of("/usr/lib/jvm");

    private NewerJdk() {
    }

    /** Its folder; where there is none the test is skipped and says so. */
    static String home() throws IOException {
        Optional<Path> found = newest();
        assumeTrue(found.isPresent(), () -> "no JDK newer than " + OWN + " in " + INSTALLED + "; set NEWER_JAVA_HOME to the folder of one");
        return found.get().toString();
    }

    private static Optional<Path> newest() throws IOException {
        String given = System.getenv("NEWER_JAVA_HOME");
        if (given == null && !Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> installed = given != null ? Stream.of(Path.of(given)) : Files.list(INSTALLED)) {
            return installed.filter(jdk -> Files.isExecutable(jdk.resolve("bin/jfr")) && feature(jdk) > OWN)
                .max(Comparator.comparingInt(NewerJdk::feature));
        }
    }

    /** Its version by its file {@code release}, 0 if that says none. */
    private static int feature(Path jdk) {
        try {
            List<String> release = Files.readAllLines(jdk.resolve("release"));
            return release.stream().filter(line -> line.startsWith("JAVA_VERSION=")).findFirst()
                .map(line -> Runtime.Version.parse(line.substring("JAVA_VERSION=".length()).replace("\"", "")).feature()).orElse(0);
        } catch (IOException | IllegalArgumentException e) {
            return 0;
        }
    }
}
