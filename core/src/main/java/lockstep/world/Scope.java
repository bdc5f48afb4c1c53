package lockstep.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lockstep.sync.Fault;
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
    private final LaneTimer lane;
    private final long limitNs;
    private final Guard[] guards;
    private final boolean[] writes;
    private final Scope outer;
    private final Fault afterFirst;
    private int held;
    private long sinceNs;
    private boolean entered;

    Scope(World world, LaneTimer lane, long limitNs, Scope outer, Fault afterFirst, Need... needs) {
        this.lane = lane;
        this.limitNs = limitNs;
        this.outer = outer;
        this.afterFirst = afterFirst;
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
                if (!guards[held].acquire(lane, writes[held], limitNs)) {
                    return false;
                }
                if (held++ == 0) {
                    sinceNs = lane.now();
                    if (afterFirst.armed()) {
                        afterFirst.fire(lane, 0);
                    }
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

    /** Gives all guards back, last taken first. */
    public void exit() {
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
            if (g.kind() == Guard.Kind.LOCK) {
                lane.span(SpanKind.HOLD, sinceNs, now, SpanRing.NOBODY, g.number(), 0);
                g.stats().held(lane.lane(), now - sinceNs);
            }
        }
    }
}
