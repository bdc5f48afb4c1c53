package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * An X server of the test's own, on a display nobody uses, so that no test ever types into a person's windows. Closing
 * it ends the server and every program started on it. One test thread uses it.
 */
final class XDisplay implements AutoCloseable {
    private final Process server;
    private final String name;
    private final List<ChildJvm> children = new ArrayList<>();

    private XDisplay(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Starts a server with a screen of so many px and further options of Xvfb's, or skips the test, saying what to install. */
    static XDisplay start(int width, int height, String... options) throws IOException {
        for (String tool : List.of("Xvfb", "xdotool", "import")) {
            assumeTrue(installed(tool), () -> tool + " is not installed (on Debian: apt-get install xvfb xdotool imagemagick)");
        }
        List<String> command = new ArrayList<>(List.of("Xvfb", "-displayfd", "1", "-screen", "0",
            width + "x" + height + "x24", "-nolisten", "tcp", "-noreset"));
        command.addAll(Arrays.asList(options));
        Process server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
        String number = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        assertEquals(true, number != null, "Xvfb ended instead of naming its display");
        return new XDisplay(server, ":" + number.strip());
    }

    /** For DISPLAY: a colon and a number. */
    String name() {
        return name;
    }

    /** Starts a class of the test class path in a JVM of its own on this display. */
    ChildJvm java(Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java",
            "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(args));
        return run(command);
    }

    /** Starts a program on this display, software rendering kept on the thread that draws. */
    ChildJvm run(List<String> command) throws IOException {
        return run(new ProcessBuilder(command));
    }

    /** As {@link #run(List)}, with what else was set of the program's surroundings. */
    ChildJvm run(ProcessBuilder builder) throws IOException {
        builder.environment().put("DISPLAY", name);
        builder.environment().put("LP_NUM_THREADS", "0");
        builder.environment().remove("WAYLAND_DISPLAY");
        ChildJvm child = new ChildJvm(builder.start());
        children.add(child);
        return child;
    }

    /** The X id of the window with this title, once it is there and shown. */
    long window(String title) {
        return await("a window titled " + title).atMost(Duration.ofSeconds(30)).until(
            () -> tool("xdotool", "search", "--onlyvisible", "--name", "^" + title + "$"), out -> !out.isBlank())
            .lines().findFirst().map(Long::parseLong).orElseThrow();
    }

    /** Presses a key, named as X names it, in the window under the pointer. */
    void keyDown(String key) {
        tool("xdotool", "keydown", key);
    }

    void keyUp(String key) {
        tool("xdotool", "keyup", key);
    }

    /** Presses and releases a key. */
    void key(String key) {
        tool("xdotool", "key", key);
    }

    /** The window's upper left corner on the screen, x and y in px. */
    int[] place(long window) {
        String[] lines = tool("xdotool", "getwindowgeometry", "--shell", Long.toString(window)).split("\\R");
        return new int[] {Integer.parseInt(lines[1].substring("X=".length())), Integer.parseInt(lines[2].substring("Y=".length()))};
    }

    /** Moves the pointer to a place in px on the screen. */
    void pointer(int x, int y) {
        tool("xdotool", "mousemove", Integer.toString(x), Integer.toString(y));
    }

    void resize(long window, int width, int height) {
        tool("xdotool", "windowsize", Long.toString(window), Integer.toString(width), Integer.toString(height));
    }

    /** Asks the window to close, as a click on its close button does. */
    void askToClose(long window) {
        XClient.askToClose(name, window);
    }

    /** The whole screen. */
    BufferedImage screenshot() {
        try {
            Process shot = start("import", "-silent", "-window", "root", "bmp:-");
            BufferedImage image = ImageIO.read(shot.getInputStream());
            shot.waitFor();
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs a program to its end on this display and returns what it printed. */
    String tool(String... command) {
        try {
            Process process = start(command);
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return out.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", name);
        return builder.start();
    }

    /** Ends every program started here that still runs, so that no window is left over for the next test. */
    void endPrograms() {
        children.forEach(ChildJvm::kill);
        children.clear();
    }

    @Override
    public void close() throws InterruptedException {
        endPrograms();
        server.destroy();
        if (!server.waitFor(5, TimeUnit.SECONDS)) {
            server.destroyForcibly();
        }
    }

    static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> new File(folder, program).canExecute());
    }
}
