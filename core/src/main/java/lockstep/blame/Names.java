package lockstep.blame;

import java.util.Map;

/** The words for the numbers that spans carry. Asked by the thread that judges. */
public interface Names {
    /** A lane's name. */
    String lane(int number);

    /** A guard's name. */
    String guard(int number);

    /** The names of all guards there are now, by number. Allocates. */
    default Map<Integer, String> guards() {
        return Map.of();
    }

    /** A role's name. */
    String role(int number);

    /** A short name of an asset. */
    String asset(int number);

    /** What a planted fault of that number is, in words; empty if that is not known. */
    default String fault(int number) {
        return "";
    }

    /** What was planted that asks for collections, in words; empty if nothing was. */
    default String plantedCollections() {
        return "";
    }

    /** The guard that limits how many lanes decode: its holds name the asset, plus 1, as detail. */
    int decodeGuard();
}
