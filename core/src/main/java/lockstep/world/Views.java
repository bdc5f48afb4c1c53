package lockstep.world;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Checks whether what a role took out of the world is what was published, by the checksum beside it. The role's lane calls it;
 * any thread may read the counts. An optimistic copy is only noted, and checked or forgotten when it is known to be valid or not.
 */
final class Views {
    private final boolean checking;
    private final AtomicLong checked = new AtomicLong();
    private final AtomicLong bad = new AtomicLong();
    private Bodies bodies;
    private Sectors sectors;

    /**
     * @param checking false for a run that does not check checksums
     */
    Views(boolean checking) {
        this.checking = checking;
    }

    void note(Bodies taken) {
        bodies = taken;
    }

    void note(Sectors taken) {
        sectors = taken;
    }

    /** Checks the checksums of the noted copies, which are valid. Content that was never published is not a view. */
    void check() {
        if (checking && bodies != null && bodies.scene.slots > 0) {
            count(bodies.isWhole());
        }
        if (checking && sectors != null && sectors.version > 0) {
            count(sectors.isWhole());
        }
        forget();
    }

    /** Forgets the noted copies. */
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
