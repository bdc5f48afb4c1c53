package lockstep.world;

import lockstep.sync.Fault;
import lockstep.time.LaneOrder;

/**
 * Copies out of the world, for the reading part of a role's {@link Section}. Only the lane of the role calls it, only inside a
 * section that names the region. Under an exchange a role can take only what it named to be read.
 */
public final class WorldReader {
    private final World world;
    private final Access role;
    private final Fault copy;

    WorldReader(World world, Access role, Fault copy) {
        this.world = world;
        this.role = role;
        this.copy = copy;
    }

    /** Copies intents out. */
    public void take(Intents into) {
        Ends ends = role.ends();
        Intents from = ends != null ? ends.intents(role.recorder()) : world.intents;
        if (from != null) {
            reads(Region.INTENTS);
            into.set(from);
        }
    }

    /** Copies bodies out. */
    public void take(Bodies into) {
        Ends ends = role.ends();
        Bodies from = ends != null ? ends.bodies(role.recorder()) : world.bodies;
        if (from != null) {
            reads(Region.BODIES);
            into.take(from, copy, role.recorder());
            role.views().note(into);
            checkUnlessUnsure();
        }
    }

    /** Copies the assets' states out. */
    public void take(Sectors into) {
        Ends ends = role.ends();
        Sectors from = ends != null ? ends.sectors(role.recorder()) : world.sectors;
        if (from != null) {
            reads(Region.SECTORS);
            into.take(from);
            role.views().note(into);
            checkUnlessUnsure();
        }
    }

    /** The tick of physics' last addition to the tally. */
    public int tallyTick() {
        reads(Region.TALLY);
        return world.tallyTick();
    }

    private void reads(Region region) {
        LaneOrder order = role.recorder().order();
        if (order != null) {
            role.trace().reads(order, region, role.holds(region));
        }
    }

    private void checkUnlessUnsure() {
        if (!role.unsure()) {
            role.views().check();
        }
    }
}
