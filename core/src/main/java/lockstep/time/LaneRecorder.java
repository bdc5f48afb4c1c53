package lockstep.time;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A lane's clock, span ring and running totals. Roles, guards and the barrier get at time only through it.
 *
 * <p>Only the lane's own thread calls {@link #now}, {@link #span} and the role methods; any thread may read the ring and
 * the totals, which are opaque longs: each is whole and only ever grows, and that is all a meter needs.
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
     * Records spans, totals and CPU times (at first it does), or none of them, so that their cost can be measured; before the
     * lane starts. How long roles worked is measured all the same.
     */
    public void recording(boolean value) {
        recording = value;
    }

    /** Puts the lane's runs under permits; before the lane starts, or while it stands at a safe point. */
    public void turn(Turn value) {
        turn = value;
    }

    /** Tells somebody of the lane's ticks, waits and spans; before the lane starts. */
    public void listener(SpanListener value) {
        listener = value;
        waiting.listener(value);
    }

    /** The lane is about to wait: gives its turn to run back, if turns are taken in this run. Pairs with {@link #takeTurn}. */
    public void giveUpTurn() {
        if (turn != Turn.NONE) {
            turn.giveUp();
        }
    }

    /** The wait is over: takes a turn to run again, waiting for it if need be. */
    public void takeTurn() {
        if (turn != Turn.NONE) {
            turn.take();
        }
    }

    /** A point inside long work at which another lane may take its turn. */
    public void checkpoint() {
        if (turn != Turn.NONE) {
            turn.checkpoint();
        }
    }

    /** The lane's place in the order of things, or null while races are not looked for; only the lane's own thread. */
    public LaneOrder order() {
        return order;
    }

    /** Looks for races of this lane from now on, or no more (null); before the lane starts, or while it stands at a safe point. */
    public void order(LaneOrder value) {
        order = value;
    }

    /** Now, in ns of the run's clock. */
    public long now() {
        return clock.nanos();
    }

    /** CPU time of the lane's thread so far in ns, or -1 if it cannot be read. Costs some 0.4 µs. */
    public long cpuNs() {
        return clock.cpuNanos();
    }

    /** Records a span that ended. {@code whom}: lane waited for or {@link SpanRing#NOBODY}; {@code what}: guard number. */
    public void span(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
        add(kind, startNs, endNs, whom, what, SpanRing.NO_CPU, detail);
    }

    private void add(SpanKind kind, long startNs, long endNs, int whom, int what, long cpuNs, long detail) {
        long ns = endNs - startNs;
        if (recording) {
            ring.add(startNs, endNs, SpanRing.meta(kind, role, whom, what, cpuNs), detail);
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
     * When the lane got the guard that it has just acquired: at the end of the wait for it, if there was one, for after that it
     * may have waited for a permit with the guard in hand. Only the lane.
     *
     * @param waitEndBefore what {@link #guardWaitEndNs} was before
     */
    public long gotGuardNs(long waitEndBefore) {
        return guardWaitEndNs != waitEndBefore ? guardWaitEndNs : now();
    }

    /** Records a span about nobody and nothing in particular. */
    public void span(SpanKind kind, long startNs, long endNs, long detail) {
        span(kind, startNs, endNs, SpanRing.NOBODY, 0, detail);
    }

    /** I/O or a swap begins, which may sleep: returns now. Does not nest. */
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

    /** An upload begins: what is planted and fires from now on fires in it. Does not nest. */
    public void beginUpload() {
        beginNested();
    }

    /** The upload is over: records its span. */
    public void endUpload(long startNs, long endNs, long detail) {
        span(SpanKind.UPLOAD, startNs, endNs, SpanRing.NOBODY, endNested(), detail);
    }

    /** A planted fault of that number fired for so long in what the lane does now: its span will say so. */
    public void fired(int fault, long ns) {
        (nested ? inNested : inRun).fired(fault, ns);
    }

    /** The I/O or swap that began at {@code startNs} is over: records its span, with the CPU time it took, and returns now. */
    public long endBlocking(SpanKind kind, long startNs, long detail) {
        long end = now();
        long cpu = recordedCpuNs();
        long used = cpu < 0 ? -1 : cpu - blockingCpuNs;
        nestedCpuNs += Math.max(0, used);
        add(kind, startNs, end, SpanRing.NOBODY, endNested(), used, detail);
        return end;
    }

    /** A role begins to run: spans from now on are its own. */
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

    /** A tick of the simulation begins. */
    public void beginTick() {
        if (listener != SpanListener.NONE) {
            listener.tickBegins();
        }
    }

    /** The tick that began is done. */
    public void endTick(int tick) {
        if (listener != SpanListener.NONE) {
            listener.tickEnded(tick);
        }
    }

    /** Changes whenever a run begins or ends; any thread. */
    public long run() {
        return run.getOpaque();
    }

    /** True if {@link #run} gave that number in the midst of a run. */
    public static boolean isInRun(long run) {
        return (run & 1) != 0;
    }

    /** Ns waited so far in this run; only the lane. */
    public long waitedNs() {
        return waitedNs;
    }

    /** The role's run is over: records its work span with the CPU time of the thread in it, and returns the ns it worked, waits taken off. */
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

    /** Ns spent on {@code kind} since the start; any thread. For {@link SpanKind#WORK} that includes nested waits. */
    public long totalNs(SpanKind kind) {
        return totalNs.getOpaque(kind.ordinal());
    }

    /** Ns the lane's roles ran, waits taken off; any thread. */
    public long workedNs() {
        return workedNs.getOpaque();
    }

    /** The lane pauses from now on, until {@link #pauseEnds}; only the lane. */
    public void pauseBegins(long nowNs) {
        paused.begin(nowNs);
    }

    /** The lane goes on; only the lane. */
    public void pauseEnds(long nowNs) {
        paused.end(nowNs);
    }

    /** Ns the lane has paused up to {@code nowNs}, a pause that goes on included; any thread. */
    public long pausedNs(long nowNs) {
        return paused.ns(nowNs);
    }

    /** The longest span of {@code kind} in ns; any thread. */
    public long maxNs(SpanKind kind) {
        return maxNs.getOpaque(kind.ordinal());
    }

    /** What the lane waits for at this moment; any thread looks, the wrappers of locks and milestones tell it. */
    public Waiting waiting() {
        return waiting;
    }

    /** The ring, for readers. */
    public SpanRing ring() {
        return ring;
    }
}
