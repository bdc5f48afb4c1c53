package lockstep.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import lockstep.assets.AssetStats;
import lockstep.blame.LateFrames;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.Notes;
import lockstep.engine.Rates;
import lockstep.engine.Switcher;
import lockstep.platform.Surface;
import lockstep.roles.InputStats;
import lockstep.roles.Parts;
import lockstep.roles.RenderStats;
import lockstep.roles.RunConfig;
import lockstep.sync.Deadlocks;
import lockstep.sync.Faults;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Permits;
import lockstep.sync.Races;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.Turn;
import lockstep.topology.Topology;
import lockstep.watch.Examiner;
import lockstep.watch.Meter;
import lockstep.watch.Watchdog;
import lockstep.world.Counter;
import lockstep.world.World;

/**
 * One run of the game: runs the lanes that an {@link Assembly} put together, and keeps what they
 * measured. The process main thread makes it and calls {@link #run}; the rest may be read by any thread, and is exact
 * once {@code run} has returned.
 */
public final class Session {
    private final RunConfig config;
    private final Ports ports;
    private final Clock clock = Clock.SYSTEM;
    private final Assembly assembly;
    private final Parts parts;
    private final World world;
    private final Conductor conductor;
    private final Switcher switcher;
    private final Meter meter;
    private final Examiner examiner;
    private final Deadlocks deadlocks = new Deadlocks();
    private final LateFrames lateFrames = new LateFrames();
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
        this.ports = ports;
        onDeadlock = config.onDeadlock();
        frameRate = new FrameRate(config, ports.surface(), ports.settings().frameCap(), ports.settings().vsync());
        assembly = new Assembly(config, ports, clock, () -> ports.picture().apply(this));
        parts = assembly.parts;
        world = assembly.world;
        conductor = assembly.conductor;
        permits(config.topology().sync().permits());
        conductor.atStop(this::closePermits);
        examiner = config.isReplay() || !config.observed() ? null
            : new Examiner(conductor.lanes(), world::guards, frames().log(), new SpanNames(this), lateFrames, clock, this::say);
        assembly.addRoles(this::renderHz);
        if (config.races()) {
            races().on(recorders());
        }
        meter = new Meter(conductor.lanes(), clock);
        RunIntervals.follow(meter.intervals(), parts, world);
        switcher = Live.switcher(this, assembly.safePoint, rules);
    }

    private void closePermits() {
        Permits now = permits;
        if (now != null) {
            now.close();
        }
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
        frames().budget(hz > 0 ? Math.round(1e9 / hz) : 0);
        return hz;
    }

    /** Runs the game on the calling thread, the process main thread, and returns why it ended. */
    public Conductor.Reason run() {
        Watchdog dog = new Watchdog(conductor, world::guards, deadlocks, this::onDeadlock, races(), clock, surface().isWindow(),
            this::say);
        Watchers watchers = new Watchers(meter, config.observed(), dog, examiner);
        startNs = clock.nanos();
        try (RunTimer timer = new RunTimer()) {
            timer.endAfter(config.seconds(), assembly::done);
            timer.plant(faults(), clock);
            watchers.start();
            return conductor.run();
        } finally {
            switcher.close();
            endNs = clock.nanos();
            watchers.finish();
            parts.assets().loader().close();
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
        return world;
    }

    public RenderStats frames() {
        return parts.render().stats();
    }

    public InputStats input() {
        return parts.input().stats();
    }

    /** What became of the assets. */
    public AssetStats assets() {
        return parts.assets().loader().stats();
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

    /** A lane that is not started. */
    Lane newLane(int number, String name) {
        return assembly.newLane(number, name);
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
        return world.races();
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
        return assembly.faults;
    }

    /** What roles noted so far; any thread. */
    public Notes notes() {
        return assembly.notes;
    }

    /** The surface drawn on. */
    public Surface surface() {
        return ports.surface();
    }

    /** Last tick and the simulation's hash after it, once physics has stopped. */
    public FinalHash finalHash() {
        return assembly.finalHash;
    }

    /** Ticks so far, by the tally; any thread. */
    public int ticks() {
        return (int) world.ledger(Counter.TICKS);
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
