package lockstep.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code compare} with files made by hand. */
class CompareTest {
    private static final String OLD = """
        {"version":"0.1.0","java":"17","os":"Linux","cores":2,"display":"headless","gl":"none","exit":0,
        "settings":{"topology":"four","guard":"GUARD","inject":[]},"settings_at_end":{"topology":"four","guard":"GUARD"},
        "seconds":12.0,"frames":{"count":720,"fps":60.0,"p50":MEDIAN,"p99":20.0,"max":30.0,"late":3},
        "lanes":[{"name":"input","guard_wait_total":24.0,"cpu_seconds":0.6}],
        "roles":[{"name":"render","lane":"input","work_p50":1.5}],"input":{},"world":{"torn_frames":0}INTERVALS}
        """;

    @TempDir
    Path folder;
    private final CliRun cli = new CliRun();

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String old(String name, String guard, String median) throws IOException {
        return file(name, OLD.replace("GUARD", guard).replace("MEDIAN", median).replace("INTERVALS", ""));
    }

    /** {@code cpuMs} is what the lane used in each of so many seconds, give or take one in turns. */
    private String run(String name, int seconds, int cpuMs) throws IOException {
        return file(name, summary(seconds, cpuMs));
    }

    /** What {@code --json} writes about a run, as far as it is compared. */
    static String summary(int seconds, int cpuMs) {
        String ns = IntStream.range(0, seconds).mapToObj(i -> "1000000000").collect(Collectors.joining(","));
        String cpu = IntStream.range(0, seconds).mapToObj(i -> (cpuMs + (i % 3 - 1)) + "000000").collect(Collectors.joining(","));
        return OLD.replace("GUARD", "mutex").replace("MEDIAN", "16.6").replace("INTERVALS",
            ",\"intervals\":{\"ns\":[" + ns
                + "],\"times\":[],\"totals\":[{\"group\":\"lanes\",\"of\":\"input\",\"figure\":\"cpu_ns\",\"each\":["
                + cpu + "]}]}");
    }

    private List<String> compare(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "compare";
        System.arraycopy(args, 0, all, 1, args.length);
        assertEquals(0, cli.run(all), cli.err::toString);
        assertEquals("", cli.err.toString());
        List<String> lines = cli.out.toString().lines().toList();
        cli.out.getBuffer().setLength(0);
        lines.forEach(line -> assertTrue(line.length() <= 110, line));
        return lines;
    }

    /** The words of the line that begins so, with single blanks between. */
    private static String line(List<String> lines, String start) {
        return lines.stream().filter(l -> l.startsWith(start)).findFirst()
            .orElseThrow(() -> new AssertionError(String.join("\n", lines)))
            .replaceAll(" +", " ");
    }

    @Test
    void summariesOfAnOlderBuildAreComparedWithoutIntervals() throws Exception {
        List<String> lines = compare(old("a", "mutex", "16.0"), old("b", "spin", "20.0"));
        assertEquals(
            "warning: A and B have no intervals because an older build wrote the file: no confidence interval can be given",
            line(lines, "warning: "));
        assertEquals("guard mutex spin", line(lines, "guard"));
        assertEquals("frame p50 16.00 20.00 ms 1.250", line(lines, "frame p50"));
        assertEquals("late frames 15.00 15.00 /min 1.000", line(lines, "late frames"));
        assertEquals("lane input: guard wait 2.000 2.000 ms/s 1.000", line(lines, "lane input: guard wait"));
        assertEquals("lane input: CPU 5.000 5.000 % 1.000", line(lines, "lane input: CPU"));
        assertEquals("0 or missing in both: torn frames", line(lines, "0 or missing in both"));
    }

    @Test
    void aDifferenceIsNamedOnlyWhereTheIntervalExcludesOne() throws Exception {
        String a = run("a", 30, 100);
        List<String> more = compare(a, run("b", 30, 120));
        assertTrue(line(more, "lane input: CPU").matches("lane input: CPU 10.00 12.00 % 1.200 1.19\\d .. 1.20\\d more"),
            () -> line(more, "lane input: CPU"));
        assertTrue(line(compare(run("b", 30, 120), a), "lane input: CPU").endsWith(" less"));
        assertTrue(line(compare(a, a), "lane input: CPU")
            .matches("lane input: CPU 10.00 10.00 % 1.000 0.99\\d .. 1.00\\d no difference shown"));
    }

    @Test
    void tooFewIntervalsAreSaid() throws Exception {
        List<String> lines = compare(run("a", 9, 100), run("b", 30, 200));
        assertEquals("warning: fewer than 10 intervals of a second: no confidence interval can be given; run for longer",
            line(lines, "warning"));
        assertEquals("lane input: CPU 10.00 20.00 % 2.000 too short", line(lines, "lane input: CPU").replace("9.999", "10.00"));
    }

    @Test
    void theStartCanBeLeftOut() throws Exception {
        List<String> lines = compare(run("a", 12, 100), run("b", 12, 100), "--skip", "3");
        assertTrue(line(lines, "warning: fewer than 10").endsWith("run for longer"));
        assertTrue(line(lines, "A ").endsWith("12.0 s, 9 intervals"), () -> line(lines, "A "));
        assertEquals(2, cli.run("compare", run("a", 12, 100), run("b", 12, 100), "--skip", "12"));
        assertTrue(cli.err.toString().contains("a': nothing is left without its first 12.0 s: it lasted 12.0 s"),
            cli.err.toString());
    }

    @Test
    void anotherMachineAndAChangeWhileItRanAreWarnedOf() throws Exception {
        String a = old("a", "mutex", "16.0");
        String b = file("b",
            Files.readString(Path.of(a)).replace("\"cores\":2", "\"cores\":8").replace("\"java\":\"17\"", "\"java\":\"25\"")
                .replace("\"settings_at_end\":{\"topology\":\"four\",\"guard\":\"mutex\"",
                    "\"settings_at_end\":{\"topology\":\"four\",\"guard\":\"none\"")
                .replace("\"exit\":0", "\"exit\":1"));
        List<String> lines = compare(a, b);
        assertTrue(lines.contains("warning: not the same machine: java, cores differ, and that alone can change figures"),
            () -> String.join("\n", lines));
        assertTrue(lines.contains("warning: B was changed while it ran: guard from mutex to none"),
            () -> String.join("\n", lines));
        assertTrue(lines.contains("warning: B ended with exit code 1"), () -> String.join("\n", lines));
        assertEquals("cores 2 8", line(lines, "cores"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "hello | is not a JSON object; name a file that play --json wrote",
        "[1,2] | is not a JSON object; name a file",
        "{\"a\": | is not a JSON object; name a file",
        "{} | is no summary of a run: 'settings' is missing or of another kind",
        "{\"settings\":{},\"frames\":3} | is no summary of a run: 'frames' is missing or of another kind",
        "{\"settings\":{},\"frames\":{},\"input\":{},\"world\":{},\"lanes\":[3],\"roles\":[]}"
            + " | is no summary of a run: 'lanes.name' is missing",
        "{\"settings\":{},\"frames\":{},\"input\":{},\"world\":{},\"lanes\":[],\"roles\":[]}"
            + " | is no summary of a run: 'seconds' is missing"})
    void whatIsNoSummaryIsRefused(String text, String why) throws Exception {
        String bad = file("bad", text);
        assertRefused("'" + bad + "': " + why, old("a", "mutex", "16.0"), bad);
    }

    @Test
    void damagedIntervalsAreRefused() throws Exception {
        String good = Files.readString(Path.of(run("a", 12, 100)));
        for (String bad : List.of(good.replace("\"each\":[", "\"each\":[7,"), good.replace("\"ns\":[1", "\"ns\":[-1"),
            good.replace("\"ns\":[", "\"nanos\":["),
            good.replace("\"times\":[]", "\"times\":[{\"group\":\"g\",\"of\":\"\",\"figure\":\"f\",\"each\":[\"?\"]}]"),
            good.replace("\"times\":[]",
                "\"times\":[{\"group\":\"g\",\"of\":\"\",\"figure\":\"f\",\"each\":[\"HISTFAAAA\"]}]"))) {
            assertNotEquals(good, bad);
            assertRefused("'" + folder.resolve("bad") + "': its 'intervals' are damaged", file("bad", bad),
                old("o", "mutex", "16.0"));
        }
    }

    @Test
    void filesThatAreNotThereAreRefused() throws Exception {
        String good = old("a", "mutex", "16.0");
        assertRefused("'" + folder + "/no': no such file; play --json FILE writes one", good, folder + "/no");
        assertRefused("'" + folder + "': is a folder; name a file", folder.toString(), good);
        assertRefused("missing required parameter: 'B.json'", good);
        assertRefused("--skip: 'x' is not usable; seconds from 0", good, good, "--skip", "x");
    }

    private void assertRefused(String first, String... args) {
        cli.err.getBuffer().setLength(0);
        String[] all = new String[args.length + 1];
        all[0] = "compare";
        System.arraycopy(args, 0, all, 1, args.length);
        assertEquals(2, cli.run(all), cli.out::toString);
        assertEquals("", cli.out.toString());
        List<String> lines = cli.err.toString().lines().toList();
        assertEquals(2, lines.size(), cli.err::toString);
        assertTrue(lines.get(0).startsWith("lockstep: " + first), lines.get(0));
        assertEquals("try: lockstep compare --help", lines.get(1));
    }
}
