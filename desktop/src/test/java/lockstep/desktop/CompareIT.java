package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two real runs, one of them with slow drawing planted, and what {@code compare} says of them. */
@EnabledOnOs(OS.LINUX)
final class CompareIT {
    @TempDir
    Path folder;

    @Test
    void aRunIsNoDifferentFromItselfAndOneThatDrawsSlowlyIsSlower() throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm plain =
            jar.startWithout(null, "--headless", "--autopilot", "--seed", "3", "--seconds", "11", "--json", "plain.json");
        ChildJvm slow =
            jar.startWithout(null, "--headless", "--autopilot", "--seed", "3", "--seconds", "11", "--json", "slow.json",
                "--inject", "render.draw=40ms@every=1");
        assertEquals(0, GameJar.end(plain).exit());
        assertEquals(0, GameJar.end(slow).exit());
        assertTrue(Files.size(folder.resolve("plain.json")) < 100_000,
            "11 s took " + Files.size(folder.resolve("plain.json")) + " bytes");
        theIntervalsHoldEveryFrame(jar.soundJson("plain.json"));

        List<String> same = figures(jar, "plain.json", "plain.json");
        assertTrue(
            same.stream().filter(l -> l.contains(" .. "))
                .allMatch(l -> l.contains(" 1.000 ") && l.endsWith("no difference shown")),
            () -> String.join("\n", same));
        assertTrue(same.stream().anyMatch(l -> l.startsWith("frame p50 ") && l.contains(" .. ")), () -> String.join("\n", same));

        List<String> worse = figures(jar, "plain.json", "slow.json");
        assertTrue(worse.stream().anyMatch(l -> l.startsWith("frames over budget ")), () -> String.join("\n", worse));
        JsonValue frames = jar.soundJson("slow.json").get("frames");
        assertTrue(frames.getInt("over_budget") > 0.9 * frames.getInt("count"), frames::toString);
        assertEquals(31, frames.getInt("not_judged"));
        assertEquals(1000 / 60.0, frames.getDouble("budget"), 0.001);
        for (String figure : List.of("frames ", "frame p50 ", "render work p50 ")) {
            assertTrue(worse.stream().anyMatch(l -> l.startsWith(figure) && l.endsWith(" slower")),
                () -> String.join("\n", worse));
        }
        assertTrue(worse.stream().anyMatch(l -> l.startsWith("inject ") && l.endsWith("render.draw=40ms@every=1")),
            () -> String.join("\n", worse));
    }

    @Test
    void aFileTooLargeForTheMemoryIsRefusedInOneLine() throws Exception {
        Files.writeString(folder.resolve("large.json"), "{\"a\":[" + "1,".repeat(30_000_000) + "1]}");
        GameJar.Ended ended = GameJar.withHeap(folder, 256).run("compare", "large.json", "large.json");
        assertEquals(2, ended.exit(), () -> ended.err().toString());
        assertEquals(
            "lockstep: 'large.json': takes more memory than Java has here, 256 MiB; if play --json wrote it, give Java more, for"
                + " example java -Xmx4g -jar",
            ended.err().get(0));
        assertEquals(2, ended.err().size(), () -> ended.err().toString());
    }

    private static void theIntervalsHoldEveryFrame(JsonValue run) {
        for (JsonValue total : run.get("intervals").get("totals")) {
            String name = total.getString("group") + " " + total.getString("figure");
            long sum = Arrays.stream(total.get("each").asLongArray()).sum();
            if (name.equals("frames count")) {
                assertEquals(run.get("frames").getLong("count"), sum);
            } else if (name.equals("frames over_budget")) {
                assertEquals(run.get("frames").getLong("over_budget"), sum);
            } else if (name.equals("frames unread")) {
                assertEquals(0, sum);
            }
        }
        double seconds = Arrays.stream(run.get("intervals").get("ns").asLongArray()).sum() / 1e9;
        assertEquals(run.getDouble("seconds"), seconds, 0.5);
    }

    private static List<String> figures(GameJar jar, String a, String b) throws Exception {
        GameJar.Ended ended = jar.run("compare", a, b);
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertEquals(List.of(), ended.err());
        return ended.out();
    }
}
