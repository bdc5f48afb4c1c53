package lockstep.world;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What a role has taken out of the world and whether it was what had been published, by the checksum beside it. The
 * role's lane calls it; any thread may read the counts. Nothing is counted that is not known to be good: what a lane
 * copies while a writer may come is only noted, and looked at or forgotten later.
 */
final class Views {
    private final boolean checking;
    private final AtomicLong checked = new AtomicLong();
    private final AtomicLong bad = new AtomicLong();
    private Bodies bodies;
    private Sectors sectors;

    /** @param checking false for a run that does not look at checksums */
    Views(boolean checking) {
        this.checking = checking;
    }

    void note(Bodies taken) {
        bodies = taken;
    }

    void note(Sectors taken) {
        sectors = taken;
    }

    /** What was noted is good: looks at its checksums. What was never published is no view. */
    void check() {
        if (checking && bodies != null && bodies.scene.slots > 0) {
            count(bodies.isWhole());
        }
        if (checking && sectors != null && sectors.version > 0) {
            count(sectors.isWhole());
        }
        forget();
    }

    /** What was noted is not to be looked at. */
    void forget() {
        bodies = null;
        sectors = null;
    }

    private void count(boolean whole) {
        checked.setOpaque(checked.getPlain() + 1);
        if (!whole) {
            bad.setOpaque(bad.getPlain() + 1);
        }
    }

    long checked() {
        return checked.getOpaque();
    }

    long bad() {
        return bad.getOpaque();
    }
}
