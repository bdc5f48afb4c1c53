package lockstep.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.engine.RoleStats;
import lockstep.engine.Topology;
import lockstep.world.Counter;

/** Runs a topology with the role {@code heartbeat}; loaded beside a registry that knows it. */
public final class HeartbeatRun {
    private static final long SEED = 3;

    private HeartbeatRun() {
    }

    /** A replay whose lanes are given as in a topology file; fails unless the new role ran and disturbed nothing. */
    public static void check(String toml) throws Exception {
        Topology topology = Run.parse(toml);
        Script script = new Script(SEED, 400);
        Session session = Run.finish(Run.replay(topology, SEED, 0, script));
        Run.assertClean(session);
        assertEquals(Script.hash(script, SEED, 0, 120), session.finalHash().hash());
        RoleStats beats = session.laneOf("heartbeat").stats().stream().filter(s -> s.role().equals("heartbeat")).findFirst().orElseThrow();
        assertTrue(beats.runs() > 0);
        long others = session.world().ledger(Counter.TICKS) + session.world().ledger(Counter.FRAMES);
        assertTrue(session.world().ledger(Counter.RUNS) >= others + beats.runs());
        assertEquals(session.world().ledger(Counter.RUNS), session.world().tally(Counter.RUNS));
    }
}
