package lockstep.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.time.LaneOrder;
import lockstep.time.LaneRecorder;
import lockstep.time.VectorClock;

/**
 * The races found in a run. A race is the absence of order, not an accident of timing: accesses that happened far apart
 * are a race too if nothing made them come one after the other.
 *
 * <p>What orders lanes: a guard given back and taken, a number reached and waited for ({@link Milestone}), a publication
 * taken ({@link TripleBuffer}), a lane's start, and the safe point. What does not, though the machine may have ordered
 * memory there: permits, which say how many lanes run and not which comes first; limits such as that of decoding; and the
 * queues of effects, commands, events and decoded assets, which hand over their own content and on which no access to a
 * region relies. Under {@code none} a pair that only such a queue happened to order is told as a race.
 *
 * <p>Lanes find races; any thread reads. {@link #on} and {@link #off} only before the lanes start or while all stand at a
 * safe point: then all that was done comes before all that will be, and clocks start equal. While off a lane has no
 * {@link LaneOrder}, and looking for one is all that it costs.
 */
public final class Races {
    /** Distinct races that are kept; all are counted. */
    public static final int KEPT = 100;

    private final LaneOrder[] orders = new LaneOrder[VectorClock.LANES];
    private final List<Race> kept = new CopyOnWriteArrayList<>();
    private volatile long count;
    private volatile boolean on;

    /** Something that lanes share. */
    public Variable variable(String name) {
        return new Variable(this, name);
    }

    /** Looks for races among these lanes from now on. */
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

    /** Looks for races among these lanes from now on, or no more. */
    public void on(boolean on, List<LaneRecorder> lanes) {
        if (on) {
            on(lanes);
        } else {
            off(lanes);
        }
    }

    /** A lane joins a game in which races are looked for, or not; before it starts. */
    public void join(LaneRecorder lane) {
        if (on) {
            lane.order(orderOf(lane));
        }
    }

    /** A lane's order is kept while nobody looks, so that its steps never begin again at 1. */
    private LaneOrder orderOf(LaneRecorder lane) {
        int i = lane.lane();
        if (i >= orders.length || orders[i] == null) {
            LaneOrder fresh = new LaneOrder(lane);
            orders[i] = fresh;
        }
        return orders[i];
    }

    /** Looks no more. What was found stays. */
    public void off(List<LaneRecorder> lanes) {
        on = false;
        lanes.forEach(lane -> lane.order(null));
    }

    /** True if races are looked for. */
    public boolean isOn() {
        return on;
    }

    /** How often two accesses raced. */
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
