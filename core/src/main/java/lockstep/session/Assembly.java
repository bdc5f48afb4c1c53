package lockstep.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import lockstep.assets.Catalogue;
import lockstep.assets.Loader;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.LaneSetup;
import lockstep.engine.Notes;
import lockstep.engine.SafePoint;
import lockstep.game.Game;
import lockstep.replay.Handover;
import lockstep.roles.InputStats;
import lockstep.roles.Parts;
import lockstep.roles.Registry;
import lockstep.roles.RenderStats;
import lockstep.roles.RunConfig;
import lockstep.roles.Screenshots;
import lockstep.sync.Barrier;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.Guard;
import lockstep.time.Clock;
import lockstep.topology.LaneSpec;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.view.Aim;
import lockstep.view.Picture;
import lockstep.view.art.LoadedArt;
import lockstep.view.menu.Inbox;
import lockstep.world.Effects;
import lockstep.world.World;
import org.jctools.queues.SpscArrayQueue;

/**
 * Puts a session together: makes the world, the lanes a topology asks for, their conductor, and what roles are made of. Only the
 * process main thread uses it, before any lane runs.
 */
final class Assembly {
    private static final int COMMANDS = 64;

    final Faults faults;
    final SafePoint safePoint = new SafePoint();
    final World world;
    final Notes notes = new Notes();
    final Conductor conductor;
    final FinalHash finalHash;
    final Parts parts;
    private final RunConfig config;
    private final LaneSetup setup;
    private final List<Lane> lanes = new ArrayList<>();

    /** {@code picture} makes what is drawn, on the rendering lane. */
    Assembly(RunConfig config, Ports ports, Clock clock, Supplier<Picture> picture) {
        this.config = config;
        Sync sync = config.topology().sync();
        int hz = (int) config.topology().hz(Topology.PHYSICS);
        Game game = new Game(config.seed(), config.bodies(), hz);
        finalHash = new FinalHash(ports.hashes());
        finalHash.begin(game.hash());
        faults = new Faults(config.injects().stream().map(FaultSpec::parse).toList());
        world = new World(game.capacity(), Catalogue.COUNT,
            new World.Sharing(sync.guard(), sync.granularity(), sync.order(), sync.hold()), config.views(), faults);
        Guard decodes = world.limit("decode", Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        setup = new LaneSetup(clock, faults, safePoint, config.isReplay(), world, config.seed(), notes);
        for (LaneSpec spec : config.topology().lanes()) {
            lanes.add(newLane(lanes.size(), spec.name()));
        }
        Lane input = planned(Topology.INPUT);
        Lane physics = planned(Topology.PHYSICS);
        Lane render = planned(Topology.RENDER);
        conductor = new Conductor(lanes, input);
        input.whenStarted(world::allHere);
        Barrier barrier = new Barrier(sync.barrier(), physics.number(), render.number());
        conductor.atStop(barrier::close);
        Handover handover = ports.replay() == null ? null
            : new Handover(input.number(), physics.number(), barrier.meets() && input == render);
        if (handover != null) {
            conductor.atStop(handover::close);
        }
        RenderStats frames = new RenderStats();
        frames.log().rule(config.late());
        Loader loader = new Loader(config.assets(), Loader.NEBULA_BYTES);
        parts = new Parts(config, ports.settings(), barrier,
            new Parts.Input(ports.pump(), new Inbox(), new SpscArrayQueue<>(COMMANDS), new Aim(),
                new InputStats(config.inputLog() != null), ports.titled(), ports.replay(), this::done),
            new Parts.Physics(game, hz, lastTick(ports), ports.log(), handover, finalHash, new Effects(), this::done),
            new Parts.Assets(loader, decodes),
            new Parts.Render(ports.surface(), new LoadedArt(loader, ports.surface().isWindow()), picture,
                new Screenshots(config.screenshots(), ports.screenshots()), frames));
    }

    private int lastTick(Ports ports) {
        if (ports.replay() != null) {
            return ports.replay().ticks();
        }
        return config.ticks() > 0 ? (int) config.ticks() : Integer.MAX_VALUE;
    }

    /** Puts every role on its lane; {@code renderHz} says how many frames a second a topology asks for. */
    void addRoles(ToDoubleFunction<Topology> renderHz) {
        Topology topology = config.topology();
        for (int i = 0; i < topology.lanes().size(); i++) {
            for (String role : topology.lanes().get(i).roles()) {
                boolean renders = role.equals(Topology.RENDER);
                boolean follows = role.equals(Topology.PHYSICS) && parts.barrier().follows();
                lanes.get(i).add(Registry.make(role, parts), Registry.number(role),
                    renders ? renderHz.applyAsDouble(topology) : topology.hz(role), !follows, renders);
            }
        }
    }

    /** The lane that the topology gives a role first. */
    private Lane planned(String role) {
        return lanes.get(config.topology().lanes().indexOf(config.topology().laneOf(role)));
    }

    /** A lane that is not started. */
    Lane newLane(int number, String name) {
        Lane lane = new Lane(number, name, setup);
        lane.recorder().recording(config.observed());
        world.races().join(lane.recorder());
        return lane;
    }

    /** The run has come to its end; any thread. */
    void done() {
        conductor.stop(Conductor.Reason.DONE);
    }
}
