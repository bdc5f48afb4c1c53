package lockstep.trace.timeline;

import com.badlogic.gdx.utils.LongMap;
import java.util.List;
import java.util.function.IntFunction;
import lockstep.assets.Catalogue;
import lockstep.time.Pacer;
import lockstep.time.SpanRing;

/** The names of slices. Each name is made once. One thread. */
final class SliceNames {
    private final List<String> roles;
    private final IntFunction<String> lane;
    private final IntFunction<String> guard;
    private final IntFunction<String> fault;
    private final LongMap<String> made = new LongMap<>();

    /** {@code lane}, {@code guard} and {@code fault} give names by number; an unknown fault is "". */
    SliceNames(List<String> roles, IntFunction<String> lane, IntFunction<String> guard, IntFunction<String> fault) {
        this.fault = fault;
        this.roles = roles;
        this.lane = lane;
        this.guard = guard;
    }

    /** Forgets all names, because a lane or guard was renamed. */
    void forget() {
        made.clear();
    }

    String of(Slice s) {
        long key =
            s.kind.ordinal() | (long) s.role << 8 | (long) s.whom << 16 | (long) s.what << 24 | (long) (s.asset() + 1) << 32;
        String name = made.get(key);
        if (name == null) {
            name = make(s) + planted(s);
            made.put(key, name);
        }
        return name;
    }

    private String planted(Slice s) {
        String planted = s.fault() == 0 ? "" : fault.apply(s.fault());
        return planted.isEmpty() ? "" : " (planted: " + planted + ")";
    }

    private String make(Slice s) {
        return switch (s.kind) {
            case WORK -> s.role < roles.size() ? roles.get(s.role) : "role " + s.role;
            case GUARD_WAIT -> "wait for " + guard.apply(s.what) + whom(s, " (held by ", ")");
            case HOLD -> s.isOfGuard() ? "hold " + guard.apply(s.what) : "decode " + Catalogue.path(s.asset());
            case BARRIER_WAIT -> "wait at barrier" + whom(s, " (for ", ")");
            case PERMIT_WAIT -> "wait for permit" + whom(s, " (", " has it)");
            case IO -> "read" + file(s);
            case UPLOAD -> "upload" + file(s);
            case SWAP -> "swap";
            case PACE -> s.what == Pacer.PAUSED ? "pause at safe point" : "sleep until due";
        };
    }

    private String whom(Slice s, String before, String after) {
        return s.whom == SpanRing.NOBODY ? "" : before + lane.apply(s.whom) + after;
    }

    private static String file(Slice s) {
        return s.asset() < 0 ? "" : " " + Catalogue.path(s.asset());
    }
}
