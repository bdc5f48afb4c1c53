package lockstep.engine;

import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * How a role ran on one lane. The lane's thread records, without waiting or allocating; one meter at a time drains
 * the work times; the counts may be read by any thread.
 */
public final class RoleStats {
    /** Longest run that is told apart, ns. */
    public static final long LONGEST_NS = 60_000_000_000L;

    private final String role;
    private volatile String lane;
    private volatile double askedHz;
    private final SingleWriterRecorder work = new SingleWriterRecorder(1, LONGEST_NS, 2);
    private final AtomicLong runs = new AtomicLong();
    private final AtomicLong unpausedRuns = new AtomicLong();
    private final AtomicLong late = new AtomicLong();
    private final AtomicLong droppedNs = new AtomicLong();
    private boolean paused;

    RoleStats(String role, String lane, double askedHz) {
        this.role = role;
        this.lane = lane;
        this.askedHz = askedHz;
    }

    /** The lane pauses from now on, or goes on; only the lane. */
    void paused(boolean value) {
        paused = value;
    }

    /** One run is over that worked so long, waits taken off; only the role's lane. */
    public void ran(long workNs) {
        work.recordValue(Math.min(Math.max(workNs, 1), LONGEST_NS));
        runs.setOpaque(runs.getPlain() + 1);
        if (!paused) {
            unpausedRuns.setOpaque(unpausedRuns.getPlain() + 1);
        }
    }

    void onLane(String name) {
        lane = name;
    }

    void ask(double hz) {
        askedHz = hz;
    }

    void wasLate() {
        late.setOpaque(late.getPlain() + 1);
    }

    /** The role gave up so much wall time because it could not keep its rate; its lane calls it. */
    public void dropped(long ns) {
        droppedNs.setOpaque(droppedNs.getPlain() + ns);
    }

    /**
     * The work times recorded since the last call, ns; one thread at a time.
     *
     * @param recycled what the last call returned, which is written over; or null
     */
    public Histogram drainWork(Histogram recycled) {
        return work.getIntervalHistogram(recycled);
    }

    public String role() {
        return role;
    }

    public String lane() {
        return lane;
    }

    /** Asked rate in Hz; 0 for as fast as it goes. */
    public double askedHz() {
        return askedHz;
    }

    /** Runs so far; for physics, ticks. */
    public long runs() {
        return runs.getOpaque();
    }

    /** Runs so far but for the steps made while the lane paused: those that have a rate. */
    public long unpausedRuns() {
        return unpausedRuns.getOpaque();
    }

    /** Runs that began more than a period after they were due. */
    public long lateRuns() {
        return late.getOpaque();
    }

    /** Wall time given up, ns. */
    public long droppedNs() {
        return droppedNs.getOpaque();
    }
}
