package lockstep.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lockstep.sync.Guard;
import lockstep.sync.Order;
import lockstep.time.LaneTimer;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/**
 * One critical section of a role: the guards of the regions it names, taken together and given back together.
 *
 * <p>Only the lane of its role calls it, {@link #enter} and {@link #exit} in pairs. Every guard is taken once, in its
 * strongest mode, before anything is read or written. Inside a section that already holds them (hold {@code tick}) it
 * takes nothing.
 */
public final class Scope {
    private final Access role;
    private LaneTimer lane;
    private final Guard[] guards;
    private final boolean[] writes;
    private final Scope outer;
    private int held;
    private long sinceNs;
    private boolean entered;

    /** @param outer the section that holds all guards of the role's tick, or null */
    Scope(World world, Access role, LaneTimer lane, Scope outer, Need... needs) {
        this.role = role;
        this.lane = lane;
        this.outer = outer;
        List<Need> order = new ArrayList<>(List.of(needs));
        if (world.sharing().order() == Order.SORTED) {
            order.sort(Comparator.comparing(Need::region));
        }
        List<Guard> distinct = new ArrayList<>();
        for (Need n : order) {
            if (!distinct.contains(world.guardOf(n.region()))) {
                distinct.add(world.guardOf(n.region()));
            }
        }
        guards = distinct.toArray(new Guard[0]);
        writes = new boolean[guards.length];
        for (Need n : needs) {
            writes[distinct.indexOf(world.guardOf(n.region()))] |= n.write();
        }
    }

    void moveTo(LaneTimer to) {
        lane = to;
    }

    /**
     * Takes all guards of this section.
     *
     * @return false if a guard was not to be had within the role's time limit; then none is held
     * @throws InterruptedException if the lane was interrupted while waiting; then none is held
     */
    public boolean enter() throws InterruptedException {
        if (entered) {
            throw new IllegalStateException("lane '" + lane.name() + "' enters a section it is in");
        }
        if (outer != null && outer.entered) {
            entered = true;
            return true;
        }
        boolean all = false;
        try {
            while (held < guards.length) {
                if (!guards[held].acquire(lane, writes[held], role.limitNs())) {
                    return false;
                }
                if (held++ == 0) {
                    sinceNs = lane.now();
                    role.firstTaken();
                }
            }
            all = true;
            entered = true;
            return true;
        } finally {
            if (!all) {
                releaseAll();
            }
        }
    }

    /** Gives all guards back, last taken first. Fails unless {@link #enter} returned true. */
    public void exit() {
        if (!entered) {
            throw new IllegalStateException("lane '" + lane.name() + "' leaves a section it is not in");
        }
        entered = false;
        releaseAll();
    }

    private void releaseAll() {
        if (held == 0) {
            return;
        }
        long now = lane.now();
        while (held > 0) {
            Guard g = guards[--held];
            g.release(lane, writes[held]);
            if (g.excludes()) {
                lane.span(SpanKind.HOLD, sinceNs, now, SpanRing.NOBODY, g.number(), 0);
                g.stats().held(lane.lane(), now - sinceNs);
            }
        }
    }
}
