package lockstep.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CliErrorsTest {
    @TempDir
    Path folder;
    private final CliRun cli = new CliRun();

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongUsageIsOneLineAndAHint(String first, String hint, String line) {
        String[] args = line.isEmpty() ? new String[] {""} : line.replace("DIR", folder.toString()).split(" ");
        assertEquals(2, cli.run(args), cli.err::toString);
        List<String> lines = cli.err.toString().lines().toList();
        assertEquals(2, lines.size(), cli.err::toString);
        assertTrue(lines.get(0).startsWith("lockstep: " + first.replace("DIR", folder.toString())), lines.get(0));
        assertEquals("try: lockstep " + hint, lines.get(1));
        assertEquals("", cli.out.toString());
        assertNull(cli.played);
        assertNull(cli.replayed);
    }

    static Stream<Arguments> wrong() {
        String play = "play --help";
        String replay = "replay --help";
        return Stream.of(
            fault("unknown topology 'fuor'; did you mean 'four'? shipped: four, classic, two, loaders", "topologies",
                "--topology fuor"),
            fault("no topology file 'nope/two.toml'; did you mean 'two'? shipped: four", "topologies",
                "--topology nope/two.toml"),
            fault("DIR: is a directory; name a topology file in it", "topologies", "--topology DIR"),
            fault("unknown command 'plya'; did you mean 'play'? commands: play, replay, compare, topologies, doctor", "--help",
                "plya"),
            fault("unknown command ''; commands: play", "--help", ""),
            fault("unknown option '--sed'; did you mean '--seed'?", play, "--sed=4"),
            fault("--permits: '65' is not usable; a whole number from 0 to 64", play, "--permits 65"),
            fault("--permits: '-1' is not usable", play, "--permits -1"),
            fault("unknown option '-x'", play, "-x"),
            fault("'play' takes no 'four' here; options start with --", play, "play four"),
            fault("missing required parameter for option '--seed'", play, "--seed"),
            fault("expected parameter for option '--seed' but found '--mute'", play, "--seed --mute"),
            fault("option '--seed' (N) should be specified only once", play, "--seed 1 --seed 2"),
            fault("--seed: 'x' is not usable; a whole number from -9223372036854775808", play, "--seed x"),
            fault("--seed: '9223372036854775808' is not usable", play, "--seed 9223372036854775808"),
            fault("--bodies: '20001' is not usable; a whole number from 0 to 20000", play, "--bodies 20001"),
            fault("--bodies: '-1' is not usable", play, "--bodies -1"),
            fault("--bodies: '1.5' is not usable", play, "--bodies 1.5"),
            fault("--fps: '1001' is not usable; a whole number from 0 to 1000", play, "--fps 1001"),
            fault("--seconds: '0' is not usable; a number above 0", play, "--seconds 0"),
            fault("--seconds: 'NaN' is not usable", play, "--seconds NaN"),
            fault("--seconds: '1e3' is not usable", play, "--seconds 1e3"),
            fault("--ticks: '0' is not usable; a whole number from 1 to 1000000000", play, "--ticks 0"),
            fault("--size: '319x240' is not usable; WxH in pixels, from 320x240 to 7680x4320", play, "--size 319x240"),
            fault("--size: '7680x4321' is not usable", play, "--size 7680x4321"),
            fault("--size: '720p' is not usable", play, "--size 720p"),
            fault("--guard: unknown guard 'mutx'; did you mean 'mutex'? one of: fair-mutex, monitor, mutex, none,", play,
                "--guard mutx"),
            fault("--granularity: unknown granularity 'x'; one of: world, region", play, "--granularity x"),
            fault("--order: unknown order 'written'; one of: sorted, as-written", play, "--order written"),
            fault("--hold: unknown hold 'x'; one of: copy, tick", play, "--hold x"),
            fault("--barrier: unknown barrier 'x'; one of: free, pipelined, lockstep", play, "--barrier x"),
            fault("--hz: 'physics' is not usable; ROLE=N", play, "--hz physics"),
            fault("--hz: unknown role 'phisics'; did you mean 'physics'? roles of 'four': input, physics", play,
                "--hz phisics=1"),
            fault("--hz: '10001' is not usable; a number from 0 to 10000 after input=", play, "--hz input=10001"),
            fault("--hz: '29' is not usable; a whole number from 30 to 1000 after physics=", play, "--hz physics=29"),
            fault("--hz: '60.5' is not usable", play, "--hz physics=60.5"),
            fault("--overlay: unknown overlay 'ful'; did you mean 'full'? one of: off, compact, full", play, "--overlay ful"),
            fault("--inject nonsense: it is not of the form", play, "--inject nonsense"),
            fault("--screenshot: 'a.png' is not usable; FILE@SECONDS", play, "--screenshot a.png"),
            fault("--screenshot: 'x' is not usable; seconds from 0", play, "--screenshot a.png@x"),
            fault("--screenshot needs a window; leave out --headless", play, "--headless --screenshot DIR/a.png@1"),
            fault("--json: 'DIR/no/x' cannot be written; its folder does not exist", play, "--json DIR/no/x"),
            fault("--json: 'DIR' is a folder; name a file in it", play, "--json DIR"),
            fault("--record: 'DIR/no/x' cannot be written", play, "--record DIR/no/x"),
            fault("--input-log: 'DIR' is a folder", play, "--input-log DIR"),
            fault("--screenshot: 'DIR/no/x' cannot be written", play, "--screenshot DIR/no/x@1"),
            fault("--frames: 'DIR/no/x.csv' cannot be written; its folder does not exist", play, "--frames DIR/no/x.csv"),
            fault("--mangohud: 'DIR/no/x.csv' cannot be written; its folder does not exist", play, "--mangohud DIR/no/x.csv"),
            fault("--hlog: 'DIR/no/x' cannot be written; its folder does not exist", play, "--hlog DIR/no/x"),
            fault("--frames: 'run-Stats.csv' is not usable; CapFrameX ignores names that end in -stats.csv, choose another", play,
                "--frames run-Stats.csv"),
            fault("--mangohud: 'DIR/x' is also the file of --frames", play, "--mangohud DIR/x --frames DIR/x"),
            fault("--record: 'DIR/x' is also the file of --json", play, "--json DIR/x --record DIR/x"),
            fault(
                "--record: 'DIR/a' is written as a.part first, and that is the file of --json; give one"
                    + " of them another name",
                play, "--record DIR/a --json DIR/a.part"),
            fault("--record: 'DIR/./a.part' is the temporary name of the file of --json; give it another name", play,
                "--json DIR/a --record DIR/./a.part"),
            fault("--hlog: 'DIR/a.part' is the temporary name of the file of --frames", play,
                "--frames DIR/a --hlog DIR/a.part"),
            fault("--screenshot: 'DIR/a' is written as a.part first, and that is the file of --report", play,
                "--report DIR/a.part --screenshot DIR/a@1"),
            fault(
                "--inject phisics.tick: no role or lane is called 'phisics'; did you mean 'physics'? roles, and lanes of 'four':"
                    + " assets, input, physics, render",
                play, "--inject phisics.tick=1ms@every=1s"),
            fault("--inject main.tick: no role or lane is called 'main'", play, "--inject main.tick=1ms@every=1s"),
            fault("--assets: asset folder 'DIR/no' does not exist", play, "--assets DIR/no"),
            fault("unknown topology 'four'; shipped: none", "topologies", "--assets DIR"),
            fault("missing required parameter: 'FILE'", replay, "replay"),
            fault("'DIR': is a folder, not a recording", replay, "replay DIR"),
            fault("'DIR/no': no such recording", replay, "replay DIR/no"),
            fault("unknown option '--seed'", replay, "replay x --seed 1"),
            fault("unknown option '--topology'", "doctor --help", "doctor --topology four"));
    }

    private static Arguments fault(String first, String hint, String line) {
        return Arguments.of(first, hint, line);
    }

    @Test
    void theRecordingIsNeverOverwritten() throws Exception {
        Path recording = Files.writeString(folder.resolve("r"), "x");
        assertEquals(2, cli.run("replay", recording.toString(), "--json", folder + "/./r"));
        assertTrue(cli.err.toString().contains("is also the file of the recording"), cli.err.toString());
    }

    @Test
    void theRecordingIsNeverOverwrittenByAFileThatGrows() throws Exception {
        Path recording = Files.writeString(folder.resolve("r.part"), "x");
        assertEquals(2, cli.run("replay", recording.toString(), "--json", folder + "/r"));
        assertTrue(cli.err.toString().contains("is written as r.part first, and that is the file of the recording"),
            cli.err.toString());
    }

    @Test
    void theTopologyFileIsNeverOverwritten() throws Exception {
        Path topology =
            Files.writeString(folder.resolve("t.toml"), "[lanes]\nmain = [\"input\", \"physics\", \"assets\", \"render\"]\n");
        assertEquals(2, cli.run("--topology", topology.toString(), "--json", topology.toString()));
        assertTrue(cli.err.toString().contains("is also the file of --topology"), cli.err.toString());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void twoNamesOfOneFileAreFoundOut() throws Exception {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        Path old = Files.writeString(real.resolve("old"), "x");
        Files.createSymbolicLink(folder.resolve("other"), old);
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("real/new"));
        for (List<Path> two : List.of(List.of(real.resolve("new"), link.resolve("new")), List.of(old, folder.resolve("other")),
            List.of(link.resolve("../real/new.part"), folder.resolve("dangling")),
            List.of(folder.resolve("dangling"), real.resolve("new")))) {
            CliRun run = new CliRun();
            assertEquals(2, run.run("--json", two.get(0).toString(), "--record", two.get(1).toString()), two::toString);
            assertTrue(run.err.toString().startsWith("lockstep: --record: "), run.err.toString());
        }
    }

    @Test
    void aBadHashIsRefused() throws Exception {
        Path recording = Files.writeString(folder.resolve("r"), "x");
        assertEquals(2, cli.run("replay", recording.toString(), "--expect", "xyz"));
        assertTrue(cli.err.toString().startsWith("lockstep: --expect: 'xyz' is not usable; 1 to 16 hex digits"),
            cli.err.toString());
    }

    @Test
    void aFileOfArgumentsIsNotExpanded() throws Exception {
        Path file = Files.writeString(folder.resolve("args"), "--mute");
        assertEquals(2, cli.run("play", "@" + file));
    }
}
