package lockstep.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.sync.Guard;

/**
 * The names of guards by number, for the current sharing and the last ones before it. Spans name a guard by a one-byte number and
 * are read some time after they were recorded. Each sharing therefore gives its guards new numbers, and a number is reused only
 * when no span that is still read has it. Immutable.
 */
final class GuardNames {
    private static final int REGIONS = Region.values().length;
    /** Numbers of the first sharing begin at 0; those of limits follow, and those of the other sharings come after them. */
    private static final int MOST_LIMITS = 4, OTHERS = REGIONS + MOST_LIMITS;
    private static final int NUMBERS = 255;
    private static final int SHARINGS = 1 + (NUMBERS - OTHERS) / REGIONS;
    /** Sharings whose names are known, with the newest. */
    private static final int KNOWN = 4;

    private final int sharing;
    private final String[] names;

    /** The names for the first sharing. */
    GuardNames() {
        this(0, new String[NUMBERS]);
    }

    private GuardNames(int sharing, String[] names) {
        this.sharing = sharing;
        this.names = names;
    }

    private static int first(int sharing) {
        return sharing == 0 ? 0 : OTHERS + (sharing - 1) * REGIONS;
    }

    /** The number of the first guard of regions. */
    int first() {
        return first(sharing);
    }

    /** The names for the next sharing, without the oldest. */
    GuardNames next() {
        String[] fewer = names.clone();
        int oldest = first(Math.floorMod(sharing + 1 - KNOWN, SHARINGS));
        for (int i = 0; i < REGIONS; i++) {
            fewer[oldest + i] = null;
        }
        return new GuardNames((sharing + 1) % SHARINGS, fewer);
    }

    /** These names and those of {@code guards}. */
    GuardNames with(List<Guard> guards) {
        String[] more = names.clone();
        guards.forEach(g -> more[g.number()] = g.name());
        return new GuardNames(sharing, more);
    }

    String of(int number) {
        return number < NUMBERS && names[number] != null ? names[number] : "guard " + number;
    }

    Map<Integer, String> all() {
        Map<Integer, String> all = new TreeMap<>();
        for (int i = 0; i < NUMBERS; i++) {
            if (names[i] != null) {
                all.put(i, names[i]);
            }
        }
        return all;
    }
}
