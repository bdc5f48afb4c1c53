package lockstep.overlay.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.blame.LateFrame;
import lockstep.blame.Names;
import lockstep.blame.Step;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.SpanTrack;

/**
 * A late frame made by hand, 0 to 40 ms after {@link #START}: the lane {@code render} (3) waits from 2 to 26 ms for
 * {@code assets} (2), which holds guard 0; {@code physics} (1) waits at the barrier from 5 to 39 ms.
 */
public final class LateEvidence {
    public static final long MS = 1_000_000;
    public static final long START = 7_000 * MS;

    public static final Names NAMES = new Names() {
        @Override
        public String lane(int number) {
            return "lane-" + number;
        }

        @Override
        public String guard(int number) {
            return number == 0 ? "world" : "decode";
        }

        @Override
        public String role(int number) {
            return List.of("input", "physics", "assets", "render").get(number);
        }

        @Override
        public String asset(int number) {
            return "asset-" + number;
        }

        @Override
        public String fault(int number) {
            return number == 0 ? "" : "fault " + number;
        }

        @Override
        public int decodeGuard() {
            return 4;
        }
    };

    private LateEvidence() {
    }

    public static void span(SpanTrack to, SpanKind kind, double fromMs, double toMs, int role, int whom, int what, long cpuNs,
                            long detail) {
        to.append(kind, START + Math.round(fromMs * MS), START + Math.round(toMs * MS), role, whom, what, cpuNs, detail);
    }

    public static void span(SpanTrack to, SpanKind kind, double fromMs, double toMs) {
        span(to, kind, fromMs, toMs, 3, SpanRing.NOBODY, 0, -1, 0);
    }

    public static FrozenLane lane(int number, String name, SpanTrack spans) {
        return new FrozenLane(number, name, spans);
    }

    public static LateFrame verdict(long frame, double ms, Cause... causes) {
        List<Step> path = List.of(new Step(START, START + 2 * MS, 3, Blame.WORK, 3, -1),
            new Step(START + 2 * MS, START + 26 * MS, 2, Blame.GUARD, 0, 3),
            new Step(START + 26 * MS, START + 38 * MS, 3, Blame.WORK, 3, -1),
            new Step(START + 38 * MS, START + Math.round(ms * MS), 3, Blame.SWAP, 3, -1));
        return new LateFrame(frame, START, START + Math.round(ms * MS), 16 * MS, "render", List.of(causes), path, true);
    }

    public static Cause held(long ns) {
        return new Cause("assets", Blame.GUARD, "world", "", ns, 1, 1);
    }

    public static Frozen frozen(long frame, double ms) {
        SpanTrack render = new SpanTrack(100);
        span(render, SpanKind.GUARD_WAIT, 2, 26, 3, 2, 0, -1, 0);
        span(render, SpanKind.HOLD, 26, 27);
        span(render, SpanKind.UPLOAD, 28, 30, 3, SpanRing.NOBODY, 0, -1, 12);
        span(render, SpanKind.SWAP, 38, 40, 3, SpanRing.NOBODY, 0, 500_000, frame);
        span(render, SpanKind.WORK, 0, 40, 3, SpanRing.NOBODY, 0, 9 * MS, 77);
        SpanTrack assets = new SpanTrack(100);
        span(assets, SpanKind.HOLD, 1, 26, 2, SpanRing.NOBODY, 0, -1, 0);
        span(assets, SpanKind.WORK, -3, 30, 2, SpanRing.NOBODY, 0, 30 * MS, 5);
        SpanTrack physics = new SpanTrack(100);
        span(physics, SpanKind.WORK, 4, 5, 1, SpanRing.NOBODY, 0, MS, 9);
        span(physics, SpanKind.BARRIER_WAIT, 5, 39, 1, 3, 0, -1, 4);
        List<FrozenLane> lanes = new ArrayList<>(List.of(lane(3, "render", render), lane(1, "physics", physics),
            lane(2, "assets", assets), lane(0, "input", new SpanTrack(10))));
        return new Frozen(verdict(frame, ms, held(24 * MS)), lanes, Map.of());
    }
}
