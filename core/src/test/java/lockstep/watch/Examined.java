package lockstep.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lockstep.blame.LateFrames;
import lockstep.blame.Names;
import lockstep.engine.Lane;
import lockstep.engine.TestLanes;
import lockstep.sync.Faults;
import lockstep.sync.Guard;
import lockstep.time.FrameLog;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/** Lanes that a test makes do things, on a clock that it moves, with an examiner that looks when it is told to. */
final class Examined {
    static final long MS = 1_000_000;
    static final long BUDGET_NS = 16 * MS;
    static final int GUARD = 5;
    static final int OWN_PID = 77;
    private static final int INPUT_LATENCY = -1;

    final List<Lane> lanes = new CopyOnWriteArrayList<>();
    final FrameLog frames = new FrameLog();
    final LateFrames verdicts = new LateFrames();
    final List<Guard> guards = new ArrayList<>();
    final List<String> told = new ArrayList<>();
    final Lane render = lane("render");
    final Examiner examiner;
    long nowNs;
    private boolean namesFail;

    Examined(long startNs) {
        this(startNs, Path.of("no such folder"));
    }

    /** With what the kernel says of CPU times in {@code proc}. */
    Examined(long startNs, Path proc) {
        nowNs = startNs;
        examiner = new Examiner(lanes, () -> guards, frames, new Words(), verdicts, () -> nowNs, told::add,
            new CoreUse(proc, OWN_PID, 2, () -> nowNs),
            new GcPauses(() -> nowNs, List.of()), new StoppedTime(Path.of("no such file")));
    }

    private final class Words implements Names {
        @Override
        public String lane(int number) {
            if (namesFail) {
                throw new IllegalStateException("no names");
            }
            return lanes.get(number).name();
        }

        @Override
        public String guard(int number) {
            return "world";
        }

        @Override
        public String role(int number) {
            return "role " + number;
        }

        @Override
        public String asset(int number) {
            return "asset " + number;
        }

        @Override
        public int decodeGuard() {
            return 99;
        }
    }

    /** From now on the judge meets an exception. */
    void breakTheJudge() {
        namesFail = true;
    }

    /** A lane more. */
    Lane lane(String name) {
        Lane lane = TestLanes.lane(lanes.size(), name, () -> nowNs, Faults.NONE, false);
        lanes.add(lane);
        return lane;
    }

    /** A frame in which render works all the time. */
    void frame(long ns) {
        long start = nowNs;
        nowNs += ns;
        render.recorder().span(SpanKind.WORK, start, nowNs, 1);
        drawn(start);
    }

    /** A frame of which render waits {@code waitNs} for a guard that {@code holder} holds. */
    void frameBehind(Lane holder, long ns, long waitNs) {
        long start = nowNs;
        nowNs += waitNs;
        holder.recorder().span(SpanKind.HOLD, start - MS, nowNs, SpanRing.NOBODY, GUARD, 0);
        holder.recorder().span(SpanKind.WORK, start - MS, nowNs, 1);
        waited(holder, start);
        nowNs = start + ns;
        render.recorder().span(SpanKind.WORK, start, nowNs, 1);
        drawn(start);
    }

    /** Render waited until now for a guard that {@code whom} had when it began. */
    void waited(Lane whom, long startNs) {
        render.recorder().span(SpanKind.GUARD_WAIT, startNs, nowNs, whom.number(), GUARD, 0);
    }

    /** A frame ends now. */
    void drawn(long startNs) {
        frames.add(startNs, nowNs, 0, startNs, INPUT_LATENCY, render.number(), BUDGET_NS);
    }

    /** So many frames in time, and a look each three. */
    void inTime(int count) {
        for (int i = 0; i < count; i++) {
            frame(BUDGET_NS);
            if (i % 3 == 0) {
                examiner.look(false);
            }
        }
    }

    /** Time passes, and the examiner looks. */
    void lookAfter(long ns) {
        nowNs += ns;
        examiner.look(false);
    }
}
