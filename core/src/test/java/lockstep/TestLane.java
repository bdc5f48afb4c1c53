package lockstep;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.Spans;
import org.awaitility.Awaitility;

/** A thread with a lane's recorder that does what a test tells it, one thing after another. */
public final class TestLane implements AutoCloseable {
    /** Longer than anything here takes; what is not done by then hangs. */
    public static final long HANGS_SECONDS = 20;

    private final LaneRecorder recorder;
    private final ExecutorService executor;
    private volatile Thread thread;
    private volatile boolean working;

    /** A lane on the system clock. */
    public TestLane(int number, String name) {
        this(number, name, Clock.SYSTEM);
    }

    public TestLane(int number, String name, Clock clock) {
        recorder = new LaneRecorder(number, name, clock);
        executor = Executors.newSingleThreadExecutor(r -> {
            Thread t = new Thread(r, name);
            t.setDaemon(true);
            thread = t;
            return t;
        });
    }

    /** Some part of the work of a lane. */
    public interface Work {
        void run() throws Exception;
    }

    public LaneRecorder recorder() {
        return recorder;
    }

    /** The lane's thread, once it has begun something. */
    public Thread thread() {
        return thread;
    }

    /** Begins something; the result comes later. */
    public <T> Future<T> begin(Callable<T> work) {
        return executor.submit(() -> {
            working = true;
            try {
                return work.call();
            } finally {
                working = false;
            }
        });
    }

    /** Does something and waits for its result. What it throws is thrown here. */
    public <T> T ask(Callable<T> work) throws Exception {
        return result(begin(work));
    }

    /** Does something and waits for it. */
    public void tell(Work work) throws Exception {
        ask(() -> {
            work.run();
            return null;
        });
    }

    /** Waits until something is so, looking often; fails if that never comes. */
    public static void until(Callable<Boolean> condition) {
        Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1)).atMost(Duration.ofSeconds(HANGS_SECONDS))
            .until(condition);
    }

    /** The result of something begun; fails if it hangs. */
    public static <T> T result(Future<T> begun) throws Exception {
        try {
            return begun.get(HANGS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("hangs");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw (Error) e.getCause();
        }
    }

    /** The lane waited for in each wait of a kind, oldest first. */
    public List<Integer> waitedFor(SpanKind kind) {
        Spans spans = new Spans(4096);
        spans.readNewest(recorder.ring());
        List<Integer> whom = new ArrayList<>();
        for (int i = 0; i < spans.count(); i++) {
            if (spans.kind(i) == kind) {
                whom.add(spans.whom(i));
            }
        }
        return whom;
    }

    /** True if it sleeps in a lock, a monitor or a queue in the midst of what it was told; not while it has nothing to do. */
    public boolean sleeps() {
        Thread t = thread;
        return working && (t.getState() == Thread.State.WAITING || t.getState() == Thread.State.TIMED_WAITING
            || t.getState() == Thread.State.BLOCKED);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
