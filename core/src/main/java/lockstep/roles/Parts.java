package lockstep.roles;

import java.util.Queue;
import java.util.function.Supplier;
import lockstep.assets.Loader;
import lockstep.engine.Conductor;
import lockstep.platform.EventPump;
import lockstep.platform.Surface;
import lockstep.replay.IntentSource;
import lockstep.session.Session;
import lockstep.settings.Settings;
import lockstep.sync.Barrier;
import lockstep.sync.Guard;
import lockstep.topology.Topology;
import lockstep.view.Aim;
import lockstep.view.Picture;
import lockstep.view.art.LoadedArt;
import lockstep.view.menu.Command;
import lockstep.view.menu.Inbox;
import lockstep.world.Effects;
import lockstep.world.World;

/**
 * Everything a role may be made of. Filled by {@link Session} before any lane starts; a role takes what it needs in its
 * constructor and keeps no reference to the rest.
 */
public final class Parts {
    public RunConfig config;
    public Topology topology;
    public World world;
    public Barrier barrier;
    public Conductor conductor;
    public EventPump pump;
    public Surface surface;
    public Inbox inbox;
    public Queue<Command> commands;
    public Aim aim;
    public Effects effects;
    public RenderStats frames;
    public InputStats input;
    /** Makes what is drawn, on the rendering lane; gives null when headless. */
    public Supplier<Picture> picture;
    public LoadedArt art;
    /** How many lanes may decode an asset at once: a limit, measured as a guard. */
    public Guard decodes;
    /** What the lanes with the role {@code assets} load with, or null. */
    public Loader loader;
    public Screenshots screenshots;
    public PhysicsRole.Plan plan;
    public IntentSource replay;
    /** Slots there can be in {@code bodies}. */
    public int capacity;
    /** Assets that have a state in {@code sectors}. */
    public int assets;
    /** True if the game opens with its title. */
    public boolean titled;
    /** The player's settings as they were at the start. */
    public Settings settings;
}
