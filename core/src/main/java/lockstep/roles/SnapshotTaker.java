package lockstep.roles;

import lockstep.view.Snapshot;
import lockstep.world.Access;
import lockstep.world.Counter;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.Sectors;
import lockstep.world.WorldReader;
import lockstep.world.WorldWriter;

/** Copies what is to be drawn out of the world, and counts what was wrong with it. Only the rendering lane uses it. */
final class SnapshotTaker {
    /** What the rendering role needs of the world. */
    static final Need[] NEEDS = {Need.read(Region.BODIES), Need.read(Region.SECTORS), Need.write(Region.TALLY)};

    private final Snapshot shot;
    private final Sectors sectors;
    private final RenderStats stats;
    private final Section look;
    private int tallyTick;

    SnapshotTaker(Access access, Snapshot shot, Sectors sectors, RenderStats stats) {
        this.shot = shot;
        this.sectors = sectors;
        this.stats = stats;
        look = access.section("RenderRole.look", this::read, SnapshotTaker::count, NEEDS);
    }

    /** Takes a snapshot if the guard is to be had in time; else the last one stays, and that is counted. */
    void take() throws InterruptedException {
        if (!look.run()) {
            stats.redrawn();
            return;
        }
        if (shot.next().tornSlots() > 0 || sectors.isTorn()) {
            stats.torn();
        }
        if (shot.next().scene.tick != tallyTick) {
            stats.skewed();
        }
        shot.taken();
    }

    private void read(WorldReader in) {
        in.take(shot.next());
        in.take(sectors);
        tallyTick = in.tallyTick();
    }

    private static void count(WorldWriter out) {
        out.add(Counter.FRAMES, 1);
        out.add(Counter.RUNS, 1);
        out.add(Counter.POINTS, 1);
    }
}
