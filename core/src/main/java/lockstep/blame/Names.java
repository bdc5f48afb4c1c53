package lockstep.blame;

import java.util.Map;

/** The words for the numbers in spans. The thread that judges asks. */
public interface Names {
    /** A lane's name. */
    String lane(int number);

    /** A guard's name. */
    String guard(int number);

    /** The names of all current guards by number. Allocates. */
    default Map<Integer, String> guards() {
        return Map.of();
    }

    /** A role's name. */
    String role(int number);

    /** A short name of an asset. */
    String asset(int number);

    /** Planted fault number {@code number} in words; empty if unknown. */
    default String fault(int number) {
        return "";
    }

    /** The planted fault that requests garbage collections, in words; empty if there is none. */
    default String plantedCollections() {
        return "";
    }

    /** The guard that limits how many lanes decode; the detail of its holds is the asset's number plus 1. */
    int decodeGuard();
}
