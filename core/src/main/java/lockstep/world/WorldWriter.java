package lockstep.world;

import lockstep.sync.Fault;
import lockstep.sync.Guard;
import lockstep.time.LaneOrder;

/**
 * Copies into the world, for the writing part of a role's {@link Section}. Only the lane of the role calls it, only inside a
 * section that names the region to be written; it refuses to write before what the section read is known to be good.
 */
public final class WorldWriter {
    private final World world;
    private final Access role;
    private final Fault between;
    private final Fault copy;
    private boolean slotwise;

    /** {@code between} fires between reading and writing a counter, {@code copy} at each slot of bodies. */
    WorldWriter(World world, Access role, Fault between, Fault copy) {
        this.world = world;
        this.role = role;
        this.between = between;
        this.copy = copy;
    }

    /** Other faults are planted, or the world is shared in another way; at a safe point. */
    void planted() {
        slotwise = copy.armed() || world.guardOf(Region.BODIES).kind() == Guard.Kind.NONE;
    }

    /** Publishes intents. */
    public void put(Intents mine) {
        mayWrite();
        Ends ends = role.ends();
        if (ends != null) {
            ends.publish(mine, role.recorder());
        } else {
            writes(Region.INTENTS);
            world.intents.set(mine);
        }
    }

    /** Publishes a tick: under a guard block by block, under {@code none} straight into the shared arrays. */
    public void put(Bodies mine) {
        mayWrite();
        if (world.views()) {
            mine.sign();
        }
        Ends ends = role.ends();
        if (ends != null) {
            ends.publish(mine, role.recorder());
        } else {
            writes(Region.BODIES);
            copyIn(mine, world.bodies);
        }
    }

    /** Copies a lane's own bodies (first) into shared ones (second). */
    void copyIn(Bodies mine, Bodies shared) {
        if (slotwise) {
            shared.putSlots(mine, copy, role.recorder());
        } else {
            shared.put(mine);
        }
    }

    /** Publishes the assets' states. */
    public void put(Sectors mine) {
        mayWrite();
        mine.version = world.nextVersion(mine.version);
        if (world.views()) {
            mine.sign();
        }
        Ends ends = role.ends();
        if (ends != null) {
            ends.publish(mine, role.recorder());
        } else {
            writes(Region.SECTORS);
            world.sectors.put(mine);
        }
    }

    /** Adds {@code n} to a shared counter. */
    public void add(Counter counter, long n) {
        mayWrite();
        writes(Region.TALLY);
        role.tally().add(role.ledger(), counter, n, between, role.recorder(), world.tallyTick());
    }

    /** Stamps the tally with the tick that was added to it; physics does. */
    public void stampTally(int tick) {
        mayWrite();
        writes(Region.TALLY);
        world.tallyTick(tick);
    }

    private void mayWrite() {
        if (role.unsure()) {
            throw new IllegalStateException("lane '" + role.recorder().name()
                + "' writes to the world before its copies are known to be good");
        }
    }

    private void writes(Region region) {
        LaneOrder order = role.recorder().order();
        if (order != null) {
            role.trace().writes(order, region);
        }
    }
}
