package lockstep.session;

import com.badlogic.gdx.graphics.Pixmap;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lockstep.platform.EventPump;
import lockstep.platform.Surface;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.replay.IntentSource;
import lockstep.roles.RunConfig;
import lockstep.settings.Settings;
import lockstep.view.Picture;

/**
 * How a session reaches the outside.
 *
 * @param pump where window events come from
 * @param surface what is drawn on
 * @param titled true if the game opens with its title
 * @param settings the player's settings as they are at the start
 * @param picture makes what is drawn, on the rendering lane, or returns null when headless
 * @param log where intents are recorded
 * @param replay recorded intents, or null when live
 * @param hashes receives the simulation's hashes
 * @param screenshots receives pictures that were read back, bottom row first, and disposes of them without blocking the caller
 */
public record Ports(EventPump pump, Surface surface, boolean titled, Settings settings,
                    Function<Session, Picture> picture, IntentLog log, IntentSource replay, HashListener hashes,
                    BiConsumer<Path, Pixmap> screenshots) {
    /** Ports without a window, for a run that is only measured. */
    public static Ports headless(RunConfig config, IntentLog log, IntentSource replay, HashListener hashes) {
        return new Ports(EventPump.NONE, Surface.none(config.width(), config.height()), false, Settings.DEFAULT, s -> null, log,
            replay,
            hashes, (file, pixels) -> pixels.dispose());
    }
}
