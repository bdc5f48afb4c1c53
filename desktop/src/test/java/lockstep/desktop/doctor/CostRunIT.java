package lockstep.desktop.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import lockstep.assets.AssetSource;
import lockstep.desktop.game.GameLauncher;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import lockstep.sync.Guards;
import lockstep.topology.Topologies;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A run that is not watched is really not watched, and one that is shows what that took. */
class CostRunIT {
    private static final long SETTLE_MS = 500;
    private static final long MS = 500;

    @BeforeAll
    static void natives() {
        GameLauncher.loadNatives();
    }

    private static RunConfig watched() throws Exception {
        AssetSource assets = AssetSource.builtIn();
        return RunConfig.builder(new Topologies(assets, Registry.names(), Guards.names()).shipped("four"), assets).headless(true)
            .mute(true).autopilot(true).build();
    }

    @Test
    void aWatchedRunRecordsSpansAndItsWatchersTakeCpuTime() throws Exception {
        CostRun run = CostRun.measure(watched(), SETTLE_MS, MS);
        assertEquals(Set.of("input", "physics", "assets", "render"), run.lanes().keySet());
        assertTrue(run.p50Ms() > 0 && run.p50Ms() <= run.p99Ms(), run::toString);
        run.lanes()
            .forEach((name, lane) -> assertTrue(lane.runsPerS() > 0 && lane.spansPerS() >= lane.runsPerS(), name + " " + lane));
        assertTrue(run.observersCpu().get("blame") > 0 && run.observersCpu().get("meter") > 0, run::toString);
    }

    @Test
    void aRunThatIsNotWatchedRecordsNothingAndNobodyWatches() throws Exception {
        CostRun run = CostRun.measure(RunConfigBuilder.from(watched()).observed(false).build(), SETTLE_MS, MS);
        assertTrue(run.p50Ms() > 0, run::toString);
        run.lanes().forEach((name, lane) -> assertTrue(lane.runsPerS() > 0 && lane.spansPerS() == 0, name + " " + lane));
        assertEquals(0, run.observersCpu().get("blame") + run.observersCpu().get("meter"), run::toString);
    }
}
