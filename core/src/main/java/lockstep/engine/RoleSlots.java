package lockstep.engine;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.time.LaneRecorder;
import lockstep.time.Pacer;

/**
 * The roles of one lane, in the order in which they run, and when each is due. Changed before the lane starts, then only by the
 * lane's own thread; any thread may read which roles there are and their stats, for the array is replaced whole.
 */
final class RoleSlots {
    private static final long IDLE_NS = 2_000_000;
    private static final long EMPTY_NS = 20_000_000;

    private final Lane lane;
    private final LaneRecorder recorder;
    private final LaneSetup setup;
    private final Pacer pacer;
    private final List<RoleStats> everyStats = new CopyOnWriteArrayList<>();
    private volatile RoleSlot[] slots = {};
    private boolean pausing;

    RoleSlots(Lane lane, LaneSetup setup) {
        this.lane = lane;
        this.setup = setup;
        recorder = lane.recorder();
        pacer = new Pacer(recorder);
    }

    /** The slots at this moment; not to be written. */
    RoleSlot[] all() {
        return slots;
    }

    /** The roles, in the order in which they run. */
    List<Role> roles() {
        return Arrays.stream(slots).map(s -> s.role).toList();
    }

    /** Adds a role that is due at once; as {@link Lane#add(Role, int, double, boolean, boolean)}. */
    void add(Role role, int number, double hz, boolean keepsRate, boolean setsPace) {
        long now = recorder.now();
        RoleStats stats = stats(role, hz);
        RoleSlot fresh = new RoleSlot(role, new RoleContext(role, lane, setup, stats), number, stats,
            setup.faults().at("tick", role.name(), recorder.name()), keepsRate ? periodNs(hz) : 0, setsPace, now);
        if (pausing) {
            fresh.pause(now);
        }
        append(fresh);
    }

    /** Adds a role that was removed here or on another lane in the same pause, at another rate and asked rate, in Hz. */
    void add(RoleSlot was, double hz, double askedHz) {
        RoleStats stats = stats(was.role, askedHz);
        was.context.moveTo(lane, stats);
        append(new RoleSlot(was, stats, setup.faults().at("tick", was.role.name(), recorder.name())));
        rate(was.role.name(), hz, askedHz);
    }

    private void append(RoleSlot slot) {
        RoleSlot[] more = Arrays.copyOf(slots, slots.length + 1);
        more[slots.length] = slot;
        slots = more;
    }

    private RoleStats stats(Role role, double hz) {
        for (RoleStats s : everyStats) {
            if (s.role().equals(role.name())) {
                s.ask(hz);
                return s;
            }
        }
        RoleStats fresh = new RoleStats(role.name(), recorder.name(), hz);
        fresh.paused(pausing);
        everyStats.add(fresh);
        return fresh;
    }

    /** Changes a role's rate in Hz, 0 for once a round, and the one asked for. */
    void rate(String role, double hz, double askedHz) {
        for (RoleSlot s : slots) {
            if (s.role.name().equals(role)) {
                s.stats.ask(askedHz);
                s.period(periodNs(hz), recorder.now());
            }
        }
    }

    private long periodNs(double hz) {
        return hz > 0 && !setup.unpaced() ? Math.round(1e9 / hz) : 0;
    }

    /** Takes a role off the lane; what is returned keeps its deadline. */
    RoleSlot remove(Role role) {
        RoleSlot was = of(role);
        slots = Arrays.stream(slots).filter(s -> s != was).toArray(RoleSlot[]::new);
        return was;
    }

    /** The slot of a role; {@link IllegalArgumentException} if it is not here. */
    RoleSlot of(Role role) {
        for (RoleSlot s : slots) {
            if (s.role == role) {
                return s;
            }
        }
        throw new IllegalArgumentException("role '" + role.name() + "' is not on lane '" + recorder.name() + "'");
    }

    /** The lane pauses from {@code nowNs} on. */
    void pause(long nowNs) {
        pausing = true;
        everyStats.forEach(s -> s.paused(true));
        for (RoleSlot s : slots) {
            s.pause(nowNs);
        }
    }

    /** The lane goes on at {@code nowNs}. */
    void goOn(long nowNs) {
        pausing = false;
        everyStats.forEach(s -> s.paused(false));
        for (RoleSlot s : slots) {
            long pausedNs = s.goOn(nowNs);
            if (s.role instanceof Pausable role) {
                role.resumed(pausedNs);
            }
        }
    }

    /** The lane is paused: its roles keep pumping and drawing. */
    void whilePaused() throws Exception {
        for (RoleSlot s : slots) {
            if (s.role instanceof Pausable role) {
                role.whilePaused();
            }
        }
    }

    /** Each role makes its smallest step, or only those of that name. */
    void step(String onlyRole) throws Exception {
        for (RoleSlot s : slots) {
            if (onlyRole != null && !s.role.name().equals(onlyRole)) {
                continue;
            }
            if (s.role instanceof Steppable role) {
                role.step();
            } else {
                s.role.run();
            }
        }
    }

    /**
     * A round is over: sleeps until the next deadline, or for a moment if no role has one and none had work. While a role
     * without a rate has work there is no sleep, unless a role of the lane sets the pace.
     */
    void rest(boolean busy) throws InterruptedException {
        long next = Long.MAX_VALUE;
        long period = Long.MAX_VALUE;
        boolean setsPace = false;
        RoleSlot[] all = slots;
        for (RoleSlot s : all) {
            setsPace |= s.setsPace;
            if (s.periodNs > 0) {
                next = Math.min(next, s.nextNs);
                period = Math.min(period, s.periodNs);
            }
        }
        if (next != Long.MAX_VALUE) {
            if (!busy || setsPace) {
                pacer.sleepUntil(next, period);
            }
        } else if (!busy) {
            pacer.sleepUntil(recorder.now() + (all.length == 0 ? EMPTY_NS : IDLE_NS), 0);
        }
    }

    /** How each role ran that is or was here. */
    List<RoleStats> everyStats() {
        return everyStats;
    }

    /** How each role runs that is here, in the order in which they run. */
    List<RoleStats> stats() {
        return Arrays.stream(slots).map(s -> s.stats).toList();
    }
}
