package lockstep.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.desktop.fixture.Markdown;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that the docs show in blocks of code. Those of the jar are read as the game reads them, without starting it; of
 * Maven's the profiles, modules, test classes and main classes must be there.
 */
class ShownCommandsTest {
    private static final String JAR = "java -jar desktop/target/lockstep.jar";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    /** The last column of a table of experiments: what to add to the command in its head. */
    private static final Pattern IN_TABLE = Pattern.compile("\\| `(--[^`]+)` \\|$");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theGameUnderstandsEachCommandThatIsShown() throws IOException {
        return shown(JAR).map(line -> dynamicTest(line, () -> assertUnderstood(line.substring(JAR.length()))));
    }

    @TestFactory
    Stream<DynamicTest> mavenFindsWhatEachCommandThatIsShownNames() throws IOException {
        return shown("mvn ").map(line -> dynamicTest(line, () -> {
            assertEquals(List.of(), missing(line));
            Matcher game = Pattern.compile("-Dplay\\.args=\"([^\"]*)\"").matcher(line);
            if (game.find()) {
                assertUnderstood(game.group(1));
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> theGameUnderstandsEachExperiment() throws IOException {
        return experiments().map(options -> dynamicTest(options, () -> assertUnderstood(options)));
    }

    private static Stream<String> experiments() throws IOException {
        return Markdown.all().stream().flatMap(m -> m.text().stream()).flatMap(line -> IN_TABLE.matcher(line).results())
            .map(r -> r.group(1));
    }

    @Test
    void commandsAreShown() throws Exception {
        assertTrue(shown(JAR).count() > 10);
        assertTrue(shown("mvn ").count() > 5);
        assertTrue(experiments().count() > 5);
    }

    @Test
    void aCommandThatNamesWhatIsNotThereIsFound() throws Exception {
        assertEquals(List.of("profile warp", "module view", "test NoSuchTest", "class lockstep.game.None"), missing(
            "mvn -q -Pwarp -pl view test -Dtest=FloorsTest,NoSuchTest#any -Dmain=lockstep.game.None"));
        assertNotEquals(0, new CliRun().run("--gard", "spin"));
    }

    private static Stream<String> shown(String begin) throws IOException {
        return Markdown.all().stream().flatMap(m -> m.code().stream()).filter(line -> line.startsWith(begin))
            .map(line -> line.replaceFirst("\\s+#.*", "").strip()).distinct();
    }

    private void assertUnderstood(String command) throws IOException {
        List<String> words = new ArrayList<>();
        WORD.matcher(command).results().forEach(r -> words.add(r.group(1) != null ? r.group(1) : r.group(2)));
        for (int i = 0; i < words.size(); i++) {
            words.set(i, input(words, i));
        }
        CliRun cli = new CliRun();
        int exit = cli.run(words.toArray(new String[0]));
        assertTrue(exit == 0 || exit == 7, () -> cli.out.toString() + cli.err);
    }

    /** What a reader fills in is filled in, and a file that a command reads is one that is there. */
    private String input(List<String> words, int i) throws IOException {
        String word = words.get(i);
        if (word.equals("GUARD")) {
            return "mutex";
        }
        if (word.endsWith(".toml")) {
            return Files.writeString(folder.resolve(word), "[lanes]\nm = [\"input\", \"physics\", \"assets\", \"render\"]\n")
                .toString();
        }
        if (words.get(0).equals("replay") && i == 1) {
            return Files.writeString(folder.resolve(word), "x").toString();
        }
        if (words.get(0).equals("compare") && word.endsWith(".json")) {
            return Files.writeString(folder.resolve(word), CompareTest.summary(30, 10)).toString();
        }
        return word;
    }

    /** What a Maven command names that the project does not have. */
    private static List<String> missing(String command) throws IOException {
        Path root = Path.of("..");
        String poms = Files.readString(root.resolve("pom.xml")) + Files.readString(root.resolve("core/pom.xml"))
            + Files.readString(root.resolve("desktop/pom.xml"));
        List<String> missing = new ArrayList<>();
        for (String profile : values(command, "-P(\\S+)")) {
            if (!poms.contains("<id>" + profile + "</id>")) {
                missing.add("profile " + profile);
            }
        }
        for (String module : values(command, "-pl (\\S+)")) {
            if (!poms.contains("<module>" + module + "</module>")) {
                missing.add("module " + module);
            }
        }
        for (String test : values(command, "-Dtest=(\\S+)")) {
            for (String name : test.split(",")) {
                String simple = name.replaceFirst("#.*", "");
                if (!isThere(root, Pattern.compile(simple.replace("*", ".*") + "\\.java"))) {
                    missing.add("test " + simple);
                }
            }
        }
        for (String main : values(command, "-Dmain=(\\S+)")) {
            try (Stream<Path> files = Files.walk(root.resolve("core/src"))) {
                if (files.noneMatch(p -> p.endsWith(main.replace('.', '/') + ".java"))) {
                    missing.add("class " + main);
                }
            }
        }
        return missing;
    }

    private static List<String> values(String command, String pattern) {
        return Pattern.compile(pattern).matcher(command).results().map(r -> r.group(1)).toList();
    }

    private static boolean isThere(Path root, Pattern name) throws IOException {
        for (String module : List.of("core", "desktop")) {
            try (Stream<Path> files = Files.walk(root.resolve(module + "/src"))) {
                if (files.anyMatch(p -> name.matcher(p.getFileName().toString()).matches())) {
                    return true;
                }
            }
        }
        return false;
    }
}
