package lockstep.roles;

import java.util.Queue;
import java.util.function.Supplier;
import lockstep.assets.Loader;
import lockstep.engine.RoleContext;
import lockstep.game.Game;
import lockstep.platform.EventPump;
import lockstep.platform.Surface;
import lockstep.replay.Handover;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.replay.IntentSource;
import lockstep.settings.Settings;
import lockstep.sync.Barrier;
import lockstep.sync.Guard;
import lockstep.view.Aim;
import lockstep.view.Picture;
import lockstep.view.art.LoadedArt;
import lockstep.view.menu.Command;
import lockstep.view.menu.Inbox;
import lockstep.world.Effects;

/**
 * What the game's own roles are made of, besides the {@link RoleContext} that every role gets. Made before any lane starts; a
 * role takes what it needs in its constructor and keeps no reference to the rest.
 *
 * @param settings the player's, as they were at the start
 */
public record Parts(RunConfig config, Settings settings, Barrier barrier, Input input, Physics physics, Assets assets,
                    Render render) {
    /**
     * What input works with.
     *
     * @param titled true if the game opens with its title
     * @param replay recorded intents, or null when live
     * @param quit ends the run
     */
    public record Input(EventPump pump, Inbox inbox, Queue<Command> commands, Aim aim, InputStats stats, boolean titled,
                        IntentSource replay, Runnable quit) {
    }

    /**
     * What physics works with.
     *
     * @param hz ticks a second
     * @param lastTick after which physics calls {@code done}
     * @param log where intents are recorded
     * @param replay hands over recorded intents, or null when live
     * @param hashes told the simulation's hash
     * @param effects where what is to be heard and seen of a tick goes
     */
    public record Physics(Game game, int hz, int lastTick, IntentLog log, Handover replay, HashListener hashes, Effects effects,
                          Runnable done) {
    }

    /**
     * What the lanes with the role {@code assets} load with.
     *
     * @param decodes how many lanes may decode an asset at once: a limit, measured as a guard
     */
    public record Assets(Loader loader, Guard decodes) {
    }

    /**
     * What render works with.
     *
     * @param picture makes what is drawn, on the rendering lane; gives null when headless
     */
    public record Render(Surface surface, LoadedArt art, Supplier<Picture> picture, Screenshots screenshots, RenderStats stats) {
    }
}
