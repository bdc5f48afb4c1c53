package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import lockstep.HangWatch;
import lockstep.TestLane;
import lockstep.engine.Conductor;
import org.awaitility.Awaitility;

/** Does something to a session while it runs, on a thread of its own, and then ends it. */
final class Person {
    private static final long HANGS_SECONDS = 60;

    /** What a person does. */
    interface Acts {
        void act() throws Exception;
    }

    private Person() {
    }

    /** Runs the session; after its first ticks {@code person} acts. Fails as the person does, or if the run ends badly. */
    static void beside(Session session, Acts person) throws Exception {
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread t = new Thread(() -> {
            try {
                Awaitility.await().until(() -> session.ticks() > 5);
                person.act();
            } catch (Throwable e) {
                failure.set(e);
            }
            session.stop(Conductor.Reason.DONE);
        }, "person");
        t.setDaemon(true);
        t.start();
        Conductor.Reason reason =
            HangWatch.watch("the run", HANGS_SECONDS, session::run, () -> session.stop(Conductor.Reason.DONE));
        t.join();
        assertSame(Conductor.Reason.DONE, reason, reason.line());
        if (failure.get() != null) {
            throw new AssertionError(failure.get().getMessage(), failure.get());
        }
    }

    /** Waits for the answer to something asked of the game, which must be that it is done. */
    static void done(Future<String> answer) throws Exception {
        assertNull(answer.get(TestLane.HANGS_SECONDS, TimeUnit.SECONDS));
    }
}
