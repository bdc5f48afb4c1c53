package lockstep.trace.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import lockstep.session.Session;

/**
 * A counter that changes while the game runs.
 *
 * @param bytes true if it counts bytes
 * @param value its current value; the tracing thread asks
 */
record Gauge(String name, boolean bytes, LongSupplier value) {
    /** The maximum so far of a count that may read too low while others add to it. */
    static LongSupplier most(LongSupplier count) {
        long[] most = new long[1];
        return () -> most[0] = Math.max(most[0], count.getAsLong());
    }

    static List<Gauge> of(Session session) {
        Runtime jvm = Runtime.getRuntime();
        List<Gauge> all = new ArrayList<>();
        all.add(new Gauge("late frames so far", false, session.frames().log()::late));
        all.add(new Gauge("frames over budget so far", false, session.frames().log()::overBudget));
        all.add(new Gauge("torn frames", false, session.frames()::tornFrames));
        all.add(new Gauge("lost updates", false, most(session.world()::lostUpdates)));
        all.add(new Gauge("assets queued", false, session.assets()::queued));
        all.add(new Gauge("commands queued", false, session.parts().input().commands()::size));
        all.add(new Gauge("heap used", true, () -> jvm.totalMemory() - jvm.freeMemory()));
        return all;
    }
}
