package lockstep.blame;

import java.util.Arrays;
import lockstep.time.SpanKind;

/** The time of one frame that is attributed to one key: lane, kind and what. For one thread; reused for each frame. */
final class Account {
    private static final int ACTIVITIES = SpanKind.values().length;

    int lane;
    Blame kind;
    int what;
    long ns;
    /** The part of {@link #ns} that recorded evidence covers. */
    long sureNs;
    /** The part of {@link #ns} in which the lane's thread got no CPU time. */
    long offNs;
    /** Length of its longest piece, and what the lane was doing in it. */
    long longestNs;
    int longestSpan;
    private final long[] activityNs = new long[ACTIVITIES];

    void open(int lane, Blame kind, int what) {
        this.lane = lane;
        this.kind = kind;
        this.what = what;
        ns = sureNs = offNs = longestNs = 0;
        longestSpan = PathSink.NO_SPAN;
        Arrays.fill(activityNs, 0);
    }

    boolean is(int lane, Blame kind, int what) {
        return this.lane == lane && this.kind == kind && this.what == what;
    }

    void add(long ns, boolean sure, SpanKind activity, int span) {
        this.ns += ns;
        sureNs += sure ? ns : 0;
        if (activity != null) {
            activityNs[activity.ordinal()] += ns;
        }
        if (ns > longestNs) {
            longestNs = ns;
            longestSpan = span;
        }
    }

    /** What the lane did for most of the time, or null if nothing is recorded. */
    SpanKind activity() {
        int most = 0;
        for (int i = 1; i < ACTIVITIES; i++) {
            most = activityNs[i] > activityNs[most] ? i : most;
        }
        return activityNs[most] == 0 ? null : SpanKind.of(most);
    }
}
