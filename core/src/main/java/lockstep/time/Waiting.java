package lockstep.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * What one lane waits for at this moment, visible to other threads.
 *
 * <p>The lane's own thread calls {@link #begin} and {@link #end} around each wait for a guard, a milestone or a permit. They cost
 * a few stores and a monitor that is almost always free, and allocate nothing. Waits of a lane never nest. Any thread may call
 * {@link #look} at any time.
 *
 * <p>Ordering: a non-zero {@code sinceNs} says that there is a wait. No two waits of a lane begin at the same time, so it also
 * serves as the version of a seqlock. It is cleared before the other fields change (the fence keeps that order) and set after
 * them with release. A reader that finds the same value before (acquire) and after (fence) its copy has the fields of one wait.
 */
public final class Waiting {
    /**
     * One wait.
     *
     * @param kind {@link SpanKind#GUARD_WAIT}, {@link SpanKind#BARRIER_WAIT} or {@link SpanKind#PERMIT_WAIT}
     * @param role the role that waits; outside a run, the one that ran last
     * @param what the guard's number, or what the milestone counts, by its ordinal; 0 for a permit
     * @param number the number a milestone must reach; 0 for the others
     * @param whom the lane waited for when it began, or {@link SpanRing#NOBODY}
     * @param sinceNs when it began, on the run's clock; with the lane it names the wait
     * @param limited true if it has a time limit and so ends by itself
     */
    public record Wait(SpanKind kind, int role, int what, long number, int whom, long sinceNs, boolean limited) {
    }

    private static final int TRIES = 3;
    private static final VarHandle SINCE;

    static {
        try {
            SINCE = MethodHandles.lookup().findVarHandle(Waiting.class, "sinceNs", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long sinceNs;
    private SpanKind kind;
    private int running;
    private int role;
    private int what;
    private int whom;
    private long number;
    private boolean limited;
    private boolean broken;
    private SpanListener listener = SpanListener.NONE;

    Waiting() {
    }

    void listener(SpanListener value) {
        listener = value;
    }

    /** Says that role {@code roleNumber} runs from now on; only the lane. */
    void running(int roleNumber) {
        running = roleNumber;
    }

    /** Begins a wait; {@link Wait} says what the values mean. Only the lane. */
    public void begin(SpanKind kind, int what, long number, int whom, long startNs, boolean limited) {
        if (listener != SpanListener.NONE) {
            listener.waitBegins(kind);
        }
        VarHandle.storeStoreFence();
        this.kind = kind;
        role = running;
        this.what = what;
        this.number = number;
        this.whom = whom;
        this.limited = limited;
        SINCE.setRelease(this, startNs == 0 ? 1 : startNs);
    }

    /**
     * Ends the wait; after that nobody can break it. Only the lane.
     *
     * @return true if it was {@linkplain #breakOff broken}: the thread was interrupted for that alone
     */
    public synchronized boolean end() {
        SINCE.setOpaque(this, 0L);
        boolean was = broken;
        broken = false;
        return was;
    }

    /**
     * Breaks the wait that began at {@code since} by interrupting the lane's thread; returns false if it has ended. Any thread.
     */
    public synchronized boolean breakOff(Thread thread, long since) {
        if (sinceNs() != since) {
            return false;
        }
        broken = true;
        thread.interrupt();
        return true;
    }

    /** When the wait began, or 0 if the lane does not wait; any thread, without allocating. */
    public long sinceNs() {
        return (long) SINCE.getAcquire(this);
    }

    /** The wait at this moment, or null; any thread. Allocates. */
    public Wait look() {
        for (int i = 0; i < TRIES; i++) {
            long since = sinceNs();
            if (since == 0) {
                return null;
            }
            Wait w = new Wait(kind, role, what, number, whom, since, limited);
            VarHandle.acquireFence();
            if ((long) SINCE.getOpaque(this) == since) {
                return w;
            }
        }
        return null;
    }
}
