package lockstep.time;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A lane's clock, span ring and running totals. Roles, guards and the barrier read time only through it.
 *
 * <p>Only the lane's own thread calls {@link #now}, {@link #span} and the methods that begin or end something. Any thread may
 * read the ring and the totals. A total is an opaque long: a reader sees each value whole and never decreasing, which is all that
 * a meter needs.
 */
public final class LaneRecorder {
    private static final int KINDS = SpanKind.values().length;
    private static final int RING_SPANS = 16_384;

    private final int lane;
    private volatile String name;
    private final Clock clock;
    private final SpanRing ring = new SpanRing(RING_SPANS);
    private final AtomicLongArray totalNs = new AtomicLongArray(KINDS);
    private final AtomicLongArray maxNs = new AtomicLongArray(KINDS);
    private final AtomicLong workedNs = new AtomicLong();
    private final AtomicLong run = new AtomicLong();
    private final Waiting waiting = new Waiting();
    private final PausedTime paused = new PausedTime();
    private boolean recording = true;
    private Turn turn = Turn.NONE;
    private SpanListener listener = SpanListener.NONE;
    private LaneOrder order;
    private int role;
    private long waitedNs;
    private long guardWaitEndNs;
    private long runCpuNs;
    private long blockingCpuNs;
    private long nestedCpuNs;
    private final FaultMark inRun = new FaultMark();
    private final FaultMark inNested = new FaultMark();
    private boolean nested;

    /** A recorder for lane number {@code lane} (0 to 254). */
    public LaneRecorder(int lane, String name, Clock clock) {
        this.lane = lane;
        this.name = name;
        this.clock = clock;
    }

    /** The lane's number. */
    public int lane() {
        return lane;
    }

    /** The lane's name, which is its thread's name too. */
    public String name() {
        return name;
    }

    /** Gives the lane another name; at a safe point. */
    public void rename(String to) {
        name = to;
    }

    /**
     * Records spans, totals and CPU times (the default), or none of them, so that their cost can be measured. How long roles
     * worked is measured in both cases. Before the lane starts.
     */
    public void recording(boolean value) {
        recording = value;
    }

    /** Makes the lane take a permit to run; before the lane starts, or while it is paused at a safe point. */
    public void turn(Turn value) {
        turn = value;
    }

    /** Sets who is notified of the lane's ticks, waits and spans; before the lane starts. */
    public void listener(SpanListener value) {
        listener = value;
        waiting.listener(value);
    }

    /** Gives back the lane's turn to run, if there are turns, because it is about to wait. Pairs with {@link #takeTurn}. */
    public void giveUpTurn() {
        if (turn != Turn.NONE) {
            turn.giveUp();
        }
    }

    /** Takes a turn to run again after a wait, and waits for it if necessary. */
    public void takeTurn() {
        if (turn != Turn.NONE) {
            turn.take();
        }
    }

    /** Lets another lane take its turn at this point inside long work. */
    public void checkpoint() {
        if (turn != Turn.NONE) {
            turn.checkpoint();
        }
    }

    /** The lane's place in the happens-before order, or null while races are not looked for; only the lane's own thread. */
    public LaneOrder order() {
        return order;
    }

    /**
     * Looks for races of this lane from now on, or stops doing so (null); before the lane starts, or while it is paused at a safe
     * point.
     */
    public void order(LaneOrder value) {
        order = value;
    }

    /** Now, in ns of the run's clock. */
    public long now() {
        return clock.nanos();
    }

    /** CPU time of the lane's thread so far in ns, or -1 if it cannot be read. Takes about 0.4 µs. */
    public long cpuNs() {
        return clock.cpuNanos();
    }

    /**
     * Records a span that ended. {@code whom} is the lane waited for or {@link SpanRing#NOBODY}, {@code what} the guard's number,
     * {@code detail} as in {@link Spans#detail}.
     */
    public void span(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
        add(kind, startNs, endNs, whom, what, SpanRecords.NO_CPU, detail);
    }

    private void add(SpanKind kind, long startNs, long endNs, int whom, int what, long cpuNs, long detail) {
        long ns = endNs - startNs;
        if (recording) {
            ring.add(startNs, endNs, SpanRecords.meta(kind, role, whom, what, cpuNs), detail);
            int k = kind.ordinal();
            totalNs.setOpaque(k, totalNs.getPlain(k) + ns);
            if (ns > maxNs.getPlain(k)) {
                maxNs.setOpaque(k, ns);
            }
        }
        if (kind.isWait()) {
            waitedNs += ns;
        }
        if (kind == SpanKind.GUARD_WAIT) {
            guardWaitEndNs = endNs;
        }
        if (listener != SpanListener.NONE) {
            listener.spanEnded(kind, startNs, endNs, whom, what, detail);
        }
    }

    /** When the lane's last wait for a guard ended, ns; only the lane. */
    public long guardWaitEndNs() {
        return guardWaitEndNs;
    }

    /**
     * When the lane got the guard that it has just acquired. If it waited for the guard, that is the end of the wait, because it
     * may then have waited for a permit while it held the guard. Only the lane.
     *
     * @param waitEndBefore what {@link #guardWaitEndNs} was before
     */
    public long gotGuardNs(long waitEndBefore) {
        return guardWaitEndNs != waitEndBefore ? guardWaitEndNs : now();
    }

    /** Records a span that concerns no other lane and no guard. */
    public void span(SpanKind kind, long startNs, long endNs, long detail) {
        span(kind, startNs, endNs, SpanRing.NOBODY, 0, detail);
    }

    /** Begins I/O or a swap, which may block, and returns the time, ns. Does not nest. */
    public long beginBlocking() {
        blockingCpuNs = recordedCpuNs();
        beginNested();
        return now();
    }

    private void beginNested() {
        nested = true;
        inNested.clear();
    }

    private int endNested() {
        nested = false;
        return inNested.number();
    }

    /** Begins an upload: faults that fire from now on are attributed to it. Does not nest. */
    public void beginUpload() {
        beginNested();
    }

    /** Ends the upload and records its span. */
    public void endUpload(long startNs, long endNs, long detail) {
        span(SpanKind.UPLOAD, startNs, endNs, SpanRing.NOBODY, endNested(), detail);
    }

    /** Planted fault number {@code fault} fired for {@code ns} in what the lane does now; the span will name it. */
    public void fired(int fault, long ns) {
        (nested ? inNested : inRun).fired(fault, ns);
    }

    /**
     * Ends the I/O or swap that began at {@code startNs}, records its span with the CPU time it took, and returns the time, ns.
     */
    public long endBlocking(SpanKind kind, long startNs, long detail) {
        long end = now();
        long cpu = recordedCpuNs();
        long used = cpu < 0 ? -1 : cpu - blockingCpuNs;
        nestedCpuNs += Math.max(0, used);
        add(kind, startNs, end, SpanRing.NOBODY, endNested(), used, detail);
        return end;
    }

    /** Begins a run of role {@code roleNumber}: spans from now on belong to it. */
    public void beginRun(int roleNumber) {
        role = roleNumber;
        waiting.running(roleNumber);
        run.setOpaque(run.getPlain() + 1);
        waitedNs = 0;
        nestedCpuNs = 0;
        nested = false;
        inRun.clear();
        runCpuNs = recordedCpuNs();
    }

    /** Notifies the listener that a tick of the simulation begins. */
    public void beginTick() {
        if (listener != SpanListener.NONE) {
            listener.tickBegins();
        }
    }

    /** Notifies the listener that tick {@code tick} is done. */
    public void endTick(int tick) {
        if (listener != SpanListener.NONE) {
            listener.tickEnded(tick);
        }
    }

    /** Changes whenever a run begins or ends; any thread. */
    public long run() {
        return run.getOpaque();
    }

    /** True if {@code run}, a value of {@link #run}, was read during a run. */
    public static boolean isInRun(long run) {
        return (run & 1) != 0;
    }

    /** Ns waited so far in this run; only the lane. */
    public long waitedNs() {
        return waitedNs;
    }

    /**
     * Ends the role's run, records its work span with the CPU time of the thread in it, and returns how long it worked, waits
     * excluded, ns.
     */
    public long endRun(long startNs, long endNs, long detail) {
        run.setOpaque(run.getPlain() + 1);
        long worked = Math.max(0, endNs - startNs - waitedNs);
        long cpu = recordedCpuNs();
        add(SpanKind.WORK, startNs, endNs, SpanRing.NOBODY, inRun.number(), cpu < 0 ? -1 : cpu - runCpuNs - nestedCpuNs, detail);
        workedNs.setOpaque(workedNs.getPlain() + worked);
        return worked;
    }

    private long recordedCpuNs() {
        return recording ? clock.cpuNanos() : -1;
    }

    /** Ns spent on {@code kind} since the start; any thread. For {@link SpanKind#WORK} this includes nested waits. */
    public long totalNs(SpanKind kind) {
        return totalNs.getOpaque(kind.ordinal());
    }

    /** Ns for which the lane's roles ran, waits excluded; any thread. */
    public long workedNs() {
        return workedNs.getOpaque();
    }

    /** The lane pauses from now on, until {@link #pauseEnds}; only the lane. */
    public void pauseBegins(long nowNs) {
        paused.begin(nowNs);
    }

    /** The lane resumes; only the lane. */
    public void pauseEnds(long nowNs) {
        paused.end(nowNs);
    }

    /** Ns for which the lane has paused up to {@code nowNs}, a pause in progress included; any thread. */
    public long pausedNs(long nowNs) {
        return paused.ns(nowNs);
    }

    /** The longest span of {@code kind} in ns; any thread. */
    public long maxNs(SpanKind kind) {
        return maxNs.getOpaque(kind.ordinal());
    }

    /** What the lane waits for at this moment. Any thread may look; guards, milestones and permits set it. */
    public Waiting waiting() {
        return waiting;
    }

    /** The lane's spans, for {@link Spans} to copy from. */
    public SpanRing ring() {
        return ring;
    }
}
