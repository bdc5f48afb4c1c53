package lockstep.desktop.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lockstep.assets.AssetSource;
import lockstep.files.OneLine;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import lockstep.sync.FaultSpec;
import lockstep.topology.Nearest;
import lockstep.topology.Sync;
import lockstep.topology.Topologies;
import lockstep.topology.Topology;
import lockstep.topology.TopologyException;
import lockstep.topology.Words;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that {@code play} and {@code replay} share. */
final class RunOptions {
    @Option(names = "--topology", paramLabel = "NAME|FILE", description = "which roles run on which lanes (four)")
    private String topology = "four";
    @Option(names = "--guard", paramLabel = "NAME", description = "how lanes enter the world: mutex, fair-mutex, monitor,"
        + " rw-lock, stamped, semaphore, spin, triple-buffer, none")
    private String guard;
    @Option(names = "--permits", paramLabel = "N", description = "lanes that may run at once, 0 for all; 1 is a GIL")
    private String permits;
    @Option(names = "--granularity", paramLabel = "world|region", description = "one guard for all regions, or one each")
    private String granularity;
    @Option(names = "--order", paramLabel = "sorted|as-written", description = "order of several guards in one scope")
    private String order;
    @Option(names = "--hold", paramLabel = "copy|tick", description = "hold a lock while copying, or the whole tick")
    private String hold;
    @Option(names = "--barrier", paramLabel = "free|pipelined|lockstep", description = "how far physics may lead render")
    private String barrier;
    @Option(names = "--hz", paramLabel = "ROLE=N",
        description = "runs a second of a role, 0 to 10000 (physics 30 to 1000); may be repeated")
    private List<String> hz = new ArrayList<>();
    @Mixin
    private AssetOption assets = new AssetOption();
    @Option(names = "--seconds", paramLabel = "N", description = "end after N seconds")
    private String seconds;
    @Option(names = "--ticks", paramLabel = "N", description = "end after N physics ticks")
    private String ticks;
    @Option(names = "--headless", description = "no window and no sound (replay is always headless)")
    private boolean headless;
    @Option(names = "--inject", paramLabel = "POINT=WHAT@WHEN", description = {
        "plant a fault, for example render.draw=20ms@every=1s; may be repeated",
        "POINT: ROLE.tick, ROLE.hold, ROLE.tally, of a role or a lane; assets.decode, assets.read, render.draw, render.upload,"
            + " world.copy; gc; hog",
        "WHAT: 20ms or 50us of work, sleep:20ms, park:1ms, yield; for gc now; for hog how many threads burn a core each for"
            + " 500 ms",
        "WHEN: every=1s, every=64 (calls), p=0.01,seed=7 (of each call), tick=500; gc and hog are called every 2 ms and know no"
            + " ticks"})
    private List<String> injects = new ArrayList<>();
    @Option(names = "--views", description = "check that lanes see only published states of the world")
    private boolean views;
    @Option(names = "--races", description = "look for races: accesses to the world that nothing orders")
    private boolean races;
    @Option(names = "--on-deadlock", paramLabel = "report|break|exit", description = "what to do when lanes deadlock (report)")
    private String onDeadlock = "report";
    @Option(names = "--json", paramLabel = "FILE", description = "write a summary of the run")
    private String json;
    @Mixin
    private ExportOptions exports = new ExportOptions();

    /**
     * Checks the options and begins a config with them. Prints settings without effect to the error stream. Throws
     * {@link UsageException} for a wrong value.
     */
    RunConfigBuilder resolve(Wiring wiring, Outputs outputs) {
        for (String inject : injects) {
            Values.checked("--inject", () -> {
                wiring.injectCheck().accept(inject);
                return inject;
            });
        }
        AssetSource source = assets.open();
        Topology resolved = withRates(withSync(load(source, wiring, outputs), wiring));
        injects.forEach(inject -> checkOwner(FaultSpec.parse(inject), resolved, wiring));
        noteIdleDials(resolved, wiring);
        Path summary = Values.path("--json", json);
        outputs.writes("--json", summary);
        return RunConfig.builder(resolved, source)
            .seconds(seconds == null ? 0 : Values.decimal("--seconds", seconds, Double.MIN_VALUE, 1_000_000,
                "a number above 0, at most 1000000"))
            .ticks(Values.whole("--ticks", ticks, 1, 1_000_000_000, 0))
            .headless(headless).injects(injects).views(views).json(summary)
            .late(exports.late()).exports(exports.files(outputs))
            .races(races).onDeadlock(Values.checked("--on-deadlock", () -> Words.onDeadlock(onDeadlock)));
    }

    private static void checkOwner(FaultSpec spec, Topology topology, Wiring wiring) {
        Set<String> owners = new TreeSet<>(wiring.roles());
        topology.lanes().forEach(lane -> owners.add(lane.name()));
        if (spec.owner() != null && !owners.contains(spec.owner())) {
            throw new UsageException("--inject " + spec.point() + ": no role or lane is called " + OneLine.quote(spec.owner())
                + Nearest.help(spec.owner(), "roles, and lanes of '" + topology.name() + "'", owners));
        }
    }

    private Topology load(AssetSource source, Wiring wiring, Outputs outputs) {
        try {
            Topologies topologies = new Topologies(source, wiring.roles(), wiring.guards());
            Topology found = topologies.find(topology);
            if (!topologies.names().contains(topology)) {
                outputs.reads("--topology", Path.of(topology));
            }
            return found;
        } catch (TopologyException e) {
            throw new UsageException(e.getMessage(), "topologies");
        }
    }

    private Topology withSync(Topology base, Wiring wiring) {
        Sync sync = base.sync();
        if (guard != null) {
            String[] known = new TreeSet<>(wiring.guards()).toArray(String[]::new);
            sync = sync.withGuard(Values.checked("--guard", () -> Words.parse("guard", known, word -> word, guard)));
        }
        sync = sync.withPermits((int) Values.whole("--permits", permits, 0, Topology.MAX_LANES, sync.permits()));
        if (granularity != null) {
            sync = sync.withGranularity(Values.checked("--granularity", () -> Words.granularity(granularity)));
        }
        if (order != null) {
            sync = sync.withOrder(Values.checked("--order", () -> Words.order(order)));
        }
        if (hold != null) {
            sync = sync.withHold(Values.checked("--hold", () -> Words.hold(hold)));
        }
        if (barrier != null) {
            sync = sync.withBarrier(Values.checked("--barrier", () -> Words.barrier(barrier)));
        }
        return base.withSync(sync);
    }

    private Topology withRates(Topology base) {
        Topology result = base;
        for (String rate : hz) {
            int equals = rate.indexOf('=');
            if (equals < 0) {
                throw Values.wrong("--hz", rate, "ROLE=N, for example physics=60");
            }
            String role = rate.substring(0, equals);
            Set<String> placed = base.roles();
            if (!placed.contains(role)) {
                throw new UsageException("--hz: unknown role " + OneLine.quote(role)
                    + Nearest.help(role, "roles of '" + base.name() + "'", placed));
            }
            result = result.withHz(role, Values.decimal("--hz", rate.substring(equals + 1), hz -> Topology.takesHz(role, hz),
                Topology.hzRange(role) + " after " + role + "="));
        }
        return result;
    }

    private void noteIdleDials(Topology resolved, Wiring wiring) {
        Map<String, String> idle = resolved.noEffect();
        note(wiring, idle, "permits", permits);
        note(wiring, idle, "granularity", granularity);
        note(wiring, idle, "order", order);
        note(wiring, idle, "hold", hold);
        note(wiring, idle, "barrier", barrier);
    }

    private static void note(Wiring wiring, Map<String, String> idle, String dial, String given) {
        if (given != null && idle.containsKey(dial)) {
            wiring.err().println("lockstep: --" + dial + " " + given + " has no effect " + idle.get(dial));
        }
    }
}
