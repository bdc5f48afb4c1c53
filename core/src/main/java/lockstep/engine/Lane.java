package lockstep.engine;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import lockstep.time.LaneRecorder;
import lockstep.time.Pacer;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/**
 * One OS thread that runs one or more roles, each at its own rate.
 *
 * <p>{@link #run} is called once, by the thread that is the lane; {@link #stop} and the readers by any thread. A role
 * with a rate runs when its absolute deadline has come; one without runs once a round; its {@link RoleSlots} say which is due
 * and how long the lane sleeps after a round. A failure in a role ends the lane and is told to the
 * conductor; roles are always stopped, in reverse order, by the lane itself.
 */
public final class Lane {
    private static final int EVERY_ROLE = Integer.MAX_VALUE;

    private final LaneRecorder recorder;
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

    /** A lane numbered {@code number}, 0 to 254. */
    public Lane(int number, String name, LaneSetup setup) {
        safePoint = setup.safePoint();
        recorder = new LaneRecorder(number, name, setup.clock());
        slots = new RoleSlots(this, setup);
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
                s.start();
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
                all[i].role.stop();
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
            for (RoleSlot s : slots.all()) {
                if (stopping) {
                    return;
                }
                recorder.checkpoint();
                boolean everyRound = s.periodNs == 0;
                if (s.begins(recorder)) {
                    busy |= runOnce(s) && everyRound;
                }
            }
            if (!stopping && !safePoint.asked()) {
                slots.rest(busy);
            }
        }
    }

    private void pause() throws Exception {
        long begin = recorder.now();
        slots.pause(begin);
        recorder.pauseBegins(begin);
        recorder.giveUpTurn();
        try {
            safePoint.pause(this);
        } finally {
            recorder.takeTurn();
            recorder.pauseEnds(recorder.now());
        }
        long end = recorder.now();
        recorder.span(SpanKind.PACE, begin, end, SpanRing.NOBODY, Pacer.PAUSED, 0);
        slots.goOn(end);
    }

    private boolean runOnce(RoleSlot s) throws Exception {
        running = s.stats;
        recorder.beginRun(s.number);
        long start = recorder.now();
        if (s.before.armed()) {
            s.before.fire(recorder, s.runs);
        }
        boolean did = s.role.run();
        long work = recorder.endRun(start, recorder.now(), s.runs++);
        if (did && !s.context.isCountedByItself()) {
            s.stats.ran(work);
        }
        return did;
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
    boolean stopping() {
        return stopping;
    }

    /** True once the lane is asked to end or to pause; a run of many steps ends after the one it is in. */
    boolean asked() {
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
}
