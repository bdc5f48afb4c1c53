package lockstep.session;

import java.util.function.UnaryOperator;
import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.engine.SafePoint;
import lockstep.engine.Switcher;
import lockstep.roles.Parts;
import lockstep.roles.Registry;
import lockstep.sync.BarrierMode;
import lockstep.sync.Deadlock;
import lockstep.sync.OnDeadlock;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.world.World;

/**
 * Applies changes to the world and roles of a running session. The switcher calls it while every lane is paused, so nothing here
 * is shared; only {@link #pauseWaits} may run beside lanes.
 */
final class Live implements Switcher.Rules {
    private final Session session;
    private final Parts parts;

    private Live(Session session) {
        this.session = session;
        parts = session.parts();
    }

    /** The switcher of a session whose lanes pause at {@code safePoint}; {@code rules} may wrap these rules. */
    static Switcher switcher(Session session, SafePoint safePoint, UnaryOperator<Switcher.Rules> rules) {
        return new Switcher(session.conductor(), safePoint, session.config().topology(), rules.apply(new Live(session)),
            session::newLane);
    }

    @Override
    public Role make(String role) {
        session.world().keepNewest();
        return Registry.make(role, parts);
    }

    @Override
    public void moved(String role, Lane from, Lane to) {
        session.world().move(role, from.recorder(), to.recorder());
    }

    @Override
    public void left(String role, Lane lane) {
        session.world().leave(role, lane.recorder());
    }

    @Override
    public int number(String role) {
        return Registry.number(role);
    }

    @Override
    public double laneHz(Topology topology, String role) {
        if (role.equals(Topology.PHYSICS) && topology.sync().barrier() != BarrierMode.FREE) {
            return 0;
        }
        return role.equals(Topology.RENDER) ? session.renderHz(topology) : topology.hz(role);
    }

    @Override
    public String lockedUp() {
        Deadlock d = session.onDeadlock() == OnDeadlock.REPORT ? session.deadlocks().lasting() : null;
        return d == null ? null : "nothing was changed: " + d.lanes()
            + " wait for each other and cannot pause; set 'on deadlock' (F2) to 'break' first";
    }

    @Override
    public void pauseWaits(boolean on) {
        parts.barrier().pause(on);
    }

    @Override
    public void apply(Topology topology) {
        Sync sync = topology.sync();
        session.permits(sync.permits());
        session.world().share(new World.Sharing(sync.guard(), sync.granularity(), sync.order(), sync.hold()));
        parts.barrier().set(sync.barrier(), laneOf(Topology.PHYSICS).number(), laneOf(Topology.RENDER).number());
    }

    private Lane laneOf(String role) {
        return session.laneOf(role);
    }
}
