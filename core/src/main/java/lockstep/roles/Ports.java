package lockstep.roles;

import com.badlogic.gdx.graphics.Pixmap;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lockstep.engine.EventPump;
import lockstep.engine.Surface;
import lockstep.view.Picture;

/**
 * What a session reaches the outside through.
 *
 * @param pump where window events come from
 * @param surface what is drawn on
 * @param titled true if the game opens with its title
 * @param vsync true if frames wait for the display
 * @param frameCap cap in frames per second from the settings; 0 for the display's own rate
 * @param picture makes what is drawn, on the rendering lane, or returns null when headless
 * @param log where intents are recorded
 * @param replay recorded intents, or null when live
 * @param hashes told the simulation's hash
 * @param screenshots takes pictures read back, bottom row first, and disposes them without blocking the caller
 */
public record Ports(EventPump pump, Surface surface, boolean titled, boolean vsync, int frameCap,
                    Function<Session, Picture> picture, IntentLog log, IntentSource replay, HashListener hashes,
                    BiConsumer<Path, Pixmap> screenshots) {
    /** Ports without a window, for a run that is only measured. */
    public static Ports headless(RunConfig config, IntentLog log, IntentSource replay, HashListener hashes) {
        return new Ports(EventPump.NONE, Surface.none(config.width(), config.height()), false, false, 0, s -> null, log, replay,
            hashes, (file, pixels) -> pixels.dispose());
    }
}
