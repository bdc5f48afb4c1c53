package lockstep.engine;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import lockstep.sync.Faults;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/**
 * One OS thread that runs one or more roles, each at its own rate.
 *
 * <p>{@link #run} is called once, by the thread that is the lane; {@link #stop} and the readers by any thread. A role
 * with a rate runs when its absolute deadline has come; one without runs once a round. After a round the lane sleeps
 * until the next deadline, or briefly if nobody had anything to do. A failure in a role ends the lane and is told to the
 * conductor; roles are always stopped, in reverse order, by the lane itself.
 */
public final class Lane {
    private static final long IDLE_NS = 2_000_000;
    private static final long EMPTY_NS = 20_000_000;
    private static final int EVERY_ROLE = Integer.MAX_VALUE;

    private final LaneRecorder recorder;
    private final Pacer pacer;
    private final Faults faults;
    private final boolean unpaced;
    private final SafePoint safePoint;
    private final RoleSlots slots;
    private final CountDownLatch started = new CountDownLatch(1);
    private Runnable whenStarted = () -> {};
    private volatile boolean stopping;
    private volatile boolean returned;
    private volatile Throwable failure;
    private final ThreadUse use = new ThreadUse();
    private volatile Thread thread;
    private volatile RoleStats running;

    /** A lane numbered {@code number} (0 to 254); {@code unpaced} lanes never sleep for a deadline. */
    public Lane(int number, String name, Clock clock, Faults faults, boolean unpaced) {
        this(number, name, clock, faults, unpaced, new SafePoint());
    }

    /** As the other constructor, for lanes that can be made to pause at {@code safePoint}. */
    public Lane(int number, String name, Clock clock, Faults faults, boolean unpaced, SafePoint safePoint) {
        this.safePoint = safePoint;
        recorder = new LaneRecorder(number, name, clock);
        pacer = new Pacer(recorder);
        this.faults = faults;
        this.unpaced = unpaced;
        slots = new RoleSlots(recorder, faults, unpaced);
    }

    /** Puts a role on the lane that keeps its rate; as the other {@code add}. */
    public void add(Role role, int roleNumber, double hz, boolean setsPace) {
        add(role, roleNumber, hz, true, setsPace);
    }

    /**
     * Puts a role on the lane, due at once: before the lane starts, or the lane itself while it pauses.
     *
     * @param roleNumber names the role in spans
     * @param hz asked rate; 0 for once a round
     * @param keepsRate false if the role runs once a round all the same, because something else gives it its rate
     * @param setsPace true if rounds should last until this role is due even while others have work: the frame
     */
    public void add(Role role, int roleNumber, double hz, boolean keepsRate, boolean setsPace) {
        slots.add(role, roleNumber, hz, keepsRate, setsPace);
    }

    /** What the lane does once, when its roles have started; set before it starts. */
    public void whenStarted(Runnable value) {
        whenStarted = value;
    }

    /** Changes a role's rate in Hz, 0 for once a round, and the one asked for; only the lane itself. */
    public void rate(String role, double hz, double askedHz) {
        slots.rate(role, hz, askedHz);
    }

    /** Runs the lane until it is stopped or a role fails. Called by the thread that is to be the lane. */
    void run() {
        thread = Thread.currentThread();
        use.begin();
        recorder.takeTurn();
        try {
            runInTurn();
        } finally {
            recorder.giveUpTurn();
            returned = true;
            started.countDown();
        }
    }

    private void runInTurn() {
        int startedRoles = 0;
        try {
            safePoint.start(this);
            for (RoleSlot s : slots.all()) {
                running = s.stats;
                startedRoles++;
                s.role.start(this);
            }
            safePoint.start(this);
            started.countDown();
            startedRoles = EVERY_ROLE;
            whenStarted.run();
            rounds();
        } catch (InterruptedException e) {
            if (!stopping) {
                failure = e;
            }
        } catch (Throwable e) {
            failure = e;
        }
        Thread.interrupted();
        RoleSlot[] all = slots.all();
        for (int i = Math.min(startedRoles, all.length) - 1; i >= 0; i--) {
            try {
                all[i].role.stop(this);
            } catch (Throwable e) {
                if (failure == null) {
                    running = all[i].stats;
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        use.end();
    }

    private void rounds() throws Exception {
        while (!stopping) {
            if (safePoint.asked()) {
                pause();
                continue;
            }
            boolean busy = false;
            long next = Long.MAX_VALUE;
            long period = Long.MAX_VALUE;
            boolean oncePerRound = false;
            RoleSlot[] all = slots.all();
            for (RoleSlot s : all) {
                if (stopping) {
                    return;
                }
                oncePerRound |= s.setsPace;
                recorder.checkpoint();
                if (s.periodNs == 0) {
                    busy |= runOnce(s);
                } else {
                    long now = recorder.now();
                    if (now >= s.nextNs) {
                        s.advance(now);
                        runOnce(s);
                    }
                    next = Math.min(next, s.nextNs);
                    period = Math.min(period, s.periodNs);
                }
            }
            if (stopping || safePoint.asked()) {
                continue;
            }
            if (next != Long.MAX_VALUE) {
                if (!busy || oncePerRound) {
                    pacer.sleepUntil(next, period);
                }
            } else if (!busy) {
                pacer.sleepUntil(recorder.now() + (all.length == 0 ? EMPTY_NS : IDLE_NS), 0);
            }
        }
    }

    private void pause() throws Exception {
        long begin = recorder.now();
        slots.pause(begin);
        recorder.pauseBegins(begin);
        recorder.giveUpTurn();
        try {
            safePoint.stand(this);
        } finally {
            recorder.takeTurn();
            recorder.pauseEnds(recorder.now());
        }
        long end = recorder.now();
        recorder.span(SpanKind.PACE, begin, end, SpanRing.NOBODY, Pacer.STOOD, 0);
        slots.goOn(this, end);
    }

    private boolean runOnce(RoleSlot s) throws Exception {
        running = s.stats;
        recorder.beginRun(s.number);
        long start = recorder.now();
        if (s.before.armed()) {
            s.before.fire(recorder, s.runs);
        }
        boolean did = s.role.run(this);
        long work = recorder.endRun(start, recorder.now(), s.runs++);
        if (did && !s.role.countsItself()) {
            s.stats.ran(work);
        }
        return did;
    }

    /** The lane pauses at its safe point: its roles keep pumping and drawing, on this thread. */
    void standing() throws Exception {
        for (RoleSlot s : slots.all()) {
            s.role.standing(this);
        }
    }

    /** Its roles with their deadlines. */
    RoleSlots slots() {
        return slots;
    }

    /** Asks the lane to end after the current run; any thread. */
    void stop() {
        stopping = true;
        LockSupport.unpark(thread);
    }

    /** Waits up to {@code limitMs} for the roles to have started (or failed). */
    boolean awaitStarted(long limitMs) throws InterruptedException {
        return started.await(limitMs, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    /** True once the lane is asked to end; a long run looks at it. */
    public boolean stopping() {
        return stopping;
    }

    /** True once the lane is asked to end or to pause; a run of many steps ends after the one it is in. */
    public boolean asked() {
        return stopping || safePoint.asked();
    }

    /** True once the loop has returned and all roles are stopped. */
    public boolean returned() {
        return returned;
    }

    /** What the operating system and the virtual machine say of its thread. */
    public ThreadUse use() {
        return use;
    }

    /** Why the lane died, or null. */
    public Throwable failure() {
        return failure;
    }

    /** The role that runs or ran last. */
    public String runningRole() {
        RoleStats r = running;
        return r == null ? "none" : r.role();
    }

    /** The lane's thread, null before it runs. */
    public Thread thread() {
        return thread;
    }

    /** The lane's clock and spans; only its own roles, guards and barrier record there. */
    public LaneRecorder recorder() {
        return recorder;
    }

    /** Faults planted in this run. */
    public Faults faults() {
        return faults;
    }

    /** True if the lane keeps no rates but runs as fast as it goes. */
    public boolean unpaced() {
        return unpaced;
    }

    public int number() {
        return recorder.lane();
    }

    public String name() {
        return recorder.name();
    }

    /** How each role ran that is or was on the lane. */
    public List<RoleStats> everyStats() {
        return slots.everyStats();
    }

    /** Gives the lane another name, its thread too; at a safe point. */
    void rename(String to) {
        recorder.rename(to);
        slots.everyStats().forEach(s -> s.onLane(to));
        if (thread != null) {
            thread.setName(to);
        }
    }

    /** How each role runs that is on the lane now, in the order in which the lane runs them. */
    public List<RoleStats> stats() {
        return slots.stats();
    }

    /** How the role with that name runs on this lane; the role itself asks at its start. */
    public RoleStats statsOf(Role role) {
        return slots.of(role).stats;
    }
}
