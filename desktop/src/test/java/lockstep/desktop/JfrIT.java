package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.NewerJdk;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmc.common.item.Aggregators;
import org.openjdk.jmc.common.item.Attribute;
import org.openjdk.jmc.common.item.IAttribute;
import org.openjdk.jmc.common.item.IItem;
import org.openjdk.jmc.common.item.IItemCollection;
import org.openjdk.jmc.common.item.IItemIterable;
import org.openjdk.jmc.common.item.IType;
import org.openjdk.jmc.common.item.ItemFilters;
import org.openjdk.jmc.common.unit.UnitLookup;
import org.openjdk.jmc.flightrecorder.JfrAttributes;
import org.openjdk.jmc.flightrecorder.JfrLoaderToolkit;

/** Flight recordings that the jar writes, as the JDK's own tool counts their events and as Mission Control reads them. */
@EnabledOnOs(OS.LINUX)
final class JfrIT {
    private static final String OWN = System.getProperty("java.home");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunIsRecordedWhole(boolean newer) throws Exception {
        String java = newer ? NewerJdk.home() : OWN;
        GameJar jar = new GameJar(folder, java);
        GameJar.Ended ended =
            jar.run("--headless", "--autopilot", "--overlay", "off", "--seed", "3", "--ticks", "300", "--jfr", "run.jfr",
                "--json", "run.json", "--inject", "physics.hold=5ms@every=100ms");
        assertEquals(0, ended.exit(), () -> ended.err().toString());
        assertEquals(List.of(), ended.told());
        assertEquals(300, count(java, "run.jfr", "lockstep.Tick"));
        long waits = 0;
        for (JsonValue guard : jar.soundJson("run.json").get("guards")) {
            waits += guard.getLong("contended");
        }
        assertTrue(waits > 0);
        assertEquals(waits, count(java, "run.jfr", "lockstep.GuardWait"));
        seenByMissionControl(waits);
    }

    /** Mission Control's own reader finds the same events, each with its lane's thread, its length and its guard's owner. */
    private void seenByMissionControl(long waits) throws Exception {
        IItemCollection events = JfrLoaderToolkit.loadEvents(folder.resolve("run.jfr").toFile());
        assertEquals(300, events.apply(ItemFilters.type("lockstep.Tick")).getAggregate(Aggregators.count()).longValue());
        IItemCollection found = events.apply(ItemFilters.type("lockstep.GuardWait"));
        assertEquals(waits, found.getAggregate(Aggregators.count()).longValue());
        IAttribute<String> lane = Attribute.attr("lane", "Lane", UnitLookup.PLAIN_TEXT);
        IAttribute<String> owner = Attribute.attr("owner", "Owner", UnitLookup.PLAIN_TEXT);
        Set<String> lanes = Set.of("input", "physics", "assets", "render");
        for (IItemIterable items : found) {
            for (IItem wait : items) {
                String thread = of(wait, JfrAttributes.EVENT_THREAD).getThreadName();
                assertTrue(thread.equals(of(wait, lane)) || thread.equals("main"), () -> wait + " on " + thread);
                assertTrue(lanes.contains(of(wait, owner)), () -> wait + " owned by " + of(wait, owner));
                assertTrue(of(wait, JfrAttributes.DURATION).longValue() > 0, wait::toString);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T of(IItem item, IAttribute<T> attribute) {
        return attribute.getAccessor((IType<IItem>) item.getType()).getMember(item);
    }

    @Test
    void whatAKilledRunLeavesBehindCanBeAssembled() throws Exception {
        ChildJvm game = new GameJar(folder).startWithout(null, "--headless", "--autopilot", "--overlay", "off", "--seconds", "60",
            "--jfr", "run.jfr");
        Path left = null;
        try {
            left = Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> repository(game.pid()), found -> found != null);
            Path repository = left;
            long[] seen = {0, 0};
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                long bytes = bytes(repository);
                seen[1] += bytes > seen[0] ? 1 : 0;
                seen[0] = bytes;
                return seen[1] > 3;
            });
            game.signal("KILL");
            game.exit();
            assertTrue(Files.notExists(folder.resolve("run.jfr")));
            jfr(OWN, "assemble", left.toString(), "left.jfr");
            assertTrue(count(OWN, "left.jfr", "lockstep.Tick") > 0);
        } finally {
            game.kill();
            if (left != null) {
                for (Path file : list(left)) {
                    Files.delete(file);
                }
                Files.delete(left);
            }
        }
    }

    private static Path repository(long pid) throws IOException {
        return list(Path.of(System.getProperty("java.io.tmpdir"))).stream()
            .filter(p -> p.getFileName().toString().matches("\\d{4}(_\\d\\d){5}_" + pid)).findFirst().orElse(null);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static long bytes(Path folder) throws IOException {
        long sum = 0;
        for (Path file : list(folder)) {
            sum += Files.size(file);
        }
        return sum;
    }

    private int count(String java, String file, String event) throws Exception {
        return jfr(java, "summary", file).stream().map(line -> line.trim().split("\\s+")).filter(words -> words[0].equals(event))
            .mapToInt(words -> Integer.parseInt(words[1])).sum();
    }

    private List<String> jfr(String java, String... args) throws Exception {
        ProcessBuilder builder =
            new ProcessBuilder(Stream.concat(Stream.of(Path.of(java, "bin", "jfr").toString()), Stream.of(args)).toList());
        ChildJvm jfr = new ChildJvm(builder.directory(folder.toFile()).start());
        assertEquals(0, jfr.exit(), () -> jfr.err().toString());
        return jfr.out();
    }
}
