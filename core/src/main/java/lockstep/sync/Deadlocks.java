package lockstep.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The deadlocks of a run. Only the watchdog adds; any thread reads. */
public final class Deadlocks {
    /** How many deadlocks are kept; all are counted. */
    public static final int KEPT = 100;

    private final List<Deadlock> kept = new CopyOnWriteArrayList<>();
    private volatile long count;
    private volatile Deadlock newest;
    private volatile Deadlock lasting;

    /** Adds a deadlock. */
    public synchronized void add(Deadlock d) {
        newest = d;
        if (kept.size() < KEPT) {
            kept.add(d);
        }
        count++;
    }

    /** How many there were, kept or not. */
    public long count() {
        return count;
    }

    /** The first {@value #KEPT} deadlocks, oldest first. */
    public List<Deadlock> found() {
        return kept;
    }

    /** The newest deadlock, or null. */
    public Deadlock newest() {
        return newest;
    }

    /** A deadlock whose lanes still waited for each other at the watchdog's last look, or null. */
    public Deadlock lasting() {
        return lasting;
    }

    /** Sets the deadlock that lasts, or null; the watchdog only. */
    public void lasting(Deadlock value) {
        lasting = value;
    }
}
