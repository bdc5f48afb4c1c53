package lockstep.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lockstep.sync.Edge;
import lockstep.sync.Guard;
import lockstep.sync.Order;
import lockstep.sync.WaitBroken;
import lockstep.time.LaneOrder;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/**
 * The guards of the regions that a {@link Section} names, taken together and given back together.
 *
 * <p>Only the lane of its role calls it, in this order: {@link #enter}; if that is true, copies out of the world until
 * {@link #again} is false; unless {@link #missed}, writes, once; {@link #exit}.
 *
 * <p>Every guard is taken once, in its strongest mode, before anything is read or written. Guards that allow it are not
 * taken where the section only reads: it reads, and {@link #again} says whether a writer came meanwhile. After three
 * such attempts it gives everything back and takes all guards in their order, so a writer that never rests keeps nobody
 * out, and none is ever waited for out of order. Under all other guards {@code again} is false at once. What a failed
 * attempt has copied is not checked or counted; {@link WorldWriter} refuses to write before {@code again} was false. Inside a
 * section that already holds the guards (hold {@code tick}) it takes nothing.
 */
final class Scope {
    private static final int ATTEMPTS = 3;

    private final Access role;
    private final String site;
    private LaneRecorder lane;
    private final Need[] needs;
    private Guard[] guards;
    private Edge[] edges;
    private boolean[] writes;
    private long[] stamps;
    private Scope outer;
    private int held;
    private long[] sinceNs;
    private boolean entered;
    private boolean unsure;
    private boolean missed;
    private int attempts;

    /**
     * @param site role and section, for people
     * @param outer the section that holds all guards of the role's tick, or null
     */
    Scope(World world, Access role, String site, LaneRecorder lane, Scope outer, Need... needs) {
        this.role = role;
        this.site = site;
        this.lane = lane;
        this.needs = needs;
        reshare(world, outer);
    }

    /** The world is shared in another way; at a safe point. */
    void reshare(World world, Scope outer) {
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
        edges = distinct.stream().map(g -> g.kind() == Guard.Kind.LOCK ? world.edgeOf(g.number()) : null).toArray(Edge[]::new);
        writes = new boolean[guards.length];
        stamps = new long[guards.length];
        sinceNs = new long[guards.length];
        for (Need n : needs) {
            writes[distinct.indexOf(world.guardOf(n.region()))] |= n.write();
        }
    }

    void moveTo(LaneRecorder to) {
        lane = to;
    }

    /**
     * Takes all guards of this section, or a stamp of those that it may read without.
     *
     * @return false if a guard was not to be had within the role's time limit; then none is held
     * @throws InterruptedException if the lane was interrupted while waiting; then none is held
     */
    boolean enter() throws InterruptedException {
        return enterWith(true);
    }

    /** As {@link #enter}; if not {@code stampsToo}, it really takes every guard. */
    boolean enterWith(boolean stampsToo) throws InterruptedException {
        if (entered) {
            throw new IllegalStateException("lane '" + lane.name() + "' enters a section it is in");
        }
        attempts = 0;
        missed = false;
        LaneOrder order = lane.order();
        if (order != null) {
            order.step();
            order.at(site, role.tick());
        }
        entered = outer != null && outer.entered || takeAll(stampsToo);
        role.inside(this);
        return entered;
    }

    /**
     * Takes all guards; if the wait for one is broken off, gives all back, lets others go first for a while, and begins
     * again.
     */
    private boolean takeAll(boolean stampsToo) throws InterruptedException {
        while (true) {
            try {
                return takeOnce(stampsToo);
            } catch (WaitBroken e) {
                role.backOff();
            }
        }
    }

    private boolean takeOnce(boolean stampsToo) throws InterruptedException {
        boolean all = false;
        unsure = false;
        try {
            while (held < guards.length) {
                long waited = lane.guardWaitEndNs();
                long stamp = stampsToo && !writes[held] ? guards[held].tryRead() : Guard.NO_STAMP;
                if (stamp == Guard.NO_STAMP && !guards[held].acquire(lane, writes[held], role.limitNs())) {
                    return false;
                }
                LaneOrder order = lane.order();
                if (order != null && edges[held] != null && stamp == Guard.NO_STAMP) {
                    edges[held].acquire(order, writes[held]);
                }
                unsure |= stamp != Guard.NO_STAMP;
                stamps[held] = stamp;
                sinceNs[held] = lane.gotGuardNs(waited);
                if (held++ == 0 && attempts == 0) {
                    role.firstTaken();
                }
            }
            all = true;
            return true;
        } finally {
            if (!all) {
                releaseAll();
            }
        }
    }

    /**
     * Asked when all that is needed was copied out: must it be copied again?
     *
     * @return true if a writer came; false if the copies are good, or if {@link #missed}
     * @throws InterruptedException if the lane was interrupted while waiting; then nothing is held
     */
    boolean again() throws InterruptedException {
        if (!unsure || allValid()) {
            unsure = false;
            role.views().check();
            return false;
        }
        role.forgetTaken();
        if (++attempts < ATTEMPTS && newStamps()) {
            return true;
        }
        releaseAll();
        missed = true;
        missed = !takeAll(false);
        return !missed;
    }

    private boolean allValid() {
        LaneOrder order = lane.order();
        if (order != null) {
            peek();
        }
        boolean all = true;
        for (int i = 0; i < held; i++) {
            if (stamps[i] != Guard.NO_STAMP && !guards[i].validate(stamps[i])) {
                guards[i].stats().discarded(lane.lane());
                all = false;
            }
        }
        if (order != null && all) {
            role.trace().confirm(order);
        }
        return all;
    }

    private void peek() {
        role.trace().peek();
        for (int i = 0; i < held; i++) {
            if (stamps[i] != Guard.NO_STAMP) {
                role.trace().learn(guards[i].number());
            }
        }
    }

    private boolean newStamps() {
        for (int i = 0; i < held; i++) {
            if (stamps[i] != Guard.NO_STAMP) {
                long stamp = guards[i].tryRead();
                if (stamp == Guard.NO_STAMP) {
                    return false;
                }
                stamps[i] = stamp;
            }
        }
        return true;
    }

    /** True if the time limit passed while copies had to be made again: nothing is held, and what was copied means nothing. */
    boolean missed() {
        return missed;
    }

    /** True if the region is read without holding the guard that keeps it. */
    boolean isUnheld(World world, Region region) {
        if (!unsure()) {
            return false;
        }
        Guard g = world.guardOf(region);
        for (int i = 0; i < held; i++) {
            if (guards[i] == g) {
                return stamps[i] != Guard.NO_STAMP;
            }
        }
        return false;
    }

    boolean entered() {
        return entered;
    }

    /** Role and section, for people. */
    String site() {
        return site;
    }

    /** True while what was copied may yet turn out to be no good. */
    boolean unsure() {
        return entered && unsure;
    }

    /** Gives all guards back, last taken first. Fails unless {@link #enter} returned true. */
    void exit() {
        if (!entered) {
            throw new IllegalStateException("lane '" + lane.name() + "' leaves a section it is not in");
        }
        entered = false;
        unsure = false;
        role.forgetTaken();
        releaseAll();
    }

    private void releaseAll() {
        if (held == 0) {
            return;
        }
        long now = lane.now();
        LaneOrder order = lane.order();
        while (held > 0) {
            Guard g = guards[--held];
            if (stamps[held] == Guard.NO_STAMP) {
                if (order != null && edges[held] != null) {
                    edges[held].release(order, writes[held]);
                }
                g.release(lane, writes[held]);
                if (g.kind() == Guard.Kind.LOCK) {
                    lane.span(SpanKind.HOLD, sinceNs[held], now, SpanRing.NOBODY, g.number(), 0);
                    g.stats().held(lane.lane(), now - sinceNs[held]);
                }
            }
        }
        if (order != null) {
            order.step();
        }
    }
}
