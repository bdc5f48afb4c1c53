package lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Starts the lanes in order, runs the main lane on the calling thread, and stops and joins all lanes on request.
 *
 * <p>The process main thread calls {@link #run}; any thread may call {@link #stop}, and only the first reason counts. A lane that
 * does not return within a time limit is interrupted, the main lane too. A lane that ignores even that is left running and
 * reported as stuck. No other thread is left running.
 */
public final class Conductor {
    /** How a lane ended, in the words of the summary. */
    public enum Ended { JOINED, FAILED, STUCK }

    /** Why the run ended: exit code and one line for people, or null if there is nothing to say. */
    public record Reason(int exit, String line) {
        /** The person, the clock or the tick limit ended it. */
        public static final Reason DONE = new Reason(0, null);
    }

    private static final long JOIN_MS = 3_000;
    private static final long START_MS = 20_000;

    private final long joinMs;
    private final long startMs;
    private final List<Lane> lanes;
    private final Lane main;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final List<Runnable> closers = new ArrayList<>();
    private final AtomicReference<Reason> reason = new AtomicReference<>();
    private final CountDownLatch mainReturned = new CountDownLatch(1);
    private volatile Thread mainThread;
    private volatile Thread breaker;
    private volatile Consumer<Lane> onLane = lane -> {};

    /** Lanes in the order in which they start; {@code main}, one of them, runs on the thread that calls {@link #run}. */
    public Conductor(List<Lane> lanes, Lane main) {
        this(lanes, main, START_MS, JOIN_MS);
    }

    /**
     * As the public constructor, with time limits in ms: for starting a lane, and for its end before and after it was
     * interrupted.
     */
    Conductor(List<Lane> lanes, Lane main, long startMs, long joinMs) {
        this.startMs = startMs;
        this.joinMs = joinMs;
        this.lanes = new CopyOnWriteArrayList<>(lanes);
        this.main = main;
    }

    /** Adds something that releases waiting lanes when the run ends, such as closing a barrier. Before {@link #run} only. */
    public void atStop(Runnable closer) {
        closers.add(closer);
    }

    /**
     * Passes each lane to {@code told} before it starts: the present ones now, and later each added one, on the thread that adds
     * it. Before {@link #run} only.
     */
    public void eachLane(Consumer<Lane> told) {
        lanes.forEach(told);
        onLane = onLane.andThen(told);
    }

    /** Ends the run; only the reason of the first call counts. Any thread. */
    public void stop(Reason why) {
        if (!reason.compareAndSet(null, why)) {
            return;
        }
        try {
            closers.forEach(Runnable::run);
        } finally {
            lanes.forEach(Lane::stop);
            if (mainThread != null && mainReturned.getCount() > 0) {
                Thread t = new Thread(this::breakMainOff, "breaker");
                t.setDaemon(true);
                breaker = t;
                t.start();
            }
        }
    }

    /** Interrupts the main lane, which nobody joins, if it has not returned within the time limit. */
    private void breakMainOff() {
        try {
            if (!mainReturned.await(joinMs, TimeUnit.MILLISECONDS)) {
                mainThread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** True once the end was requested. */
    public boolean stopping() {
        return reason.get() != null;
    }

    /** The lane that is the process main thread. */
    Lane main() {
        return main;
    }

    /** Runs the game and returns why it ended, once every lane was joined or given up. */
    public Reason run() {
        mainThread = Thread.currentThread();
        mainThread.setName(main.name());
        try {
            for (Lane lane : lanes) {
                if (lane != main && !stopping()) {
                    start(lane);
                }
            }
            if (!stopping()) {
                main.run();
                mainReturned.countDown();
                tellFailure(main);
            }
        } catch (InterruptedException e) {
            stop(new Reason(1, "the main thread was interrupted"));
        } catch (RuntimeException | Error e) {
            stop(new Reason(1, "the lanes could not be started: " + e));
        }
        mainReturned.countDown();
        stop(Reason.DONE);
        joinAll();
        return verdict();
    }

    /** The reason, unless it says success and a lane failed while ending. */
    private Reason verdict() {
        Reason why = reason.get();
        for (Lane lane : lanes) {
            if (why.exit == 0 && lane.failure() != null) {
                return new Reason(1, died(lane));
            }
        }
        return why;
    }

    private static String died(Lane lane) {
        return "lane '" + lane.name() + "' died in role '" + lane.runningRole() + "': " + lane.failure();
    }

    /** Adds a lane to a running game and starts it; only the thread that changes the game, at a safe point. */
    void addLane(Lane lane) throws InterruptedException {
        lanes.add(lane);
        onLane.accept(lane);
        start(lane);
        if (stopping()) {
            lane.stop();
        }
    }

    private void start(Lane lane) throws InterruptedException {
        Thread t = new Thread(() -> {
            lane.run();
            tellFailure(lane);
        }, lane.name());
        t.setDaemon(true);
        threads.add(t);
        t.start();
        if (!lane.awaitStarted(startMs)) {
            stop(new Reason(1, "lane '" + lane.name() + "' did not start within " + startMs / 1000 + " s"));
        }
    }

    private void tellFailure(Lane lane) {
        Throwable f = lane.failure();
        if (f != null) {
            boolean first = !stopping();
            stop(new Reason(1, died(lane)));
            if (first) {
                f.printStackTrace();
            }
        } else if (!stopping()) {
            stop(new Reason(1, "lane '" + lane.name() + "' ended by itself"));
        }
    }

    private void joinAll() {
        long limit = System.nanoTime() + joinMs * 1_000_000;
        threads.forEach(t -> join(t, limit));
        threads.stream().filter(Thread::isAlive).forEach(Thread::interrupt);
        long last = System.nanoTime() + joinMs * 1_000_000;
        threads.forEach(t -> join(t, last));
        Thread b = breaker;
        if (b != null) {
            join(b, last + joinMs * 1_000_000);
        }
        Thread.interrupted();
    }

    /**
     * Waits for {@code t} until {@code untilNs}, even if interrupted: an interrupt now can only ask for the end, which is already
     * under way.
     */
    private static void join(Thread t, long untilNs) {
        while (t.isAlive() && t != Thread.currentThread()) {
            try {
                long ms = (untilNs - System.nanoTime()) / 1_000_000;
                if (ms <= 0) {
                    return;
                }
                t.join(ms);
            } catch (InterruptedException e) {
                t.interrupt();
            }
        }
    }

    /** How a lane ended; asked after {@link #run} has returned. */
    public Ended ended(Lane lane) {
        if (lane.failure() != null) {
            return Ended.FAILED;
        }
        return lane.returned() || lane.thread() == null ? Ended.JOINED : Ended.STUCK;
    }

    /** The lanes, by number; a live view that any thread may read. */
    public List<Lane> lanes() {
        return lanes;
    }
}
