package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import lockstep.assets.AssetSource;
import lockstep.engine.Topologies;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.sync.BarrierMode;
import lockstep.sync.Guards;
import org.junit.jupiter.api.Test;

class GameLauncherTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final GameLauncher launcher = new GameLauncher(System.out, new PrintStream(told, true));

    private static RunConfig config(String topology) throws Exception {
        AssetSource assets = AssetSource.builtIn();
        var shipped = new Topologies(assets, Registry.names(), Guards.names()).shipped(topology);
        return RunConfig.defaults(shipped.withSync(shipped.sync().withBarrier(BarrierMode.FREE)), assets);
    }

    @Test
    void onMacOsTheUsualTopologyGivesWayToOneThread() throws Exception {
        RunConfig fit = launcher.fit(config("four"), "macos");
        assertEquals("classic", fit.topology().name());
        assertEquals(BarrierMode.FREE, fit.topology().sync().barrier());
        assertTrue(told.toString().contains("'classic'"), told::toString);
    }

    @Test
    void whatWasAskedForOrRunsElsewhereStays() throws Exception {
        RunConfig four = config("four");
        RunConfig two = config("two");
        assertSame(four, launcher.fit(four, "x11"));
        assertSame(two, launcher.fit(two, "macos"));
        assertEquals("", told.toString());
    }
}
