package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The program as a person starts it: {@code target/lockstep.jar} in a process of its own, at work in one folder, where
 * its settings and all files named relatively lie. One test thread uses it.
 */
final class GameJar {
    /** How a run ended. */
    record Ended(int exit, List<String> out, List<String> err) {
        /** What the program says of itself on stderr, without the lines of its overlay and its summary. */
        List<String> told() {
            return err.stream().filter(line -> line.startsWith("lockstep:")).toList();
        }

        /** What stands on stderr above the summary of the run, all of it if there is none; without what a busy machine brings about. */
        List<String> aboveSummary() {
            return err.stream().takeWhile(line -> !SUMMARY.matcher(line).matches()).filter(line -> !ChildJvm.isOfBusyMachine(line)).toList();
        }
    }

    private static final Pattern SUMMARY = Pattern.compile("\\S+: \\d+\\.\\d s");

    private static final Path JAR = Path.of("target", "lockstep.jar").toAbsolutePath();
    private static final List<String> DEFAULT_SIGNALS = List.of("env", "--default-signal=INT,HUP");

    private final Path folder;
    private final List<String> java;

    GameJar(Path folder) {
        this(folder, System.getProperty("java.home"));
    }

    /** With another JDK than the tests' own. */
    GameJar(Path folder, String javaHome) {
        this(folder, List.of(javaHome + "/bin/java", "-jar", JAR.toString()));
    }

    /** With a heap of so many MiB. */
    static GameJar withHeap(Path folder, int mib) {
        return new GameJar(folder, List.of(System.getProperty("java.home") + "/bin/java", "-Xmx" + mib + "m", "-jar", JAR.toString()));
    }

    /** Where no file can grow beyond so many KiB, as on a disk that is full. Natives must have been unpacked by a run before. */
    static GameJar withFilesOf(Path folder, int kib) {
        return new GameJar(folder, List.of("bash", "-c", "ulimit -f " + kib + "; exec \"$@\"", "bash",
            System.getProperty("java.home") + "/bin/java", "-XX:-UsePerfData", "-jar", JAR.toString()));
    }

    private GameJar(Path folder, List<String> java) {
        this.folder = folder;
        this.java = java;
    }

    /** A class of the test class path in place of the jar. */
    static GameJar ofClass(Path folder, Class<?> main) {
        return new GameJar(folder, List.of(System.getProperty("java.home") + "/bin/java", "-cp",
            System.getProperty("java.class.path"), main.getName()));
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Starts it in a window on that display. */
    ChildJvm start(XDisplay display, String... args) throws IOException {
        return display.run(builder(args));
    }

    /** Starts it with DISPLAY set so, or without one. */
    ChildJvm startWithout(String display, String... args) throws IOException {
        ProcessBuilder builder = builder(args);
        builder.environment().remove("WAYLAND_DISPLAY");
        builder.environment().remove("DISPLAY");
        if (display != null) {
            builder.environment().put("DISPLAY", display);
        }
        return new ChildJvm(builder.start());
    }

    /** Runs it to its end in a window. */
    Ended run(XDisplay display, String... args) throws IOException, InterruptedException {
        return end(start(display, args));
    }

    /** Runs it to its end without a display. */
    Ended run(String... args) throws IOException, InterruptedException {
        return end(startWithout(null, args));
    }

    static Ended end(ChildJvm child) throws InterruptedException {
        int exit = child.exit();
        return new Ended(exit, child.out(), child.err());
    }

    private ProcessBuilder builder(String... args) {
        List<String> command = new ArrayList<>(signalsCanBeReset() ? DEFAULT_SIGNALS : List.of());
        command.addAll(java);
        command.addAll(Arrays.asList(args));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("XDG_CONFIG_HOME", file("config").toString());
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder;
    }

    /** A shell's background jobs ignore SIGINT, those of nohup SIGHUP, and so would what they start: GNU's {@code env} undoes that. */
    static boolean signalsCanBeReset() {
        List<String> probe = new ArrayList<>(DEFAULT_SIGNALS);
        probe.add("true");
        try {
            return new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a file that {@code --json} wrote. */
    JsonValue json(String name) throws IOException {
        return new JsonReader().parse(Files.readString(file(name)));
    }

    /** Reads a summary and checks that every lane came to its end and nothing that lanes share took harm. */
    JsonValue soundJson(String name) throws IOException {
        JsonValue json = json(name);
        for (JsonValue lane : json.get("lanes")) {
            assertEquals("joined", lane.getString("ended"), () -> "lane " + lane.getString("name"));
        }
        JsonValue world = json.get("world");
        assertEquals(0, world.getInt("torn_frames"), "torn frames");
        assertEquals(0, world.getInt("bad_views"), "bad views");
        assertEquals(0, world.getInt("lost_updates"), "lost updates");
        assertTrue(world.getInt("tick") > 0, "no tick was simulated");
        return json;
    }
}
