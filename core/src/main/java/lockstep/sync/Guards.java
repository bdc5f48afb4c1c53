package lockstep.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The guards there are, by name: a new guard is one file plus one line here. */
public final class Guards {
    private interface Maker {
        Guard make(int number, String name);
    }

    private static final Map<String, Maker> MAKERS = new LinkedHashMap<>();

    static {
        MAKERS.put("mutex", MutexGuard::new);
        MAKERS.put("none", NoGuard::new);
    }

    private Guards() {
    }

    /** The names, in the order in which they are listed to people. */
    public static Set<String> names() {
        return MAKERS.keySet();
    }

    /**
     * A new guard.
     *
     * @param kind one of {@link #names}
     * @param number its number in this run
     * @param guarded what it guards, for people
     * @throws IllegalArgumentException for an unknown kind
     */
    public static Guard make(String kind, int number, String guarded) {
        Maker maker = MAKERS.get(kind);
        if (maker == null) {
            throw new IllegalArgumentException("unknown guard '" + kind + "'; allowed: " + String.join(", ", MAKERS.keySet()));
        }
        return maker.make(number, guarded);
    }
}
