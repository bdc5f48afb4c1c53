package lockstep.blame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;

/**
 * Sums a frame's critical path by key. For one thread; allocates only when a frame has more keys than any before.
 *
 * <p>The CPU time of a run shows how long the thread had no core in it. That part of each piece is summed as off the core, in
 * proportion; {@link #settle} then attributes it by the operating system's figures.
 */
final class Accounts implements PathSink {
    /** The lane of a key that belongs to no lane. */
    static final int NO_LANE = -1;

    private final Evidence evidence;
    private final List<Account> accounts = new ArrayList<>();
    private int open;
    private long[] gapNs = new long[4];
    private long[] machineNs = new long[4];
    /** By lane, when the runs that contain its pieces begin and end: possibly before and after the frame. */
    private long[] fromNs = new long[4];
    private long[] toNs = new long[4];
    private long startNs;
    private long endNs;
    private long stoppedNs;
    private boolean keepsPath;
    private List<Step> path = List.of();

    Accounts(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Begins a frame; with {@code keepsPath} its steps are kept too. */
    void begin(long startNs, long endNs, boolean keepsPath) {
        open = 0;
        if (gapNs.length < evidence.lanes()) {
            gapNs = new long[evidence.lanes()];
            machineNs = new long[evidence.lanes()];
            fromNs = new long[evidence.lanes()];
            toNs = new long[evidence.lanes()];
        }
        Arrays.fill(gapNs, 0);
        Arrays.fill(machineNs, 0);
        Arrays.fill(fromNs, startNs);
        Arrays.fill(toNs, endNs);
        this.startNs = startNs;
        this.endNs = endNs;
        this.keepsPath = keepsPath;
        path = keepsPath ? new ArrayList<>() : List.of();
    }

    int count() {
        return open;
    }

    Account get(int i) {
        return accounts.get(i);
    }

    List<Step> path() {
        return path;
    }

    private Account of(int lane, Blame kind, int what) {
        for (int i = 0; i < open; i++) {
            if (accounts.get(i).is(lane, kind, what)) {
                return accounts.get(i);
            }
        }
        if (open == accounts.size()) {
            accounts.add(new Account());
        }
        Account fresh = accounts.get(open++);
        fresh.open(lane, kind, what);
        return fresh;
    }

    @Override
    public void piece(long startNs, long endNs, int lane, Blame kind, int what, int waiter, SpanKind activity, int span,
                      boolean sure) {
        long ns = endNs - startNs;
        if (keepsPath) {
            step(startNs, endNs, lane, kind, what, waiter);
        }
        if (kind == Blame.MACHINE) {
            gapNs[lane] += ns;
            return;
        }
        Account a = of(kind == Blame.GC ? NO_LANE : lane, kind, what);
        a.add(ns, sure, activity, span);
        if (kind == Blame.UNEXPLAINED) {
            a.offNs += ns;
        } else if (span != NO_SPAN && activity != SpanKind.PACE) {
            a.offNs += offCore(lane, span, activity, ns);
        }
    }

    private void step(long startNs, long endNs, int lane, Blame kind, int what, int waiter) {
        int last = path.size() - 1;
        if (last >= 0) {
            Step s = path.get(last);
            if (s.lane() == lane && s.kind() == kind && s.what() == what && s.waiter() == waiter) {
                path.set(last, new Step(s.startNs(), endNs, lane, kind, what, waiter));
                return;
            }
        }
        path.add(new Step(startNs, endNs, lane, kind, what, waiter));
    }

    /** The part of {@code ns} in span {@code i} in which the thread had no core, by the CPU time of its run, I/O or swap. */
    private long offCore(int lane, int i, SpanKind activity, long ns) {
        SpanTrack track = evidence.spans(lane);
        int timed = activity == SpanKind.UPLOAD ? runAround(track, i) : i;
        if (timed < 0 || track.cpuNs(timed) < 0) {
            return 0;
        }
        fromNs[lane] = Math.min(fromNs[lane], track.startNs(timed));
        toNs[lane] = Math.max(toNs[lane], track.endNs(timed));
        long own = track.endNs(timed) - track.startNs(timed) - evidence.pauses().ns(track.startNs(timed), track.endNs(timed));
        if (track.kind(timed) == SpanKind.WORK) {
            own -= waitsIn(track, timed);
        }
        long off = own - track.cpuNs(timed);
        return own <= 0 || off <= 0 ? 0 : Math.round((double) ns * off / own);
    }

    private static int runAround(SpanTrack track, int i) {
        for (int k = i + 1; k < track.count(); k++) {
            if (track.kind(k) == SpanKind.WORK) {
                return track.startNs(k) <= track.startNs(i) ? k : -1;
            }
        }
        return -1;
    }

    private static long waitsIn(SpanTrack track, int run) {
        long sum = 0;
        for (int k = run - 1; k >= 0 && track.endNs(k) > track.startNs(run); k--) {
            if (track.kind(k).isWait() && track.startNs(k) >= track.startNs(run)) {
                sum += track.endNs(k) - track.startNs(k);
            }
        }
        return sum;
    }

    /**
     * Attributes the time off the core: to the machine, as far as the operating system reports that the thread was runnable; of
     * the rest, to safepoints, as far as the virtual machine reports stopping all threads beyond its collections. Any further
     * sleep stays where it is. Where the operating system reports nothing, the time is attributed to the machine by inference,
     * except for {@code timerSlackNs} of each sleep. Swaps and I/O may sleep, so inference and safepoints do not apply to them.
     */
    void settle(long timerSlackNs) {
        stoppedNs = Math.max(0, evidence.stoppedNs(startNs, endNs));
        for (int lane = 0; lane < evidence.lanes(); lane++) {
            long delay = evidence.runDelayNs(lane, fromNs[lane], toNs[lane]);
            long left = Math.max(0, delay);
            if (gapNs[lane] > 0) {
                long sure = Math.min(left, gapNs[lane]);
                left -= sure;
                machine(lane, gapNs[lane] - stood(gapNs[lane] - sure), sure);
            }
            for (int i = 0; i < open; i++) {
                Account a = accounts.get(i);
                if (a.lane == lane) {
                    left -= settle(a, delay < 0, left, timerSlackNs);
                }
            }
        }
    }

    /** Returns how much of {@code leftNs} it took. */
    private long settle(Account a, boolean unknown, long leftNs, long timerSlackNs) {
        boolean overshot = a.kind == Blame.PACE && a.what == CriticalPath.OVERSHOT;
        boolean maySleep = a.kind == Blame.SWAP || a.kind == Blame.IO;
        long off = overshot ? a.ns : Math.min(a.offNs, a.ns);
        long delayed = Math.min(leftNs, off);
        long stood = maySleep ? 0 : stood(off - delayed);
        if (unknown && !maySleep && a.kind != Blame.UNEXPLAINED && (!overshot || off - stood > timerSlackNs)) {
            delayed = off - stood;
        }
        long taken = delayed + stood;
        a.ns -= taken;
        a.sureNs = Math.min(a.sureNs, a.ns);
        a.offNs -= Math.min(a.offNs, taken);
        if (delayed > 0) {
            machine(a.lane, delayed, unknown ? 0 : delayed);
        }
        return unknown ? 0 : delayed;
    }

    /** The part of {@code ns} that is covered by stopped time not used for other pieces yet. */
    private long stood(long ns) {
        long covered = Math.min(stoppedNs, ns);
        if (covered > 0) {
            stoppedNs -= covered;
            Account vm = of(NO_LANE, Blame.GC, 0);
            vm.ns += covered;
            vm.sureNs += covered;
        }
        return covered;
    }

    private void machine(int lane, long ns, long sureNs) {
        machineNs[lane] += ns;
        Account m = of(NO_LANE, Blame.MACHINE, 0);
        m.ns += ns;
        m.sureNs += sureNs;
    }

    /** The lane that the machine kept from running for longest. */
    int stalledLane() {
        int most = 0;
        for (int l = 1; l < evidence.lanes(); l++) {
            most = machineNs[l] > machineNs[most] ? l : most;
        }
        return most;
    }
}
