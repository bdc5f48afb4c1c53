package lockstep.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lockstep.assets.AssetStats;
import lockstep.assets.Catalogue;
import lockstep.assets.Loader;
import lockstep.blame.LateFrames;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.Rates;
import lockstep.engine.Role;
import lockstep.engine.SafePoint;
import lockstep.engine.Switcher;
import lockstep.game.Game;
import lockstep.platform.Surface;
import lockstep.replay.Handover;
import lockstep.roles.InputStats;
import lockstep.roles.Parts;
import lockstep.roles.PhysicsRole;
import lockstep.roles.Registry;
import lockstep.roles.RenderStats;
import lockstep.roles.RunConfig;
import lockstep.roles.Screenshots;
import lockstep.sync.Barrier;
import lockstep.sync.Deadlocks;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Permits;
import lockstep.sync.Races;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.Turn;
import lockstep.topology.LaneSpec;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.view.Aim;
import lockstep.view.art.LoadedArt;
import lockstep.view.menu.Inbox;
import lockstep.watch.Examiner;
import lockstep.watch.Meter;
import lockstep.watch.Watchdog;
import lockstep.world.Counter;
import lockstep.world.Effects;
import lockstep.world.World;
import org.jctools.queues.SpscArrayQueue;

/**
 * One run of the game: makes the world, the roles and the lanes a topology asks for, runs them, and keeps what they
 * measured. The process main thread makes it and calls {@link #run}; the rest may be read by any thread, and is exact
 * once {@code run} has returned.
 */
public final class Session {
    private static final int COMMANDS = 64;

    private final RunConfig config;
    private final Ports ports;
    private final Clock clock = Clock.SYSTEM;
    private final Faults faults;
    private final Parts parts = new Parts();
    private final List<Lane> lanes = new ArrayList<>();
    private final SafePoint safePoint = new SafePoint();
    private final Switcher switcher;
    private final Conductor conductor;
    private final Meter meter;
    private final Examiner examiner;
    private final Deadlocks deadlocks = new Deadlocks();
    private final LateFrames lateFrames = new LateFrames();
    private final FinalHash finalHash;
    private volatile Consumer<String> say = line -> {};
    private volatile Permits permits;
    private volatile OnDeadlock onDeadlock;
    private final FrameRate frameRate;
    private long startNs;
    private long endNs;

    public Session(RunConfig config, Ports ports) {
        this(config, ports, UnaryOperator.identity());
    }

    /** As the other constructor; live changes go by what {@code rules} makes of the usual rules. */
    Session(RunConfig config, Ports ports, UnaryOperator<Switcher.Rules> rules) {
        this.config = config;
        onDeadlock = config.onDeadlock();
        this.ports = ports;
        finalHash = new FinalHash(ports.hashes());
        frameRate = new FrameRate(config, ports.surface(), ports.settings().frameCap(), ports.settings().vsync());
        Topology topology = config.topology();
        faults = new Faults(config.injects().stream().map(FaultSpec::parse).toList());
        for (LaneSpec spec : topology.lanes()) {
            lanes.add(newLane(lanes.size(), spec.name()));
        }
        conductor = new Conductor(lanes, planned(Topology.INPUT));
        fillParts(topology);
        examiner = config.isReplay() || !config.observed() ? null
            : new Examiner(conductor.lanes(), parts.world::guards, parts.frames.log(), new SpanNames(this), lateFrames, clock,
                this::say);
        for (int i = 0; i < topology.lanes().size(); i++) {
            for (String role : topology.lanes().get(i).roles()) {
                Role made = Registry.make(role, parts);
                lanes.get(i).add(made, Registry.number(role),
                    role.equals(Topology.RENDER) ? renderHz(topology) : topology.hz(role),
                    !role.equals(Topology.PHYSICS) || !parts.barrier.follows(), role.equals(Topology.RENDER));
            }
        }
        if (config.races()) {
            races().on(recorders());
        }
        meter = new Meter(conductor.lanes(), clock);
        RunIntervals.follow(meter.intervals(), parts);
        switcher = Live.switcher(this, safePoint, rules);
    }

    private void fillParts(Topology topology) {
        Sync sync = topology.sync();
        int hz = (int) topology.hz(Topology.PHYSICS);
        Game game = new Game(config.seed(), config.bodies(), hz);
        finalHash.begin(game.hash());
        int input = planned(Topology.INPUT).number();
        int physics = planned(Topology.PHYSICS).number();
        int render = planned(Topology.RENDER).number();
        parts.config = config;
        parts.topology = topology;
        parts.capacity = game.capacity();
        parts.assets = Catalogue.COUNT;
        parts.loader = new Loader(config.assets(), Loader.NEBULA_BYTES);
        parts.art = new LoadedArt(parts.loader, ports.surface().isWindow());
        parts.world = new World(parts.capacity, parts.assets,
            new World.Sharing(sync.guard(), sync.granularity(), sync.order(), sync.hold()), config.views(), faults);
        parts.decodes = parts.world.limit("decode", Math.max(1, Runtime.getRuntime().availableProcessors() - 1));
        planned(Topology.INPUT).whenStarted(parts.world::allHere);
        parts.barrier = new Barrier(sync.barrier(), physics, render);
        parts.conductor = conductor;
        parts.pump = ports.pump();
        parts.surface = ports.surface();
        parts.titled = ports.titled();
        parts.settings = ports.settings();
        parts.inbox = new Inbox();
        parts.commands = new SpscArrayQueue<>(COMMANDS);
        parts.aim = new Aim();
        parts.effects = new Effects();
        parts.frames = new RenderStats();
        parts.frames.log().rule(config.late());
        parts.input = new InputStats(config.inputLog() != null);
        parts.screenshots = new Screenshots(config.screenshots(), ports.screenshots());
        parts.replay = ports.replay();
        Handover handover = ports.replay() == null ? null
            : new Handover(input, physics, parts.barrier.meets() && input == render);
        int lastTick =
            ports.replay() != null ? ports.replay().ticks() : config.ticks() > 0 ? (int) config.ticks() : Integer.MAX_VALUE;
        parts.plan = new PhysicsRole.Plan(game, hz, lastTick, ports.log(), handover, finalHash, this::done);
        conductor.atStop(parts.barrier::close);
        permits(sync.permits());
        conductor.atStop(() -> {
            Permits now = permits;
            if (now != null) {
                now.close();
            }
        });
        if (handover != null) {
            conductor.atStop(handover::close);
        }
        parts.picture = () -> ports.picture().apply(this);
    }

    /** Lets so many lanes run at once, 0 for all; before the lanes start, or while they all stand. */
    void permits(int count) {
        permits = count > 0 && count < conductor.lanes().size() ? new Permits(count) : null;
        for (Lane lane : conductor.lanes()) {
            lane.recorder().turn(permits == null ? Turn.NONE : permits.turn(lane.recorder()));
        }
    }

    /** Draws at most so many frames a second from now on, 0 for the display's own rate; only the rendering lane. */
    public void frameCap(int fps, boolean vsync) {
        frameRate.set(fps, vsync);
        double hz = renderHz(topology());
        laneOf(Topology.RENDER).rate(Topology.RENDER, hz, hz);
    }

    /** The rate of frames under a topology, in Hz, 0 for no cap; makes it the budget of a frame. */
    double renderHz(Topology topology) {
        double hz = frameRate.hz(topology.hz(Topology.RENDER));
        parts.frames.budget(hz > 0 ? Math.round(1e9 / hz) : 0);
        return hz;
    }

    private void done() {
        conductor.stop(Conductor.Reason.DONE);
    }

    /** Runs the game on the calling thread, the process main thread, and returns why it ended. */
    public Conductor.Reason run() {
        Watchdog dog =
            new Watchdog(conductor, parts.world::guards, deadlocks, this::onDeadlock, races(), clock, surface().isWindow(),
                this::say);
        Watchers watchers = new Watchers(meter, config.observed(), dog, examiner);
        startNs = clock.nanos();
        try (RunTimer timer = new RunTimer()) {
            timer.endAfter(config.seconds(), this::done);
            timer.plant(faults, clock);
            watchers.start();
            return conductor.run();
        } finally {
            switcher.close();
            endNs = clock.nanos();
            watchers.finish();
            parts.loader.close();
        }
    }

    private void say(String line) {
        say.accept(line);
    }

    /** Ends the run; any thread. */
    public void stop(Conductor.Reason reason) {
        conductor.stop(reason);
    }

    public RunConfig config() {
        return config;
    }

    public Parts parts() {
        return parts;
    }

    public World world() {
        return parts.world;
    }

    public RenderStats frames() {
        return parts.frames;
    }

    public InputStats input() {
        return parts.input;
    }

    /** What became of the assets. */
    public AssetStats assets() {
        return parts.loader.stats();
    }

    /** The lane that runs a role now, the first if there are several; any thread. */
    public Lane laneOf(String role) {
        for (Lane lane : conductor.lanes()) {
            if (lane.stats().stream().anyMatch(r -> r.role().equals(role))) {
                return lane;
            }
        }
        throw new IllegalStateException("role '" + role + "' is on no lane");
    }

    /** The lane that the topology gives a role first. */
    private Lane planned(String role) {
        return lanes.get(config.topology().lanes().indexOf(config.topology().laneOf(role)));
    }

    /** A lane that is not started. */
    Lane newLane(int number, String name) {
        Lane lane = new Lane(number, name, clock, faults, config.isReplay(), safePoint);
        lane.recorder().recording(config.observed());
        if (parts.world != null) {
            races().join(lane.recorder());
        }
        return lane;
    }

    private List<LaneRecorder> recorders() {
        return conductor.lanes().stream().map(Lane::recorder).toList();
    }

    /**
     * Who is told, on a thread of its own, what is found while the game runs: races, deadlocks, lanes that starve.
     * Before {@link #run}.
     */
    public void onFound(Consumer<String> line) {
        say = line;
    }

    /** The deadlocks so far; any thread. */
    public Deadlocks deadlocks() {
        return deadlocks;
    }

    /** What is done about a deadlock; any thread. */
    public OnDeadlock onDeadlock() {
        return onDeadlock;
    }

    /** Does that about the next deadlock, and about one that lasts; any thread. */
    public void onDeadlock(OnDeadlock value) {
        onDeadlock = value;
    }

    /** The late frames so far and what made them late; any thread. */
    public LateFrames lateFrames() {
        return lateFrames;
    }

    /** The races found so far; any thread. */
    public Races races() {
        return parts.world.races();
    }

    /** Looks for races from now on, or no more: switched at a safe point. Any thread; the answer is that of the switcher. */
    public CompletableFuture<String> races(boolean on) {
        return switcher.quietly(() -> races().on(on, recorders()));
    }

    /** Changes the running game. */
    public Switcher switcher() {
        return switcher;
    }

    /** The topology in force; any thread. */
    public Topology topology() {
        return switcher.topology();
    }

    /** The lanes, by number; they may grow while the game runs. */
    public List<Lane> lanes() {
        return conductor.lanes();
    }

    public Conductor conductor() {
        return conductor;
    }

    public Meter meter() {
        return meter;
    }

    public Faults faults() {
        return faults;
    }

    /** The surface drawn on. */
    public Surface surface() {
        return ports.surface();
    }

    /** Last tick and the simulation's hash after it, once physics has stopped. */
    public FinalHash finalHash() {
        return finalHash;
    }

    /** Ticks so far, by the tally; any thread. */
    public int ticks() {
        return (int) parts.world.ledger(Counter.TICKS);
    }

    /** How long the run has taken so far, or took, in ns. */
    public long elapsedNs() {
        return rates().endNs() - startNs;
    }

    /** What lanes and roles have done so far for each second; any thread. */
    public Rates rates() {
        return new Rates(startNs, endNs != 0 ? endNs : clock.nanos());
    }
}
