package lockstep.desktop;

import java.util.Map;
import java.util.TreeMap;
import lockstep.engine.Conductor;
import lockstep.roles.Session;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ends a session in order on SIGINT and SIGTERM; the exit code is then 128 plus the signal's number. The main thread
 * makes and closes it; the JVM calls the handler on a thread of its own, which only asks the conductor to stop.
 */
@SuppressWarnings("sunapi")
final class Signals implements AutoCloseable {
    private static final Map<String, Integer> EXITS = new TreeMap<>(Map.of("INT", 130, "TERM", 143));

    private final Map<String, SignalHandler> before = new TreeMap<>();

    Signals(Session session) {
        EXITS.forEach((name, exit) -> {
            try {
                before.put(name, Signal.handle(new Signal(name), s -> session.stop(new Conductor.Reason(exit, null))));
            } catch (IllegalArgumentException e) {
                System.err.println("lockstep: signal " + name + " cannot be handled here: " + e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        before.forEach((name, handler) -> Signal.handle(new Signal(name), handler));
    }
}
