package lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.TestLane;
import lockstep.engine.Conductor.Reason;
import lockstep.time.Clock;
import lockstep.topology.LaneSpec;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import org.junit.jupiter.api.AfterEach;

/**
 * Real lanes that a switcher changes, with roles that do nothing. {@link #letTimePass} moves their clock on, so that a long
 * pause takes the test no time.
 */
abstract class SwitchedLanes implements Switcher.Rules {
    private static final long JOIN_MS = 300;

    private final AtomicLong aheadNs = new AtomicLong();
    final Clock clock = () -> System.nanoTime() + aheadNs.get();
    final SafePoint safePoint = new SafePoint();
    final List<PausedRole> made = new ArrayList<>();
    Conductor conductor;
    Switcher switcher;
    private FutureTask<Reason> run;

    /** A topology whose lanes are given as {@code "main: input, a; work: b"}. */
    static Topology topology(String lanes, Map<String, Double> hz) {
        List<LaneSpec> specs = new ArrayList<>();
        for (String lane : lanes.split(";")) {
            String[] parts = lane.split(":");
            specs.add(new LaneSpec(parts[0].strip(), parts.length == 1 ? List.of() : List.of(parts[1].strip().split(", "))));
        }
        Map<String, Double> rates = new LinkedHashMap<>(hz);
        specs.forEach(l -> l.roles().forEach(r -> rates.putIfAbsent(r, 200.0)));
        return new Topology("test", "", specs, rates, Sync.DEFAULT);
    }

    static Topology topology(String lanes) {
        return topology(lanes, Map.of());
    }

    /** Starts lanes that run what {@code first} says. */
    void begin(Topology first) throws Exception {
        List<Lane> lanes = new ArrayList<>();
        for (LaneSpec spec : first.lanes()) {
            Lane lane = newLane(lanes.size(), spec.name());
            for (String role : spec.roles()) {
                lane.add(make(role), number(role), first.hz(role), role.equals(Topology.RENDER));
            }
            lanes.add(lane);
        }
        conductor = new Conductor(lanes, lanes.get(first.lanes().indexOf(first.mainLane())), 15_000, JOIN_MS);
        switcher = new Switcher(conductor, safePoint, first, this, this::newLane);
        run = new FutureTask<>(conductor::run);
        Thread main = new Thread(run, "main lane");
        main.setDaemon(true);
        main.start();
        for (Lane lane : lanes) {
            TestLane.until(() -> lane.awaitStarted(1));
        }
    }

    private Lane newLane(int number, String name) {
        return TestLanes.lane(number, name, clock, safePoint);
    }

    @AfterEach
    void endTheRun() throws Exception {
        if (run != null) {
            conductor.stop(Reason.DONE);
            Reason reason = TestLane.result(run);
            switcher.close();
            if (expectedEnd() == null) {
                assertSame(Reason.DONE, reason, String.valueOf(reason.line()));
            } else {
                assertTrue(reason.line().startsWith(expectedEnd()), reason.line());
            }
        }
    }

    /** How the line begins with which the run is to end, or null for a good end. */
    String expectedEnd() {
        return null;
    }

    /** Waits for an answer, which must be that all went well. */
    static void done(Future<String> answer) throws Exception {
        assertNull(answer.get(TestLane.HANGS_SECONDS, TimeUnit.SECONDS));
    }

    void letTimePass(long ns) {
        aheadNs.addAndGet(ns);
    }

    /** The role of that name that was made last. */
    PausedRole role(String name) {
        synchronized (made) {
            return made.stream().filter(r -> r.name().equals(name)).reduce((a, b) -> b).orElseThrow();
        }
    }

    @Override
    public PausedRole make(String role) {
        PausedRole fresh = new PausedRole(role);
        synchronized (made) {
            made.add(fresh);
        }
        return fresh;
    }

    @Override
    public int number(String role) {
        return 0;
    }

    @Override
    public double laneHz(Topology topology, String role) {
        return topology.hz(role);
    }

    @Override
    public void pauseWaits(boolean on) {
    }

    @Override
    public void apply(Topology topology) {
    }
}
