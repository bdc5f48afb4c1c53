package lockstep.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the watchdog of a run has found; it alone adds, any thread reads. */
public final class Deadlocks {
    /** Deadlocks that are kept; all are counted. */
    public static final int KEPT = 100;

    private final List<Deadlock> kept = new CopyOnWriteArrayList<>();
    private volatile long count;
    private volatile Deadlock newest;
    private volatile Deadlock lasting;

    /** One more. */
    public synchronized void add(Deadlock d) {
        newest = d;
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

    /** The newest, or null. */
    public Deadlock newest() {
        return newest;
    }

    /** One that lasts: at the watchdog's last look its lanes still waited for each other; or null. */
    public Deadlock lasting() {
        return lasting;
    }

    /** That deadlock lasts, or none does any more (null); the watchdog says so. */
    public void lasting(Deadlock value) {
        lasting = value;
    }
}
