package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lockstep.desktop.fixture.GameJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Names and files from outside with control characters in them: no terminal obeys them and every file stays what it is. */
@EnabledOnOs(OS.LINUX)
final class OutsideTextIT {
    private static final String EVIL = "\u001b[31m\u0007red\u009b2J\n\u202e";
    private static final String SHOWN = "?[31m?red?2J??";
    private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    @TempDir
    Path folder;

    private GameJar.Ended run(String... args) throws Exception {
        GameJar.Ended ended = new GameJar(folder).run(args);
        for (List<String> lines : List.of(ended.out(), ended.err())) {
            assertTrue(lines.stream().allMatch(line -> line.codePoints().noneMatch(OutsideTextIT::obeyed)), lines::toString);
        }
        return ended;
    }

    private static boolean obeyed(int c) {
        return Character.isISOControl(c) && c != '\t' || Character.getType(c) == Character.FORMAT;
    }

    private <T> T read(String file, Class<T> type) throws Exception {
        String text = Files.readString(folder.resolve(file));
        assertTrue(text.codePoints().noneMatch(c -> c != '\n' && obeyed(c)), file);
        return STRICT.fromJson(text, type);
    }

    @Test
    void aTopologyWithAnEvilNameIsPlayed() throws Exception {
        Files.writeString(folder.resolve(EVIL + ".toml"), "[lanes]\nmain = [\"input\", \"physics\", \"assets\", \"render\"]\n");
        GameJar.Ended ended =
            run("--headless", "--autopilot", "--seconds", "2", "--topology", EVIL + ".toml", "--json", "run.json",
                "--trace", "trace.json", "--report", "run.html", "--record", EVIL + ".rec", "--mangohud", "m.csv", "--frames",
                "f.csv");
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertTrue(ended.err().stream().anyMatch(line -> line.startsWith(SHOWN + ": ")), () -> ended.err().toString());
        JsonObject settings = read("run.json", JsonObject.class).getAsJsonObject("settings");
        assertEquals(SHOWN, settings.get("topology").getAsString());
        assertTrue(read("trace.json", JsonArray.class).size() > 10);
        String page = Files.readString(folder.resolve("run.html"));
        assertTrue(page.contains("\"" + SHOWN + "\"") && page.indexOf('\u001b') < 0, "the report's topology");
    }

    @Test
    void whatIsRefusedIsQuotedHarmlessly() throws Exception {
        Files.writeString(folder.resolve(EVIL + ".toml"), "about = \"\\u001b[31m\"\n");
        Files.writeString(folder.resolve(EVIL + ".rec"), "no recording");
        for (List<String> args : List.of(List.of("--topology", EVIL + ".toml"), List.of("replay", EVIL + ".rec"),
            List.of("--" + EVIL),
            List.of(EVIL), List.of("--guard", EVIL), List.of("--json", EVIL + "/x"),
            List.of("--inject", EVIL + ".tick=1ms@every=1s"),
            List.of("--hz", EVIL + "=1"), List.of("--assets", EVIL), List.of("compare", EVIL, EVIL))) {
            GameJar.Ended ended = run(args.toArray(String[]::new));
            assertEquals(2, ended.exit(), () -> args + ": " + ended.err());
            assertEquals(2, ended.err().size(), () -> args + ": " + ended.err());
        }
    }

    @Test
    void aDisplayWithAnEvilNameIsNamedHarmlessly() throws Exception {
        GameJar.Ended ended = GameJar.end(new GameJar(folder).startWithout(":9" + EVIL, "--seconds", "1"));
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertTrue(ended.err().stream().allMatch(line -> line.codePoints().noneMatch(OutsideTextIT::obeyed)),
            () -> ended.err().toString());
    }

    @Test
    void evilSummariesAreComparedHarmlessly() throws Exception {
        assertEquals(0, run("--headless", "--autopilot", "--seconds", "2", "--json", "a.json").exit());
        Files.writeString(folder.resolve("b.json"), Files.readString(folder.resolve("a.json"))
            .replace("\"mutex\"", "\"\\u001b[31m\\u0007\"").replace("\"physics\"", "\"\\u001b[2J\\u009b\""));
        GameJar.Ended compared = run("compare", "a.json", "b.json");
        assertEquals(0, compared.exit(), () -> compared.err().toString());
        assertTrue(compared.out().stream().anyMatch(line -> line.contains("?[31m?")), () -> compared.out().toString());
    }
}
