package lockstep.desktop.bench;

import static org.awaitility.Awaitility.await;

import com.badlogic.gdx.utils.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.LatencyProbe;
import lockstep.desktop.fixture.XDisplay;

/**
 * How long a key takes into the game while drawing stalls 100 ms every second: keys are typed from outside and stamped
 * as they leave, the game logs the stamp of the pump that found them, both on the same clock.
 *
 * @param topology   the lanes it ran on
 * @param sent       key events typed
 * @param sortedNs   time from typing to being found for each event, ascending
 * @param json       the run's summary
 */
record Latency(String topology, int sent, long[] sortedNs, JsonValue json) {
    private static final double PER_SECOND = 200;
    private static final String HEAD = """
        | topology | events sent | seen | found p50 | p99 | max | age p50 | p99 | max |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """;

    /**
     * Plays on that topology and types so many keys, 200 events a second.
     *
     * @throws IllegalArgumentException if an event was lost or came out of order
     */
    static Latency measure(XDisplay display, Path folder, String topology, int presses) throws IOException, InterruptedException {
        GameJar jar = new GameJar(folder);
        Files.deleteIfExists(jar.file("warm.png"));
        ChildJvm game = jar.start(display, "--topology", topology, "--autopilot", "--seed", "3", "--overlay", "off", "--mute",
            "--inject", "render.draw=100ms@every=1s", "--input-log", "keys.txt", "--json", "run.json", "--screenshot",
            "warm.png@2");
        long window = display.window("Lockstep");
        await("two seconds of play").atMost(Duration.ofSeconds(60)).until(() -> Files.exists(jar.file("warm.png")));
        List<LatencyProbe.Stamp> sent = new LatencyProbe(display.name(), "Left").inject(presses, PER_SECOND);
        display.askToClose(window); // the server hands it on behind the last key, however long the game stalls
        GameJar.Ended ended = GameJar.end(game);
        if (ended.exit() != 0 || !ended.err().isEmpty()) {
            throw new IllegalStateException(topology + " ended with " + ended);
        }
        List<LatencyProbe.Stamp> seen = LatencyProbe.parse(Files.readAllLines(jar.file("keys.txt")));
        return new Latency(topology, sent.size(), LatencyProbe.latenciesNs(sent, seen), jar.json("run.json"));
    }

    /** Median time in ms from typing to being found. */
    double p50() {
        return LatencyProbe.at(sortedNs, 0.5);
    }

    /** A Markdown table of some runs on one machine, in ms, and a line on the machine. */
    static String table(List<Latency> runs) {
        StringBuilder text = new StringBuilder(HEAD);
        for (Latency run : runs) {
            JsonValue input = run.json.get("input");
            text.append(String.format(Locale.ROOT, "| `%s` | %d | %d | %.2f | %.1f | %.1f | %.2f | %.2f | %.1f |%n", run.topology,
                run.sent, run.sortedNs.length, run.p50(), LatencyProbe.at(run.sortedNs, 0.99), LatencyProbe.at(run.sortedNs, 1),
                input.getDouble("age_p50"), input.getDouble("age_p99"), input.getDouble("age_max")));
        }
        JsonValue json = runs.get(0).json;
        return text + String.format(Locale.ROOT,
            "%nms; %d cores, %s, JDK %s, %s; drawing stalls 100 ms every second, %.0f key events a second.%n"
                + "found: from typing to the pump that found it. age: upper bound until it was written to the world.%n",
            json.getInt("cores"), json.getString("os"), json.getString("java"), json.getString("gl"), PER_SECOND);
    }
}
