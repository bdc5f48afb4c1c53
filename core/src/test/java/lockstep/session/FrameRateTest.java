package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import lockstep.assets.AssetSource;
import lockstep.platform.Surface;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import org.junit.jupiter.api.Test;

class FrameRateTest {
    private static RunConfigBuilder config() throws Exception {
        return RunConfig.builder(Run.shipped("four"), AssetSource.builtIn());
    }

    private static Surface window(int refreshHz, boolean needsCap) {
        Surface s = mock(Surface.class);
        when(s.isWindow()).thenReturn(true);
        when(s.refreshHz()).thenReturn(refreshHz);
        when(s.needsCap()).thenReturn(needsCap);
        return s;
    }

    @Test
    void theCommandLineComesBeforeTheTopologyAndThatBeforeTheSettings() throws Exception {
        assertEquals(75, new FrameRate(config().fps(75).build(), window(144, false), 30, true).hz(50));
        assertEquals(50, new FrameRate(config().build(), window(144, false), 30, true).hz(50));
        assertEquals(30, new FrameRate(config().build(), window(144, false), 30, true).hz(0));
        assertEquals(144, new FrameRate(config().fps(0).build(), window(144, true), 30, true).hz(0));
    }

    @Test
    void theDisplaySetsThePaceWhereFramesWaitForIt() throws Exception {
        FrameRate rate = new FrameRate(config().build(), window(100, false), 0, true);
        assertEquals(102, rate.hz(0), 1e-9);
        rate.set(0, false);
        assertEquals(100, rate.hz(0));
        assertEquals(60, new FrameRate(config().build(), window(0, true), 0, true).hz(0));
    }

    @Test
    void headlessIsSixtyAndAReplayHasNoCap() throws Exception {
        assertEquals(60, new FrameRate(config().build(), Surface.none(640, 360), 30, true).hz(0));
        assertEquals(0, new FrameRate(config().replay(Path.of("r")).build(), window(60, true), 30, true).hz(50));
    }
}
