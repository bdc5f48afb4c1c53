package lockstep.overlay.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.engine.TestLanes;
import lockstep.sync.Barrier;
import lockstep.sync.BarrierMode;
import lockstep.sync.Deadlocks;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;
import lockstep.sync.Races;
import lockstep.time.Clock;
import lockstep.topology.LaneSpec;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.world.World;

/** A game that obeys at once, or keeps its answers back until told. One thread. */
final class PretendGame implements LiveGame {
    static final Topology FOUR = topology("four", List.of("input"), List.of("physics"), List.of("assets"), List.of("render"));
    static final Topology CLASSIC = topology("classic", List.of("input", "physics", "render"), List.of("assets"));

    private record Named(String name) implements Role {
        @Override
        public boolean run() {
            return true;
        }
    }

    final List<Topology> changes = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<CompletableFuture<String>> kept = new ArrayList<>();
    final List<Lane> lanes = new ArrayList<>();
    Topology topology = FOUR;
    List<FaultSpec> widened = List.of();
    TopologySaver saver;
    String answer;
    String refuses;
    boolean paused;
    boolean keepsAnswers;

    final World world =
        new World(4, 1, new World.Sharing("mutex", Granularity.WORLD, Order.SORTED, Hold.COPY), false, Faults.NONE);
    private final Races races = new Races();
    private final Deadlocks deadlocks = new Deadlocks();

    @Override
    public Races races() {
        return races;
    }

    @Override
    public Deadlocks deadlocks() {
        return deadlocks;
    }

    @Override
    public CompletableFuture<String> findRaces(boolean on) {
        races.on(on, List.of());
        asked.add("races " + on);
        return CompletableFuture.completedFuture(null);
    }

    OnDeadlock onDeadlock = OnDeadlock.REPORT;

    @Override
    public OnDeadlock onDeadlock() {
        return onDeadlock;
    }

    @Override
    public void onDeadlock(OnDeadlock value) {
        onDeadlock = value;
    }

    PretendGame() {
        int n = 0;
        for (String role : Topology.STANDARD_ROLES) {
            Lane lane = TestLanes.lane(n, role, Clock.SYSTEM, Faults.NONE, false);
            lane.add(new Named(role), n++, 60, false);
            lanes.add(lane);
        }
    }

    @SafeVarargs
    private static Topology topology(String name, List<String>... lanes) {
        List<LaneSpec> specs = new ArrayList<>();
        for (List<String> roles : lanes) {
            specs.add(new LaneSpec(roles.size() > 1 ? "main" : roles.get(0), roles));
        }
        return new Topology(name, "about " + name, specs, Topology.DEFAULT_HZ, Sync.DEFAULT);
    }

    private CompletableFuture<String> answer(Runnable work) {
        CompletableFuture<String> future = new CompletableFuture<>();
        if (answer == null) {
            work.run();
        }
        if (keepsAnswers) {
            kept.add(future);
        } else {
            future.complete(answer);
        }
        return future;
    }

    @Override
    public Topology topology() {
        return topology;
    }

    @Override
    public List<Topology> shipped() {
        return List.of(FOUR, CLASSIC);
    }

    @Override
    public String refuses(Topology t) {
        return refuses;
    }

    @Override
    public String idle(String dial) {
        return null;
    }

    @Override
    public List<Lane> lanes() {
        return lanes;
    }

    @Override
    public World world() {
        return world;
    }

    @Override
    public Barrier barrier() {
        return new Barrier(BarrierMode.PIPELINED, 1, 3);
    }

    @Override
    public long tick() {
        return 12;
    }

    @Override
    public long frame() {
        return 6;
    }

    @Override
    public List<FaultSpec> planted() {
        return widened;
    }

    @Override
    public List<FaultSpec> widened() {
        return widened;
    }

    @Override
    public long fired() {
        return 0;
    }

    @Override
    public boolean paused() {
        return paused;
    }

    @Override
    public CompletableFuture<String> change(Topology next) {
        changes.add(next);
        return answer(() -> topology = next);
    }

    @Override
    public CompletableFuture<String> pause(boolean on) {
        return answer(() -> paused = on);
    }

    @Override
    public CompletableFuture<String> stepTick() {
        return answer(() -> asked.add("tick"));
    }

    @Override
    public CompletableFuture<String> stepLane(Lane lane) {
        return answer(() -> asked.add("lane " + lane.name()));
    }

    @Override
    public CompletableFuture<String> widen(List<FaultSpec> specs) {
        return answer(() -> widened = specs);
    }

    @Override
    public CompletableFuture<String> save(String name, String text, boolean overwrite) {
        return saver.save(name, text, overwrite);
    }
}
