package lockstep.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import lockstep.topology.Topology;

/**
 * Changes a running game: which roles run on which lanes, rates, guards, barrier. All lanes pause at the safe point, the change
 * is made, and all resume. If a lane does not pause within two seconds, the change is cancelled.
 *
 * <p>Any thread asks; a thread of the switcher's own does the work, one change at a time, and says through the future how it
 * went: null if all went well, else a sentence for people. The answer always comes, never as an exception. What belongs to a lane
 * its own thread changes, while it pauses: the switcher sends it there.
 */
public final class Switcher implements AutoCloseable {
    static final long GATHER_MS = 2_000;
    private static final String ENDING = "the game is ending";

    /**
     * What the switcher leaves to whoever made the roles. Called while every lane is paused, on the switcher's thread unless
     * stated otherwise.
     */
    public interface Rules {
        /** One more instance of a role that runs on several lanes. */
        Role make(String role);

        /** A role is now on another lane, which is about to notify it; on that lane. */
        default void moved(String role, Lane from, Lane to) {
        }

        /** A role has stopped and is off that lane; on that lane. */
        default void left(String role, Lane lane) {
        }

        /** Why lanes cannot reach the safe point at present, in one sentence for people, or null; any thread. */
        default String lockedUp() {
            return null;
        }

        /** A role's number in spans. */
        int number(String role);

        /** The rate a lane keeps for a role under a topology, in Hz; 0 for once a round. */
        double laneHz(Topology topology, String role);

        /** Makes lanes stop waiting for each other, or wait again; may be called while lanes run. */
        void pauseWaits(boolean on);

        /**
         * Puts the guards, barrier and the rest of {@code topology} into force, after the roles have moved to their new lanes.
         */
        void apply(Topology topology);
    }

    private final Conductor conductor;
    private final SafePoint safePoint;
    private final Rules rules;
    private final Regrouping regrouping;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(r -> {
        Thread t = new Thread(r, "switcher");
        t.setDaemon(true);
        return t;
    });
    private volatile Topology topology;
    private volatile boolean paused;

    /** Makes a lane that is not started. */
    public interface LaneMaker {
        Lane make(int number, String name);
    }

    public Switcher(Conductor conductor, SafePoint safePoint, Topology topology, Rules rules, LaneMaker maker) {
        this.conductor = conductor;
        this.safePoint = safePoint;
        this.topology = topology;
        this.rules = rules;
        regrouping = new Regrouping(conductor, safePoint, rules, maker);
    }

    /** The topology in force; any thread. */
    public Topology topology() {
        return topology;
    }

    /** True while all lanes are kept at the safe point. */
    public boolean paused() {
        return paused;
    }

    /** Brings another topology into force. */
    public CompletableFuture<String> change(Topology next) {
        return ask(() -> atSafePoint(() -> {
            regrouping.regroup(next);
            rules.apply(next);
            topology = next;
        }));
    }

    /** Does something that touches what all lanes share, while every lane is paused. */
    public CompletableFuture<String> whileStill(Runnable work) {
        return ask(() -> atSafePoint(work::run));
    }

    /** Pauses all lanes at the safe point, or lets them resume. */
    public CompletableFuture<String> pause(boolean on) {
        return ask(() -> {
            if (on == paused) {
                return null;
            }
            if (on) {
                String late = gather();
                paused = late == null;
                return late;
            }
            paused = false;
            letGo();
            return null;
        });
    }

    /** While all lanes are paused: physics makes one tick and render shows it. */
    public CompletableFuture<String> stepTick() {
        return ask(() -> whilePaused(() -> {
            step(Topology.PHYSICS);
            step(Topology.RENDER);
        }));
    }

    /** While all lanes are paused: each role of {@code lane} makes one step. */
    public CompletableFuture<String> stepLane(Lane lane) {
        return ask(() -> whilePaused(() -> safePoint.onLane(lane, () -> lane.slots().step(null))));
    }

    /** Does something that moves no role while all lanes are paused, on the switcher's thread. */
    public CompletableFuture<String> quietly(Runnable change) {
        return ask(() -> atSafePoint(change::run));
    }

    private interface Work {
        String run() throws Exception;
    }

    private interface Change {
        void run() throws Exception;
    }

    /** A request and its answer, which always comes, even if the request fails or the switcher is closed first. */
    private final class Asked implements Runnable {
        private final Work work;
        private final CompletableFuture<String> answer = new CompletableFuture<>();

        Asked(Work work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                answer.complete(work.run());
            } catch (Throwable e) {
                if (conductor.stopping()) {
                    answer.complete(ENDING);
                } else {
                    conductor.stop(new Conductor.Reason(1, "a change of the running game failed: " + e));
                    answer.complete("the change failed: " + e);
                }
            }
        }
    }

    private CompletableFuture<String> ask(Work work) {
        Asked asked = new Asked(work);
        try {
            thread.execute(asked);
        } catch (RejectedExecutionException e) {
            asked.answer.complete(ENDING);
        }
        return asked.answer;
    }

    private String whilePaused(Change change) throws Exception {
        if (!paused) {
            return "pause all lanes first";
        }
        change.run();
        return null;
    }

    private String atSafePoint(Change change) throws Exception {
        String late = paused ? null : gather();
        if (late != null) {
            return late;
        }
        try {
            change.run();
            return null;
        } catch (LateLaneException e) {
            return e.getMessage();
        } finally {
            if (!paused) {
                letGo();
            }
        }
    }

    private String gather() throws InterruptedException {
        if (conductor.stopping()) {
            return ENDING;
        }
        String lockedUp = rules.lockedUp();
        if (lockedUp != null) {
            return lockedUp;
        }
        rules.pauseWaits(true);
        Lane late = safePoint.gather(conductor.lanes(), GATHER_MS);
        if (late == null) {
            return null;
        }
        rules.pauseWaits(false);
        lockedUp = rules.lockedUp();
        return lockedUp != null ? lockedUp : new LateLaneException(late, GATHER_MS).getMessage();
    }

    private void letGo() {
        rules.pauseWaits(false);
        safePoint.release();
    }

    private void step(String role) throws Exception {
        for (Lane lane : conductor.lanes()) {
            if (lane.slots().roles().stream().anyMatch(r -> r.name().equals(role))) {
                safePoint.onLane(lane, () -> lane.slots().step(role));
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow().forEach(asked -> ((Asked) asked).answer.complete(ENDING));
        try {
            thread.awaitTermination(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
