package lockstep.desktop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lockstep.roles.OverlayMode;
import lockstep.roles.RunConfig;
import lockstep.roles.Screenshot;
import lockstep.sync.BarrierMode;
import lockstep.sync.FaultSpec;
import lockstep.sync.Granularity;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
    @TempDir
    Path folder;
    private final CliRun cli = new CliRun();

    @Test
    void noCommandMeansPlayWithDefaults() {
        assertEquals(0, cli.run());
        assertEquals("four", cli.played.topology().name());
        assertTrue(cli.played.seed() >= 0);
        RunConfig plain = RunConfig.builder(cli.played.topology(), cli.played.assets()).seed(cli.played.seed()).build();
        assertEquals(plain, cli.played);
        assertEquals("", cli.out.toString() + cli.err);
    }

    @Test
    void everyOptionOfPlayReachesTheConfig() {
        Path json = folder.resolve("run.json");
        Path picture = folder.resolve("a@b.png");
        assertEquals(0,
            cli.run("--topology", "two", "--guard", "none", "--permits", "1", "--granularity", "region", "--order=as-written",
                "--hold", "tick", "--barrier", "free", "--hz", "physics=60", "--hz", "input=0", "--seed", "-5",
                "--autopilot", "--bodies", "20000", "--seconds", "2.5", "--ticks", "1000", "--size", "7680x4320",
                "--fullscreen", "--fps", "61", "--record", folder.resolve("r").toString(), "--inject", "hog=2@every=1s",
                "--inject", "physics.tick=20ms@tick=500", "--views", "--json", json.toString(), "--screenshot",
                picture + "@1.5", "--overlay", "full", "--mute", "--input-log", folder.resolve("keys").toString()));
        assertEquals("none", cli.played.topology().sync().guard());
        assertEquals(1, cli.played.topology().sync().permits());
        assertEquals(Granularity.REGION, cli.played.topology().sync().granularity());
        assertEquals(Order.AS_WRITTEN, cli.played.topology().sync().order());
        assertEquals(Hold.TICK, cli.played.topology().sync().hold());
        assertEquals(BarrierMode.FREE, cli.played.topology().sync().barrier());
        assertEquals(60, cli.played.topology().hz("physics"));
        assertEquals(0, cli.played.topology().hz("input"));
        assertEquals(-5, cli.played.seed());
        assertEquals(2.5, cli.played.seconds());
        assertEquals(1000, cli.played.ticks());
        assertEquals(List.of(7680, 4320, 61, 20000),
            List.of(cli.played.width(), cli.played.height(), cli.played.fps(), cli.played.bodies()));
        assertTrue(cli.played.autopilot() && cli.played.fullscreen() && cli.played.views() && cli.played.mute());
        assertFalse(cli.played.headless());
        assertEquals(List.of("hog=2@every=1s", "physics.tick=20ms@tick=500"), cli.played.injects());
        assertEquals(List.of(new Screenshot(picture, 1.5)), cli.played.screenshots());
        assertEquals(OverlayMode.FULL, cli.played.overlay());
        assertEquals(json, cli.played.json());
        assertEquals(folder.resolve("keys"), cli.played.inputLog());
        assertFalse(cli.played.isReplay());
    }

    @Test
    void aDialWithoutEffectIsAcceptedAndSaid() {
        assertEquals(0, cli.run("play", "--topology", "classic", "--order", "sorted", "--barrier", "free", "--hold", "tick"));
        assertEquals(List.of("lockstep: --order sorted has no effect with granularity world",
            "lockstep: --barrier free has no effect with physics and render on one lane"), cli.err.toString().lines().toList());
    }

    @Test
    void replayPassesTheRecordingAndItsExitCode() throws Exception {
        Path recording = Files.writeString(folder.resolve("run.lsr"), "x");
        assertEquals(7, cli.run("replay", recording.toString(), "--expect", "00FFab", "--topology", "two", "--headless"));
        assertEquals(recording, cli.replayed.replay());
        assertEquals("00ffab", cli.replayed.expectHash());
        assertTrue(cli.replayed.headless() && cli.replayed.isReplay());
        assertNull(cli.replayed.record());
        assertEquals("two", cli.replayed.topology().name());
    }

    @Test
    void topologiesAreListedOneALineOnStdout() {
        assertEquals(0, cli.run("topologies"));
        List<String> lines = cli.out.toString().lines().toList();
        assertEquals(4, lines.size());
        assertTrue(lines.get(0).matches("four +input physics assets render +one lane for each role"), lines.get(0));
        assertTrue(lines.get(1).startsWith("classic  main=input+physics+assets+render "), lines.get(1));
        assertEquals("", cli.err.toString());
    }

    @Test
    void aBrokenTopologyDoesNotHideTheOthers() throws Exception {
        Files.createDirectories(folder.resolve("topologies"));
        Files.writeString(folder.resolve("topologies/good.toml"),
            "[lanes]\nm = [\"input\", \"physics\", \"assets\", \"render\"]\n");
        Files.writeString(folder.resolve("topologies/bad.toml"), "[lanes]\n");
        assertEquals(2, cli.run("topologies", "--assets", folder.toString()));
        assertTrue(cli.out.toString().startsWith("good  m=input"), cli.out.toString());
        assertTrue(cli.err.toString().startsWith("lockstep: topologies/bad.toml:1: [lanes] is empty"), cli.err.toString());
    }

    @Test
    void theDoctorReportsWhatIsMissingToAPerson() {
        assertEquals(0, cli.run("doctor"));
        assertEquals("", cli.out.toString());
        assertEquals(List.of("java   21", "gl     none", "sound  could not be checked", "missing:",
            "  gl: apt install mesa", "  sound: java.lang.UnsatisfiedLinkError: no openal"), cli.err.toString().lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "play", "replay", "compare", "topologies", "doctor"})
    void everyCommandHasHelpAndVersion(String command) {
        String[] prefix = command.isEmpty() ? new String[0] : new String[] {command};
        for (String option : List.of("--help", "--version")) {
            String[] args = Stream.concat(Stream.of(prefix), Stream.of(option)).toArray(String[]::new);
            assertEquals(0, cli.run(args));
        }
        assertTrue(cli.out.toString().contains("Usage: lockstep") && cli.out.toString().contains("Lockstep "),
            cli.out.toString());
        assertNull(cli.played);
    }

    @Test
    void aRunThatFailsIsOneLineAndExitCode1() {
        cli.failure = new IOException("the disk is full");
        assertEquals(1, cli.run("play"));
        assertEquals(List.of("lockstep: the disk is full"), cli.err.toString().lines().toList());
    }

    @Test
    void theHelpHasEveryPointAndFormOfAFault() {
        String refused = assertThrows(IllegalArgumentException.class, () -> FaultSpec.parse("x=1ms@every=1s")).getMessage();
        String points = refused.substring(refused.indexOf("there are ") + "there are ".length());
        assertEquals(0, cli.run("play", "--help"));
        String help = cli.out.toString().replaceAll("\\s+", " ");
        for (String word : (points + ", every=1s, every=64, p=0.01,seed=7, tick=500, 20ms, 50us, sleep:20ms, park:1ms, yield")
            .split(", ")) {
            assertTrue(help.contains(word), () -> word + " in " + help);
        }
    }

    @Test
    void theHelpNamesEveryGuard() {
        assertEquals(0, cli.run("play", "--help"));
        String help = cli.out.toString().replaceAll("\\s+", " ");
        assertTrue(help.contains(": " + String.join(", ", Guards.names())), help);
    }

    @Test
    void itsNameIsWrittenAsItIsTyped() throws Exception {
        Path here = Path.of("/home/player").toAbsolutePath();
        assertEquals("java -jar " + Path.of("desktop", "lockstep.jar"),
            Cli.typed(here.resolve("desktop/lockstep.jar").toUri().toURL(), here));
        assertEquals("java -jar " + here.resolve("lockstep.jar"),
            Cli.typed(here.resolve("lockstep.jar").toUri().toURL(), here.resolve("games")));
        assertEquals("java -jar \"" + Path.of("my games", "lockstep.jar") + '"',
            Cli.typed(here.resolve("my games/lockstep.jar").toUri().toURL(), here));
        assertEquals("lockstep", Cli.typed(here.resolve("target/classes/").toUri().toURL(), here));
    }
}
