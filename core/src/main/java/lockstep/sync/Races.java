package lockstep.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.time.LaneOrder;
import lockstep.time.LaneRecorder;
import lockstep.time.VectorClock;

/**
 * The races found in a run. A race is missing order, not bad timing: accesses far apart in time are a race too if nothing forced
 * one to come after the other.
 *
 * <p>These order lanes: a guard given back and then taken, a number reached and waited for ({@link Milestone}), a publication
 * taken ({@link TripleBuffer}), a lane's start, and the safe point. These do not, although the machine may have ordered memory
 * there: permits, which decide how many lanes run and not which comes first; limits such as that on decoding; and the queues of
 * effects, commands, events and decoded assets, which order only their own content and on which no access to a region relies.
 * Under {@code none}, a pair that only such a queue happened to order is reported as a race.
 *
 * <p>Lanes find races; any thread reads them. {@link #on} and {@link #off} may be called only before the lanes start or while all
 * are paused at a safe point: everything done so far then happens before everything that follows, and the clocks start equal.
 * While detection is off, a lane has no {@link LaneOrder}, and checking for one is its only cost.
 */
public final class Races {
    /** How many distinct races are kept; all are counted. */
    public static final int KEPT = 100;

    private final LaneOrder[] orders = new LaneOrder[VectorClock.LANES];
    private final List<Race> kept = new CopyOnWriteArrayList<>();
    private volatile long count;
    private volatile boolean on;

    /** A shared variable called {@code name}. */
    public Variable variable(String name) {
        return new Variable(this, name);
    }

    /** Starts to look for races among {@code lanes}. */
    public void on(List<LaneRecorder> lanes) {
        VectorClock all = new VectorClock();
        for (LaneRecorder lane : lanes) {
            lane.order(orderOf(lane));
            all.join(lane.order().clock());
        }
        for (LaneRecorder lane : lanes) {
            lane.order().clock().join(all);
            lane.order().step();
        }
        on = true;
    }

    /** Starts or stops looking for races among {@code lanes}. */
    public void on(boolean on, List<LaneRecorder> lanes) {
        if (on) {
            on(lanes);
        } else {
            off(lanes);
        }
    }

    /** Adds a lane to the detection, if that is on; before the lane starts. */
    public void join(LaneRecorder lane) {
        if (on) {
            lane.order(orderOf(lane));
        }
    }

    /** A lane's order. It is kept while detection is off, so that its steps never restart at 1. */
    private LaneOrder orderOf(LaneRecorder lane) {
        int i = lane.lane();
        if (i >= orders.length || orders[i] == null) {
            LaneOrder fresh = new LaneOrder(lane);
            orders[i] = fresh;
        }
        return orders[i];
    }

    /** Stops looking for races. Those found so far are kept. */
    public void off(List<LaneRecorder> lanes) {
        on = false;
        lanes.forEach(lane -> lane.order(null));
    }

    /** True if races are looked for. */
    public boolean isOn() {
        return on;
    }

    /** How often two accesses raced, kept or not. */
    public long count() {
        return count;
    }

    /** The first distinct races, oldest first: those that differ in region, lanes or places in the code. */
    public List<Race> found() {
        return kept;
    }

    /** The newest distinct race in words, or null. */
    public String newest() {
        int n = kept.size();
        return n == 0 ? null : kept.get(n - 1).text();
    }

    synchronized void found(String region, Variable.Place first, boolean firstWrote, LaneOrder second, boolean secondWrites) {
        count++;
        String lane = second.name();
        for (int i = 0; i < kept.size(); i++) {
            Race r = kept.get(i);
            if (r.region().equals(region) && (is(r.first(), first.lane, first.site) && is(r.second(), lane, second.site())
                || is(r.second(), first.lane, first.site) && is(r.first(), lane, second.site()))) {
                return;
            }
        }
        if (kept.size() < KEPT) {
            kept.add(new Race(region, new Race.Access(first.lane, first.tick, firstWrote, first.site),
                new Race.Access(lane, second.tick(), secondWrites, second.site())));
        }
    }

    private static boolean is(Race.Access a, String lane, String at) {
        return a.lane().equals(lane) && a.at().equals(at);
    }
}
