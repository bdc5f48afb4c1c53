package lockstep.overlay;

import java.util.List;
import lockstep.engine.Lane;
import lockstep.engine.RoleStats;

/** Makes all lanes stand and go on, step by step, and says where each one stands. Rendering lane. */
final class Standing {
    private final LiveGame game;
    private final Asking asking;
    private int chosen;

    Standing(LiveGame game, Asking asking) {
        this.game = game;
        this.asking = asking;
    }

    /** The lanes that run a role. */
    List<Lane> lanes() {
        return game.lanes().stream().filter(l -> !l.stats().isEmpty()).toList();
    }

    /** The lane whose steps {@link #stepLane} makes. */
    Lane chosen() {
        List<Lane> lanes = lanes();
        return lanes.get(Math.floorMod(chosen, lanes.size()));
    }

    void choose(int by) {
        chosen = Math.floorMod(chosen + by, lanes().size());
    }

    void toggle() {
        boolean on = !game.standing();
        asking.ask(on ? "stop all lanes" : "let all lanes go on", game.stand(on), a -> { });
    }

    void stepTick() {
        if (mayStep()) {
            asking.ask("one tick", game.stepTick(), a -> { });
        }
    }

    void stepLane() {
        if (mayStep()) {
            Lane lane = chosen();
            asking.ask("one step of lane '" + lane.name() + "'", game.stepLane(lane), a -> { });
        }
    }

    private boolean mayStep() {
        if (!game.standing()) {
            asking.refuse("lanes can be stepped only while all stand: press F6 first");
            return false;
        }
        return true;
    }

    /** Where a lane stands: its roles with their runs, and the one that ran last. */
    static String where(Lane lane) {
        StringBuilder s = new StringBuilder();
        for (RoleStats r : lane.stats()) {
            s.append(s.isEmpty() ? "" : ", ").append(r.role()).append(" \u00d7").append(r.runs());
        }
        return s.append(";  last ran ").append(lane.runningRole()).toString();
    }
}
