package lockstep.overlay.panel;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import lockstep.engine.Lane;
import lockstep.engine.RoleStats;

/**
 * Pauses, resumes and steps all lanes, and shows where each one is paused. A run that was paused for the panel resumes before its
 * lanes pause, because otherwise stepped ticks would not move the game. Rendering lane.
 */
final class LanePause {
    /** How long to wait for the run to resume; after that, as when a player has paused it, its lanes pause as they are. */
    private static final long GOES_ON_NS = 250_000_000;
    private static final long NEVER = -1;

    private final LiveGame game;
    private final Asking asking;
    private int chosen;
    /** The pending answer to a request that lanes pause. */
    private CompletableFuture<String> asked;
    private boolean waiting;
    private long sinceNs;

    LanePause(LiveGame game, Asking asking) {
        this.game = game;
        this.asking = asking;
    }

    /** The lanes that run a role. */
    List<Lane> lanes() {
        return game.lanes().stream().filter(l -> !l.stats().isEmpty()).toList();
    }

    /** The lane that {@link #stepLane} steps. */
    Lane chosen() {
        List<Lane> lanes = lanes();
        return lanes.get(Math.floorMod(chosen, lanes.size()));
    }

    void choose(int by) {
        chosen = Math.floorMod(chosen + by, lanes().size());
    }

    /** True while lanes are paused or about to be. */
    boolean wanted() {
        return asked != null || game.paused();
    }

    void toggle() {
        if (wanted()) {
            goOn();
            return;
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked = answer;
        waiting = true;
        sinceNs = NEVER;
        asking.ask("pause all lanes", answer, a -> asked = asked == answer ? null : asked);
    }

    private void goOn() {
        if (waiting) {
            waiting = false;
            asked.complete("not paused");
        } else {
            asked = null;
            asking.ask("resume all lanes", game.pause(false), a -> {});
        }
    }

    /** Once a frame; {@code paused} is true if the run is paused in the state that this frame shows. */
    void poll(boolean paused, long nowNs) {
        if (!waiting) {
            return;
        }
        sinceNs = sinceNs == NEVER ? nowNs : sinceNs;
        if (!paused || nowNs - sinceNs >= GOES_ON_NS) {
            waiting = false;
            CompletableFuture<String> answer = asked;
            game.pause(true).whenComplete((a, e) -> answer.complete(e == null ? a : "it failed: " + e));
        }
    }

    void stepTick() {
        if (mayStep()) {
            asking.ask("one tick", game.stepTick(), a -> {});
        }
    }

    void stepLane() {
        if (mayStep()) {
            Lane lane = chosen();
            asking.ask("one step of lane '" + lane.name() + "'", game.stepLane(lane), a -> {});
        }
    }

    private boolean mayStep() {
        if (!game.paused()) {
            asking.refuse("lanes can be stepped only while all are paused: press F6 first");
            return false;
        }
        return true;
    }

    /** Where a lane is paused: its roles with their runs, and the one that ran last. */
    static String where(Lane lane) {
        StringBuilder s = new StringBuilder();
        for (RoleStats r : lane.stats()) {
            s.append(s.isEmpty() ? "" : ", ").append(r.role()).append(" \u00d7").append(r.runs());
        }
        return s.append(";  last ran ").append(lane.runningRole()).toString();
    }
}
