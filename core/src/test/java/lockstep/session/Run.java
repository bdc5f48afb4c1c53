package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import lockstep.HangWatch;
import lockstep.assets.AssetSource;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.Switcher;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.replay.IntentSource;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.sync.Guards;
import lockstep.topology.Sync;
import lockstep.topology.Topologies;
import lockstep.topology.Topology;
import lockstep.topology.TopologyFile;
import lockstep.world.Counter;

/** Headless runs of the real game, each watched. */
public final class Run {
    private static final long HANGS_SECONDS = 60;

    private Run() {
    }

    public static Topology shipped(String name) throws Exception {
        return new Topologies(AssetSource.builtIn(), Registry.names(), Guards.names()).shipped(name);
    }

    static Topology parse(String toml) throws Exception {
        return TopologyFile.parse("made-up", "made-up.toml", toml, Registry.names(), Guards.names());
    }

    static Topology with(Topology topology, UnaryOperator<Sync> change) {
        return topology.withSync(change.apply(topology.sync()));
    }

    /** A replay of {@code source} that has not begun. */
    public static Session replay(Topology topology, long seed, int bodies, IntentSource source, String... injects)
        throws Exception {
        RunConfig config = RunConfig.builder(topology, AssetSource.builtIn()).headless(true).mute(true).seed(seed).bodies(bodies)
            .replay(Path.of("script")).views(true).injects(List.of(injects)).build();
        return new Session(config, Ports.headless(config, IntentLog.NONE, source, HashListener.NONE));
    }

    /** A live run by the autopilot, which has not begun. */
    static Session live(Topology topology, long seed, long ticks, IntentLog log, String... injects) throws Exception {
        RunConfig config = RunConfig.builder(topology, AssetSource.builtIn()).headless(true).mute(true).seed(seed).autopilot(true)
            .ticks(ticks).views(true).injects(List.of(injects)).build();
        return new Session(config, Ports.headless(config, log, null, HashListener.NONE));
    }

    /** A run that has not begun; live changes go by what {@code rules} makes of the usual rules. */
    public static Session session(RunConfig config, Ports ports, UnaryOperator<Switcher.Rules> rules) {
        return new Session(config, ports, rules);
    }

    /** As the other {@code live}, without an end; live changes go by what {@code rules} makes of the usual rules. */
    static Session live(Topology topology, long seed, UnaryOperator<Switcher.Rules> rules) throws Exception {
        RunConfig config = RunConfig.builder(topology, AssetSource.builtIn()).headless(true).mute(true).seed(seed).autopilot(true)
            .views(true).build();
        return new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE), rules);
    }

    /** Runs it to its end, which must be a good one. */
    public static Session finish(Session session) throws Exception {
        String what = describe(session);
        Conductor.Reason reason = HangWatch.watch(what, HANGS_SECONDS, session::run, () -> session.stop(Conductor.Reason.DONE));
        assertSame(Conductor.Reason.DONE, reason, () -> what + " ended: " + reason.line());
        for (Lane lane : session.lanes()) {
            assertEquals(Conductor.Ended.JOINED, session.conductor().ended(lane), () -> what + ", lane " + lane.name());
        }
        return session;
    }

    /** What no lock ever lets happen. */
    static void assertClean(Session session) {
        assertWhole(session);
        assertEquals(0, session.frames().skewedFrames(), () -> describe(session) + ": skewed frames");
    }

    /** What no lock and no exchange ever lets happen. */
    static void assertWhole(Session session) {
        String what = describe(session);
        assertTrue(session.world().viewsChecked() > 0, what);
        assertEquals(0, session.world().viewsBad(), () -> what + ": bad views");
        assertEquals(0, session.frames().tornFrames(), () -> what + ": torn frames");
        assertEquals(0, session.world().lostUpdates(), () -> what + ": lost updates");
        assertEquals(session.finalHash().tick(), session.world().tally(Counter.TICKS), what);
    }

    static String describe(Session session) {
        Topology t = session.config().topology();
        return t.name() + " " + t.lanes() + " " + t.sync() + " " + session.config().injects();
    }
}
