package lockstep.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the watchdog of a run has found; it alone adds, any thread reads. */
public final class Deadlocks {
    /** Deadlocks that are kept; all are counted. */
    public static final int KEPT = 100;

    private final List<Deadlock> kept = new CopyOnWriteArrayList<>();
    private volatile long count;
    private volatile String newest;

    /** One more. */
    public synchronized void add(Deadlock d) {
        newest = d.text();
        if (kept.size() < KEPT) {
            kept.add(d);
        }
        count++;
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** The first of them, oldest first. */
    public List<Deadlock> found() {
        return kept;
    }

    /** The newest in words, or null. */
    public String newest() {
        return newest;
    }
}
