package lockstep.desktop;

import java.util.concurrent.atomic.AtomicReference;
import lockstep.engine.EventPump;
import lockstep.roles.HashListener;
import lockstep.roles.IntentLog;
import lockstep.roles.Ports;
import lockstep.roles.RunConfig;
import lockstep.roles.Session;

/** The game in a window. Main thread only. */
final class WindowedGame {
    private final RunConfig config;
    private final IntentLog log;

    WindowedGame(RunConfig config, IntentLog log) {
        this.config = config;
        this.log = log;
    }

    GameLauncher.Finished run() {
        throw new UnsupportedOperationException("not yet");
    }
}
