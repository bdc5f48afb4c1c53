package lockstep.overlay.panel;

import java.util.ArrayList;
import java.util.List;
import lockstep.topology.LaneSpec;
import lockstep.topology.Topology;

/** The page that shows which role runs on which lane, moves roles, and steps lanes. Rendering lane. */
final class Lanes {
    private final LiveGame game;
    private final Asking asking;
    private final LanePause lanePause;
    private int column;

    Lanes(LiveGame game, Asking asking, LanePause lanePause) {
        this.game = game;
        this.asking = asking;
        this.lanePause = lanePause;
    }

    /** The names above the columns: the lanes, and one for a new lane. */
    List<String> columns() {
        List<String> names = new ArrayList<>();
        asking.wanted().lanes().forEach(l -> names.add(l.name()));
        names.add("new");
        return names;
    }

    /** The column of the chosen cell. */
    public int column() {
        return Math.min(column, asking.wanted().lanes().size());
    }

    /** Chooses a column. */
    public void column(int to) {
        column = Math.max(0, Math.min(asking.wanted().lanes().size(), to));
    }

    List<PanelRow> rows() {
        Topology t = asking.wanted();
        List<PanelRow> rows = new ArrayList<>();
        for (String role : t.roles().stream().sorted((a, b) -> Integer.compare(rank(a), rank(b))).toList()) {
            List<Boolean> cells = new ArrayList<>();
            for (LaneSpec l : t.lanes()) {
                cells.add(l.runs(role));
            }
            cells.add(false);
            String help =
                role.equals(Topology.ASSETS) ? "Assets may run on several lanes: Enter puts it on a lane, or takes it off."
                    : role.equals(Topology.INPUT) ? "Input stays on the process main thread; its lane is the main lane."
                    : "Enter moves the role to the lane of this column.";
            rows.add(
                new PanelRow(PanelRow.Kind.PLACE, role, "", null, help, by -> column(column() + by), () -> place(role), cells));
        }
        rows.add(PanelRow.action("all lanes", game.paused() ? "paused - resume them (F6)" : "running - pause them (F6)",
            "Lanes pause between two runs of a role, with no guard held.", lanePause::toggle));
        rows.add(PanelRow.action("physics", "one tick (F7)   \u00b7   tick " + game.tick() + ", frame " + game.frame(),
            "While all are paused: one step of the simulation, and a new snapshot of it.", lanePause::stepTick));
        rows.add(PanelRow.dial("lane to step", lanePause.chosen().name(), null, "The lane that is stepped.", lanePause::choose));
        rows.add(PanelRow.action("lane " + lanePause.chosen().name(), "one step of each of its roles (Shift+F7)",
            "While all are paused: one run of each role of that lane.", lanePause::stepLane));
        return rows;
    }

    private static int rank(String role) {
        int at = Topology.STANDARD_ROLES.indexOf(role);
        return at < 0 ? Integer.MAX_VALUE : at;
    }

    private void place(String role) {
        Topology t = asking.wanted();
        int at = column();
        boolean fresh = at == t.lanes().size();
        Placement.Result r = fresh ? Placement.onNewLane(t, role) : Placement.place(t, role, t.lanes().get(at).name());
        if (r.why() != null) {
            asking.refuse(r.why());
            return;
        }
        String lane = fresh ? Placement.newLane(t, role) : t.lanes().get(at).name();
        boolean off = !fresh && t.lanes().get(at).runs(role);
        asking.want(Dials.changed(r.topology()), role + (off ? " off lane " : " to lane ") + lane);
    }
}
