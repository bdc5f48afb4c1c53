package lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Changes a running game: roles to lanes, rates, guards, barrier. All lanes are gathered at the safe point, the change is
 * made, all go on; a lane that does not come within two seconds cancels the change.
 *
 * <p>Any thread asks; a thread of the switcher's own does the work, one change at a time, and tells how it went through
 * the future: null if all went well, else a sentence for people.
 */
public final class Switcher implements AutoCloseable {
    private static final long GATHER_MS = 2_000;

    /** What the switcher leaves to who made the roles; called while every lane stands, on the switcher's thread unless it says otherwise. */
    public interface Rules {
        /** One more instance of a role that stands on several lanes. */
        Role make(String role);

        /** A role stands on another lane now, which is about to tell it so; on that lane. */
        default void moved(String role, Lane from, Lane to) {
        }

        /** A role has stopped and is off that lane; on that lane. */
        default void left(String role, Lane lane) {
        }

        /** A role's number in spans. */
        int number(String role);

        /** The rate a lane keeps for a role under a topology, in Hz; 0 for once a round. */
        double laneHz(Topology topology, String role);

        /** Lanes stop waiting for each other, or do so again. */
        void pauseWaits(boolean on);

        /** Roles stand on their new lanes: guards, barrier and the rest of {@code topology} come into force. */
        void apply(Topology topology);
    }

    private final Conductor conductor;
    private final SafePoint safePoint;
    private final Rules rules;
    private final LaneMaker maker;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(r -> {
        Thread t = new Thread(r, "switcher");
        t.setDaemon(true);
        return t;
    });
    private volatile Topology topology;
    private volatile boolean standing;

    /** Makes a lane that is not started. */
    public interface LaneMaker {
        Lane make(int number, String name);
    }

    public Switcher(Conductor conductor, SafePoint safePoint, Topology topology, Rules rules, LaneMaker maker) {
        this.conductor = conductor;
        this.safePoint = safePoint;
        this.topology = topology;
        this.rules = rules;
        this.maker = maker;
    }

    /** The topology in force; any thread. */
    public Topology topology() {
        return topology;
    }

    /** True while all lanes are kept at the safe point. */
    public boolean standing() {
        return standing;
    }

    /** Brings another topology into force. */
    public CompletableFuture<String> change(Topology next) {
        return ask(() -> atSafePoint(() -> {
            regroup(next);
            rules.apply(next);
            topology = next;
        }));
    }

    /** Does something that touches what all lanes share, while every lane stands. */
    public CompletableFuture<String> whileStill(Runnable work) {
        return ask(() -> atSafePoint(work::run));
    }

    /** Keeps all lanes at the safe point, or lets them go on. */
    public CompletableFuture<String> stand(boolean on) {
        return ask(() -> {
            if (on == standing) {
                return null;
            }
            if (on) {
                String late = gather();
                standing = late == null;
                return late;
            }
            standing = false;
            letGo();
            return null;
        });
    }

    /** While all stand: physics makes one tick and render looks at it. */
    public CompletableFuture<String> stepTick() {
        return ask(() -> whileStanding(() -> {
            step(Topology.PHYSICS);
            step(Topology.RENDER);
        }));
    }

    /** While all stand: each role of one lane makes one step. */
    public CompletableFuture<String> stepLane(Lane lane) {
        return ask(() -> whileStanding(() -> safePoint.onLane(lane, () -> {
            for (Role r : lane.slots().roles()) {
                r.step(lane);
            }
        })));
    }

    /** Does something that moves no role while all lanes stand, on the switcher's thread. */
    public CompletableFuture<String> quietly(Runnable change) {
        return ask(() -> atSafePoint(change::run));
    }

    /** A lane did not come to the safe point in time, and nothing was changed. */
    private static final class LateLane extends Exception {
        private static final long serialVersionUID = 1;

        LateLane(Lane lane) {
            super("lane '" + lane.name() + "' did not come to the safe point within " + GATHER_MS / 1000 + " s (it runs "
                + lane.runningRole() + "); nothing was changed");
        }
    }

    private interface Work {
        String run() throws Exception;
    }

    private interface Change {
        void run() throws Exception;
    }

    private CompletableFuture<String> ask(Work work) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                answer.complete(work.run());
            } catch (Exception e) {
                conductor.stop(new Conductor.Reason(1, "a change of the running game failed: " + e));
                answer.complete("the change failed: " + e.getMessage());
            }
        });
        return answer;
    }

    private String whileStanding(Change change) throws Exception {
        if (!standing) {
            return "stop all lanes first";
        }
        change.run();
        return null;
    }

    private String atSafePoint(Change change) throws Exception {
        String late = standing ? null : gather();
        if (late != null) {
            return late;
        }
        try {
            change.run();
            return null;
        } catch (LateLane e) {
            return e.getMessage();
        } finally {
            if (!standing) {
                letGo();
            }
        }
    }

    private String gather() throws InterruptedException {
        if (conductor.stopping()) {
            return "the game is ending";
        }
        rules.pauseWaits(true);
        Lane late = safePoint.gather(conductor.lanes(), GATHER_MS);
        if (late == null) {
            return null;
        }
        rules.pauseWaits(false);
        return new LateLane(late).getMessage();
    }

    private void letGo() {
        rules.pauseWaits(false);
        safePoint.release();
    }

    private void step(String role) throws Exception {
        for (Lane lane : conductor.lanes()) {
            for (Role r : lane.slots().roles()) {
                if (r.name().equals(role)) {
                    safePoint.onLane(lane, () -> r.step(lane));
                }
            }
        }
    }

    /** Moves roles until every lane runs what {@code next} says; lanes without a role stay as spares. */
    private void regroup(Topology next) throws Exception {
        List<Lane> homes = homes(next);
        for (int i = 0; i < homes.size(); i++) {
            for (String role : next.lanes().get(i).roles()) {
                if (!runs(homes.get(i), role)) {
                    bring(role, homes.get(i), next, homes);
                }
            }
        }
        for (Lane lane : conductor.lanes()) {
            int i = homes.indexOf(lane);
            List<String> wanted = i < 0 ? List.of() : next.lanes().get(i).roles();
            safePoint.onLane(lane, () -> {
                stopUnwanted(lane, wanted);
                arrange(lane, wanted, next);
            });
        }
    }

    private void stopUnwanted(Lane lane, List<String> wanted) throws Exception {
        for (Role r : lane.slots().roles()) {
            if (!wanted.contains(r.name())) {
                r.stop(lane);
                lane.slots().remove(r);
                rules.left(r.name(), lane);
            }
        }
    }

    /** The lane for each lane of {@code next}: main for main, else one of that name, else a spare, else a new one. */
    private List<Lane> homes(Topology next) throws InterruptedException, LateLane {
        List<Lane> free = new ArrayList<>(conductor.lanes());
        free.remove(conductor.main());
        Lane[] homes = new Lane[next.lanes().size()];
        for (int i = 0; i < homes.length; i++) {
            LaneSpec spec = next.lanes().get(i);
            if (spec.equals(next.mainLane())) {
                homes[i] = conductor.main();
            } else {
                homes[i] = free.stream().filter(l -> l.name().equals(spec.name())).findFirst().orElse(null);
                free.remove(homes[i]);
            }
        }
        for (int i = 0; i < homes.length; i++) {
            String name = next.lanes().get(i).name();
            if (homes[i] == null && !free.isEmpty()) {
                homes[i] = free.remove(0);
            } else if (homes[i] == null) {
                homes[i] = maker.make(conductor.lanes().size(), name);
                conductor.addLane(homes[i]);
                Lane late = safePoint.await(List.of(homes[i]), GATHER_MS);
                if (late != null) {
                    throw new LateLane(late);
                }
            }
        }
        for (Lane spare : free) {
            spare.rename("spare-" + spare.number());
        }
        for (int i = 0; i < homes.length; i++) {
            homes[i].rename(next.lanes().get(i).name());
        }
        return List.of(homes);
    }

    private static boolean runs(Lane lane, String role) {
        return lane.slots().roles().stream().anyMatch(r -> r.name().equals(role));
    }

    /**
     * Brings a role to {@code home}, at one go on each of the two lanes: a lane that pauses keeps its roles pumping and
     * drawing, and may do so only with roles that have all they need there.
     *
     * <p>It comes from a lane that is not to run it any more, or is a new instance.
     */
    private void bring(String role, Lane home, Topology next, List<Lane> homes) throws Exception {
        for (Lane from : conductor.lanes()) {
            int i = homes.indexOf(from);
            boolean stays = i >= 0 && next.lanes().get(i).runs(role);
            for (Role r : from.slots().roles()) {
                if (r.name().equals(role) && !stays) {
                    RoleSlot[] slot = new RoleSlot[1];
                    safePoint.onLane(from, () -> {
                        r.leave(from);
                        slot[0] = from.slots().remove(r);
                    });
                    safePoint.onLane(home, () -> {
                        home.slots().add(slot[0], rules.laneHz(next, role), next.hz(role));
                        rules.moved(role, from, home);
                        r.moved(home);
                    });
                    return;
                }
            }
        }
        Role fresh = rules.make(role);
        safePoint.onLane(home, () -> {
            home.add(fresh, rules.number(role), next.hz(role), role.equals(Topology.RENDER));
            fresh.start(home);
        });
    }

    /** Puts the roles of a lane into the order of the topology, at its rates. */
    private void arrange(Lane lane, List<String> wanted, Topology next) {
        List<Role> roles = lane.slots().roles();
        for (String role : wanted) {
            Role r = roles.stream().filter(x -> x.name().equals(role)).findFirst().orElseThrow();
            lane.slots().add(lane.slots().remove(r), rules.laneHz(next, role), next.hz(role));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
