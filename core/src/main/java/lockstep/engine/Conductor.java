package lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Starts the lanes in order, runs the main lane on the calling thread, and stops and joins them all when anybody asks.
 *
 * <p>The process main thread calls {@link #run}; any thread may call {@link #stop}, and only the first reason counts.
 * No thread is left behind but one that does not return within the time limit: that one is told as stuck.
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

    private final List<Lane> lanes;
    private final Lane main;
    private final List<Thread> threads = new ArrayList<>();
    private final List<Runnable> closers = new ArrayList<>();
    private final AtomicReference<Reason> reason = new AtomicReference<>();

    /** Lanes in the order in which they start; {@code main}, one of them, runs on the thread that calls {@link #run}. */
    public Conductor(List<Lane> lanes, Lane main) {
        this.lanes = List.copyOf(lanes);
        this.main = main;
    }

    /** Something that lets waiting lanes go when the run ends, such as closing a barrier. Before {@link #run} only. */
    public void atStop(Runnable closer) {
        closers.add(closer);
    }

    /** Ends the run; the first call's reason stands. Any thread. */
    public void stop(Reason why) {
        if (reason.compareAndSet(null, why)) {
            closers.forEach(Runnable::run);
            lanes.forEach(Lane::stop);
        }
    }

    /** True once somebody asked for the end. */
    public boolean stopping() {
        return reason.get() != null;
    }

    /** Runs the game and returns why it ended, once every lane was joined or given up. */
    public Reason run() {
        Thread.currentThread().setName(main.name());
        try {
            for (Lane lane : lanes) {
                if (lane != main && !stopping()) {
                    start(lane);
                }
            }
            if (!stopping()) {
                main.run();
                tellFailure(main);
            }
        } catch (InterruptedException e) {
            stop(new Reason(1, "the main thread was interrupted"));
        }
        stop(Reason.DONE);
        joinAll();
        return reason.get();
    }

    private void start(Lane lane) throws InterruptedException {
        Thread t = new Thread(() -> {
            lane.run();
            tellFailure(lane);
        }, lane.name());
        t.setDaemon(true);
        threads.add(t);
        t.start();
        if (!lane.awaitStarted(START_MS)) {
            stop(new Reason(1, "lane '" + lane.name() + "' did not start within " + START_MS / 1000 + " s"));
        }
    }

    private void tellFailure(Lane lane) {
        Throwable f = lane.failure();
        if (f != null) {
            boolean first = !stopping();
            stop(new Reason(1, "lane '" + lane.name() + "' died in role '" + lane.runningRole() + "': " + f));
            if (first) {
                f.printStackTrace();
            }
        } else if (!stopping()) {
            stop(new Reason(1, "lane '" + lane.name() + "' ended by itself"));
        }
    }

    private void joinAll() {
        for (int i = threads.size() - 1; i >= 0; i--) {
            Thread t = threads.get(i);
            try {
                t.join(JOIN_MS);
                if (t.isAlive()) {
                    t.interrupt();
                    t.join(JOIN_MS);
                }
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

    public List<Lane> lanes() {
        return lanes;
    }
}
