package lockstep.blame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/**
 * Finds what made a frame late: sums its critical path by key and ranks the keys by how much longer they took than in on-time
 * frames. A stage that always takes long is therefore no culprit. Time that no evidence explains has a key of its own. For one
 * thread.
 */
public final class Judge {
    /** A sleep that ends later than this after its deadline was not delayed by the timer. */
    private static final long TIMER_SLACK_NS = 1_000_000;
    private static final long LEAST_NS = 300_000;
    private static final double LEAST_SHARE = 0.03;
    /** Part of the cause of a garbage collection that the program requested. */
    private static final String ASKED = "System.gc()";

    private final Evidence evidence;
    private final Names names;
    private final CriticalPath criticalPath;
    private final Accounts accounts;
    private final Usual usual = new Usual();
    private final InTime inTime = new InTime();
    private int drawing;

    /** Judges by {@code evidence}; {@code names} supplies words for its numbers. */
    public Judge(Evidence evidence, Names names) {
        this.evidence = evidence;
        this.names = names;
        criticalPath = new CriticalPath(evidence);
        accounts = new Accounts(evidence);
    }

    /**
     * A frame was in time: it says what is usual, once a frame is late. {@code lane}: number of the lane that drew it.
     * Allocates nothing in the steady state.
     */
    public void inTime(int lane, long startNs, long endNs) {
        inTime.add(lane, startNs, endNs);
        while (inTime.isFirstDue(endNs)) {
            learnFirst();
        }
    }

    private void learnFirst() {
        int lane = inTime.firstLane();
        if (lane != drawing) {
            drawing = lane;
            usual.clear();
        }
        sum(lane, inTime.firstStartNs(), inTime.firstEndNs(), false);
        usual.add(accounts);
        inTime.removeFirst();
    }

    /** Judges a late frame, drawn by lane number {@code lane}. */
    public LateFrame late(long frame, int lane, long startNs, long endNs, long budgetNs) {
        while (!inTime.isEmpty()) {
            learnFirst();
        }
        boolean complete = sum(lane, startNs, endNs, true);
        return new LateFrame(frame, startNs, endNs, budgetNs, names.lane(lane), causes(startNs, endNs), accounts.path(),
            complete);
    }

    private boolean sum(int lane, long startNs, long endNs, boolean keepsPath) {
        accounts.begin(startNs, endNs, keepsPath);
        boolean complete = criticalPath.walk(lane, startNs, endNs, accounts);
        accounts.settle(TIMER_SLACK_NS);
        return complete;
    }

    private List<Cause> causes(long startNs, long endNs) {
        long all = 0;
        for (int i = 0; i < accounts.count(); i++) {
            all += excess(accounts.get(i));
        }
        List<Cause> causes = new ArrayList<>();
        for (int i = 0; i < accounts.count(); i++) {
            Account a = accounts.get(i);
            long excess = excess(a);
            if (excess >= LEAST_NS && excess >= LEAST_SHARE * all) {
                causes.add(cause(a, excess, (double) excess / all, startNs, endNs));
            }
        }
        causes.sort(Comparator.comparingLong(Cause::ns).reversed());
        return causes;
    }

    private long excess(Account a) {
        return Math.max(0, a.ns - usual.median(a));
    }

    private Cause cause(Account a, long excess, double share, long startNs, long endNs) {
        String lane = switch (a.kind) {
            case GC -> "jvm";
            case MACHINE -> names.lane(accounts.stalledLane());
            case UNEXPLAINED -> "";
            default -> names.lane(a.lane);
        };
        SpanKind activity = a.activity();
        String what = switch (a.kind) {
            case GUARD -> names.guard(a.what);
            case WORK, IO -> names.role(a.what);
            case BARRIER, PERMIT -> a.longestSpan < 0 ? "" : names.role(evidence.spans(a.lane).role(a.longestSpan));
            case GC -> 2 * evidence.pauses().ns(startNs, endNs) < a.ns ? "a safepoint" : evidence.pauses().by(startNs, endNs);
            case UPLOAD -> "textures";
            case MACHINE -> "no core";
            case PACE -> a.what == CriticalPath.PLANNED ? Sentence.UNTIL_DUE : a.what == CriticalPath.PAUSED ? Sentence.SAFE_POINT
                : Sentence.TIMER;
            case SWAP -> "swap";
            case UNEXPLAINED -> "";
        };
        double confidence = a.ns == 0 ? 0 : (double) a.sureNs / a.ns;
        return new Cause(lane, a.kind, what, joined(doing(a, activity), planted(a, what)), excess, share, confidence);
    }

    private static String joined(String doing, String planted) {
        return planted.isEmpty() ? doing : (doing.isEmpty() ? "" : doing + ", ") + "planted: " + planted;
    }

    /** The planted fault that fired in the longest piece, in words; empty if there is none. */
    private String planted(Account a, String what) {
        if (a.kind == Blame.GC) {
            return what.contains(ASKED) ? names.plantedCollections() : "";
        }
        return a.longestSpan < 0 || a.lane < 0 ? "" : names.fault(evidence.spans(a.lane).fault(a.longestSpan));
    }

    private String doing(Account a, SpanKind activity) {
        if (a.kind == Blame.UPLOAD) {
            return a.longestSpan < 0 ? "" : names.asset((int) evidence.spans(a.lane).detail(a.longestSpan));
        }
        if (activity == null || a.longestSpan < 0 || a.lane < 0) {
            return "";
        }
        SpanTrack track = evidence.spans(a.lane);
        boolean asleep = activity == SpanKind.WORK && a.offNs > a.ns / 2;
        return switch (activity) {
            case IO -> "reading " + names.asset((int) track.detail(a.longestSpan));
            case UPLOAD -> "uploading " + names.asset((int) track.detail(a.longestSpan));
            case SWAP -> a.kind == Blame.SWAP ? "" : "swapping buffers";
            case PACE -> a.kind == Blame.PACE ? "" : "sleeping until it was due";
            case WORK -> asleep ? "asleep, not computing" : decoding(track, a.longestSpan);
            default -> "";
        };
    }

    /** The asset that was decoded during most of a run, for people. */
    private String decoding(SpanTrack track, int run) {
        long most = (track.endNs(run) - track.startNs(run)) / 2;
        for (int i = run - 1; i >= 0 && track.endNs(i) > track.startNs(run); i--) {
            if (track.kind(i) == SpanKind.HOLD && track.what(i) == names.decodeGuard() && track.detail(i) > 0
                && track.endNs(i) - track.startNs(i) >= most) {
                return "decoding " + names.asset((int) track.detail(i) - 1);
            }
        }
        return "";
    }
}
