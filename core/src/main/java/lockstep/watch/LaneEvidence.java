package lockstep.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lockstep.blame.Evidence;
import lockstep.blame.FrozenLane;
import lockstep.blame.Pauses;
import lockstep.engine.Lane;
import lockstep.engine.ThreadUse;
import lockstep.sync.Guard;
import lockstep.time.Clock;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;
import lockstep.time.Spans;
import lockstep.time.Waiting;

/**
 * The newest spans of all lanes, copied from their rings, with garbage collection pauses and run delays. Only the thread that
 * judges frames uses it; lanes may be added while it runs.
 */
final class LaneEvidence implements Evidence, AutoCloseable {
    private static final int MOST_SPANS = 16_384;
    private static final int READ_SPANS = 1024;
    /** How many lanes' run delays are sampled at each reading. */
    private static final int SAMPLED = 8;

    private static final class Followed {
        final Lane lane;
        final SpanTrack track = new SpanTrack(MOST_SPANS);
        long next;
        long lostBeforeNs = Long.MIN_VALUE;
        RunDelay delay;

        Followed(Lane lane) {
            this.lane = lane;
        }
    }

    private final List<Lane> lanes;
    private final Supplier<List<Guard>> guards;
    private final List<Followed> followed = new ArrayList<>();
    private final Spans spans = new Spans(READ_SPANS);
    private final Pauses pauses = new Pauses();
    private final StoppedTime stopped;
    private int sampledFrom;

    /** {@code guards} supplies the guards in use. */
    LaneEvidence(List<Lane> lanes, Supplier<List<Guard>> guards, StoppedTime stopped) {
        this.stopped = stopped;
        this.lanes = lanes;
        this.guards = guards;
    }

    /** Reads what the lanes recorded since the last call. */
    void read(Clock clock) {
        for (int i = followed.size(); i < lanes.size(); i++) {
            followed.add(new Followed(lanes.get(i)));
        }
        for (int i = 0; i < followed.size(); i++) {
            read(followed.get(i));
        }
        for (int i = 0; i < Math.min(SAMPLED, followed.size()); i++) {
            sample(followed.get((sampledFrom + i) % followed.size()), clock);
        }
        sampledFrom += SAMPLED;
        stopped.sample(clock);
    }

    private void read(Followed f) {
        do {
            long lost = spans.lost();
            spans.read(f.lane.recorder().ring(), f.next);
            if (spans.lost() > lost && spans.count() > 0) {
                f.lostBeforeNs = spans.endNs(0);
            }
            f.next = spans.next();
            f.track.append(spans);
        } while (spans.count() == READ_SPANS);
    }

    private static void sample(Followed f, Clock clock) {
        if (f.delay == null && f.lane.use().osThread() != null) {
            f.delay = new RunDelay(f.lane.use().osThread());
        }
        if (f.delay != null) {
            f.delay.sample(clock);
        }
    }

    @Override
    public int lanes() {
        return followed.size();
    }

    @Override
    public SpanTrack spans(int lane) {
        return followed.get(lane).track;
    }

    @Override
    public boolean isLost(int lane, long ns) {
        Followed f = followed.get(lane);
        return Math.max(f.lostBeforeNs, f.track.forgottenUntilNs()) > ns;
    }

    @Override
    public Pauses pauses() {
        return pauses;
    }

    @Override
    public long runDelayNs(int lane, long fromNs, long toNs) {
        RunDelay delay = followed.get(lane).delay;
        return delay == null ? -1 : delay.ns(fromNs, toNs);
    }

    @Override
    public long stoppedNs(long fromNs, long toNs) {
        return stopped.ns(fromNs, toNs, pauses);
    }

    /** Lane names by the operating system's thread number. Allocates. */
    Map<Integer, String> threads() {
        Map<Integer, String> names = new HashMap<>();
        for (Followed f : followed) {
            String thread = f.lane.use().osThread();
            if (thread != null && !thread.equals(ThreadUse.UNKNOWN)) {
                names.put(Integer.valueOf(thread.substring(thread.lastIndexOf('/') + 1)), f.lane.name());
            }
        }
        return names;
    }

    /** Copies what all lanes did between two moments, including waits that have not ended. Allocates. */
    List<FrozenLane> freeze(long fromNs, long toNs, Clock clock) {
        return followed.stream().map(f -> freeze(f, fromNs, toNs, clock)).toList();
    }

    /** Looks at the wait before it reads the spans: if the wait ended in between, its span or a later one has been recorded. */
    private FrozenLane freeze(Followed f, long fromNs, long toNs, Clock clock) {
        long now = clock.nanos();
        Waiting.Wait wait = f.lane.recorder().waiting().look();
        read(f);
        SpanTrack copy = f.track.copy(fromNs, toNs);
        boolean waits = wait != null && wait.sinceNs() < Math.min(now, toNs)
            && (f.track.count() == 0 || f.track.endNs(f.track.count() - 1) <= wait.sinceNs());
        if (waits) {
            copy.append(wait.kind(), wait.sinceNs(), Math.min(now, toNs), wait.role(), waitedFor(f.lane.number(), wait),
                wait.what(),
                -1, wait.number());
        }
        return new FrozenLane(f.lane.number(), f.lane.name(), copy, waits);
    }

    /** The lane waited for. A guard may have changed hands since the wait began, so its present holder is looked up. */
    private int waitedFor(int waiter, Waiting.Wait wait) {
        for (Guard g : wait.kind() == SpanKind.GUARD_WAIT ? guards.get() : List.<Guard>of()) {
            for (Followed f : followed) {
                if (g.number() == wait.what() && f.lane.number() != waiter && g.isHeldBy(f.lane.number())) {
                    return f.lane.number();
                }
            }
        }
        return wait.whom();
    }

    @Override
    public void close() {
        followed.stream().filter(f -> f.delay != null).forEach(f -> f.delay.close());
    }
}
