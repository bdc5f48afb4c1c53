package lockstep.blame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.SpanTrack;

/** Evidence written by hand, in ms. Spans of a lane are added in the order in which they end. */
final class HandMade implements Evidence, Names {
    static final long MS = 1_000_000;
    static final int RENDER = 0, PHYSICS = 1, ASSETS = 2;
    static final int WORLD = 1, DECODE = 9;
    private static final List<String> LANES = List.of("render", "physics", "assets");

    final SpanTrack[] tracks;
    final Pauses pauses = new Pauses();
    final long[] delayNs;
    /** The delays were counted between these. */
    long delaysFromNs = Long.MIN_VALUE, delaysToNs = Long.MAX_VALUE;
    long stoppedNs;
    String plantedCollections = "";
    final boolean[] lost;

    HandMade() {
        this(LANES.size());
    }

    HandMade(int lanes) {
        tracks = new SpanTrack[lanes];
        Arrays.setAll(tracks, lane -> new SpanTrack(4096));
        delayNs = new long[lanes];
        lost = new boolean[lanes];
    }

    /** The thread had all the CPU time that the run's own work needs. */
    HandMade work(int lane, double from, double to) {
        double waits = 0;
        SpanTrack t = tracks[lane];
        for (int i = 0; i < t.count(); i++) {
            if (t.startNs(i) >= ns(from) && t.endNs(i) <= ns(to) && t.kind(i).isWait()) {
                waits += (t.endNs(i) - t.startNs(i)) / (double) MS;
            }
        }
        return work(lane, from, to, to - from - waits);
    }

    HandMade work(int lane, double from, double to, double cpu) {
        return add(lane, SpanKind.WORK, from, to, SpanRing.NOBODY, 0, ns(cpu), 0);
    }

    HandMade guardWait(int lane, double from, double to, int guard, int whom) {
        return add(lane, SpanKind.GUARD_WAIT, from, to, whom, guard, -1, 0);
    }

    HandMade hold(int lane, double from, double to, int guard) {
        return add(lane, SpanKind.HOLD, from, to, SpanRing.NOBODY, guard, -1, 0);
    }

    HandMade barrier(int lane, double from, double to, int whom) {
        return add(lane, SpanKind.BARRIER_WAIT, from, to, whom, 0, -1, 0);
    }

    HandMade permit(int lane, double from, double to, int whom) {
        return add(lane, SpanKind.PERMIT_WAIT, from, to, whom, 0, -1, 0);
    }

    HandMade pace(int lane, double from, double to, double deadline) {
        return add(lane, SpanKind.PACE, from, to, SpanRing.NOBODY, 0, -1, ns(deadline));
    }

    HandMade add(int lane, SpanKind kind, double from, double to, int whom, int what, long cpuNs, long detail) {
        tracks[lane].append(kind, ns(from), ns(to), lane, whom, what, cpuNs, detail);
        return this;
    }

    /** All lanes did something until then: nothing more is to come from before. */
    HandMade allTold(double until) {
        for (int lane = 0; lane < tracks.length; lane++) {
            pace(lane, until, until + 1, until + 1);
        }
        return this;
    }

    static long ns(double ms) {
        return Math.round(ms * MS);
    }

    @Override
    public int lanes() {
        return tracks.length;
    }

    @Override
    public SpanTrack spans(int lane) {
        return tracks[lane];
    }

    @Override
    public boolean isLost(int lane, long ns) {
        return lost[lane];
    }

    @Override
    public Pauses pauses() {
        return pauses;
    }

    @Override
    public long runDelayNs(int lane, long fromNs, long toNs) {
        return delayNs[lane] > 0 && (toNs < delaysFromNs || fromNs > delaysToNs) ? 0 : delayNs[lane];
    }

    @Override
    public long stoppedNs(long fromNs, long toNs) {
        return stoppedNs;
    }

    @Override
    public String lane(int number) {
        return number < LANES.size() ? LANES.get(number) : "lane-" + number;
    }

    @Override
    public String guard(int number) {
        return number == WORLD ? "world" : "guard " + number;
    }

    @Override
    public String role(int number) {
        return LANES.get(number);
    }

    @Override
    public String asset(int number) {
        return "asset-" + number + ".png";
    }

    @Override
    public String fault(int number) {
        return number == 0 ? "" : "fault " + number;
    }

    @Override
    public String plantedCollections() {
        return plantedCollections;
    }

    @Override
    public int decodeGuard() {
        return DECODE;
    }

    /** The pieces of a path in words: {@code 0-4 assets guard 1}. */
    static final class Pieces implements PathSink {
        final List<String> words = new ArrayList<>();
        long sumNs;
        long lastNs = Long.MIN_VALUE;
        boolean gap;

        @Override
        public void piece(long startNs, long endNs, int lane, Blame kind, int what, int waiter, SpanKind activity, int span,
                          boolean sure) {
            words
                .add(ms(startNs) + "-" + ms(endNs) + " " + LANES.get(lane) + " " + kind.word() + " " + what + (sure ? "" : " ?"));
            gap |= lastNs != Long.MIN_VALUE && lastNs != startNs || endNs <= startNs;
            lastNs = endNs;
            sumNs += endNs - startNs;
        }

        private static String ms(long ns) {
            return ns % MS == 0 ? Long.toString(ns / MS) : Double.toString(ns / (double) MS);
        }

        void are(String... expected) {
            org.junit.jupiter.api.Assertions.assertEquals(String.join("\n", Arrays.asList(expected)), String.join("\n", words));
        }
    }
}
