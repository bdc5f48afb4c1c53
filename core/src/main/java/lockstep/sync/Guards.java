package lockstep.sync;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The guards by name. A new guard is one file and one line here. */
public final class Guards {
    private interface Maker {
        Guard make(int number, String name);
    }

    private static final Map<String, Maker> MAKERS = new LinkedHashMap<>();

    static {
        MAKERS.put("mutex", MutexGuard::new);
        MAKERS.put("fair-mutex", FairMutexGuard::new);
        MAKERS.put("monitor", MonitorGuard::new);
        MAKERS.put("rw-lock", ReadWriteGuard::new);
        MAKERS.put("stamped", StampedGuard::new);
        MAKERS.put("semaphore", SemaphoreGuard::new);
        MAKERS.put("spin", SpinGuard::new);
        MAKERS.put("triple-buffer", (number, name) -> new OpenGuard(number, name, Guard.Kind.EXCHANGE));
        MAKERS.put("none", (number, name) -> new OpenGuard(number, name, Guard.Kind.NONE));
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
     * @param guard one of {@link #names}
     * @param number its number in this run
     * @param guarded what it guards, for people
     * @throws IllegalArgumentException for an unknown name
     */
    public static Guard make(String guard, int number, String guarded) {
        Maker maker = MAKERS.get(guard);
        if (maker == null) {
            throw new IllegalArgumentException("unknown guard '" + guard + "'; allowed: " + String.join(", ", MAKERS.keySet()));
        }
        return maker.make(number, guarded);
    }

    /** The kind of the guard called {@code guard}; throws {@link IllegalArgumentException} for an unknown name. */
    public static Guard.Kind kind(String guard) {
        return make(guard, 0, "").kind();
    }

    /** A limit for something that at most {@code atOnce} lanes may do at a time, measured like a guard. */
    public static Guard limit(int atOnce, int number, String what) {
        return new SemaphoreGuard(number, what, atOnce);
    }
}
