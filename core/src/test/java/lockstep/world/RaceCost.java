package lockstep.world;

import java.util.List;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneTimer;

/**
 * Prints what looking for races costs a guarded section that reads one region and adds to another: ns with the detector
 * off and on, in turns on the same lane so that both meet the same machine; the least of many rounds.
 */
final class RaceCost {
    private static final int SECTIONS = 50_000;
    private static final int ROUNDS = 40;

    private RaceCost() {
    }

    /** Prints a line for each guard. */
    public static void main(String[] args) throws Exception {
        System.out.printf("%-14s %8s %8s %8s%n", "guard", "off ns", "on ns", "more ns");
        for (String guard : Guards.names()) {
            measure(guard);
        }
    }

    private static void measure(String guard) throws Exception {
        World world = new World(8, 4, new World.Sharing(guard, Granularity.WORLD, Order.SORTED, Hold.COPY), false, Faults.NONE);
        LaneTimer lane = new LaneTimer(1, "one", Clock.SYSTEM);
        Access access = world.access("r", lane, 0, Need.read(Region.SECTORS), Need.write(Region.TALLY));
        Scope scope = access.scope("RaceCost.measure", Need.read(Region.SECTORS), Need.write(Region.TALLY));
        Sectors in = new Sectors(4);
        long off = Long.MAX_VALUE;
        long on = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            world.races().off(List.of(lane));
            off = Math.min(off, round(access, scope, in));
            world.races().on(List.of(lane));
            on = Math.min(on, round(access, scope, in));
        }
        System.out.printf("%-14s %8.0f %8.0f %8.0f%n", guard, (double) off / SECTIONS, (double) on / SECTIONS,
            (double) (on - off) / SECTIONS);
    }

    private static long round(Access access, Scope scope, Sectors in) throws InterruptedException {
        long start = System.nanoTime();
        for (int i = 0; i < SECTIONS; i++) {
            scope.enter();
            do {
                access.take(in);
            } while (scope.again());
            access.add(Counter.RUNS, 1);
            scope.exit();
        }
        return System.nanoTime() - start;
    }
}
