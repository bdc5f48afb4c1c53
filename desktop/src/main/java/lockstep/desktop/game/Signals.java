package lockstep.desktop.game;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import lockstep.engine.Conductor;
import lockstep.session.Session;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ends a session in an orderly way on SIGINT, SIGTERM and, where it exists, SIGHUP, which comes when the terminal is closed. The
 * exit code is then 128 plus the signal's number. The main thread makes it before anything is written and closes it when all
 * files are complete, so that a second signal truncates nothing. The JVM calls the handler on a thread of its own, which only
 * asks the conductor to stop.
 */
@SuppressWarnings("sunapi")
public final class Signals implements AutoCloseable {
    private static final Map<String, Integer> EXITS = File.separatorChar == '\\' ? Map.of("INT", 130, "TERM", 143)
        : Map.of("HUP", 129, "INT", 130, "TERM", 143);

    private final Map<String, SignalHandler> before = new TreeMap<>();
    @GuardedBy("this")
    private Session session;
    @GuardedBy("this")
    private Conductor.Reason early;

    Signals() {
        EXITS.forEach((name, exit) -> {
            try {
                before.put(name, Signal.handle(new Signal(name), s -> stop(new Conductor.Reason(exit, null))));
            } catch (IllegalArgumentException e) {
                System.err.println("lockstep: signal " + name + " cannot be handled here: " + e.getMessage());
            }
        });
    }

    private synchronized void stop(Conductor.Reason reason) {
        if (session != null) {
            session.stop(reason);
        } else if (early == null) {
            early = reason;
        }
    }

    /** Makes signals end this session; ends it at once if one has already come. Before it runs. */
    synchronized void attach(Session started) {
        session = started;
        if (early != null) {
            session.stop(early);
        }
    }

    @Override
    public void close() {
        before.forEach((name, handler) -> Signal.handle(new Signal(name), handler));
    }
}
