package lockstep.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.sync.Guard;

/**
 * The names of guards by number, those of a sharing and of the last ones before it. Spans name a guard by a number of one
 * byte and are looked at some time after they were recorded. So each sharing numbers its guards anew, and a number is given
 * out again only when no span that anybody still looks at has it. Immutable.
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

    /** Of the first sharing. */
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

    /** For the next sharing: forgets the oldest. */
    GuardNames next() {
        String[] fewer = names.clone();
        int oldest = first(Math.floorMod(sharing + 1 - KNOWN, SHARINGS));
        for (int i = 0; i < REGIONS; i++) {
            fewer[oldest + i] = null;
        }
        return new GuardNames((sharing + 1) % SHARINGS, fewer);
    }

    /** With the names of these, too. */
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
