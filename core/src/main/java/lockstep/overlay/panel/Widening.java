package lockstep.overlay.panel;

import java.util.ArrayList;
import java.util.List;
import lockstep.sync.FaultSpec;

/**
 * The page on which race windows are widened: at a named point between two accesses a lane sometimes spins, parks or yields. That
 * makes an existing race easier to see; it creates none. Rendering lane.
 */
final class Widening {
    private static final List<String> POINTS = List.of("world.copy", "physics.tally", "assets.tally", "render.tally",
        "physics.hold", "assets.hold", "render.hold", "input.hold");
    private static final List<String> WHATS = List.of("20us", "100us", "1ms", "yield", "park:50us", "park:1ms");
    private static final List<String> WHENS = List.of("every=1", "every=8", "every=64", "every=512", "p=0.01,seed=7");

    private final LiveGame game;
    private final Asking asking;
    private int point;
    private int what;
    private int when = 2;

    Widening(LiveGame game, Asking asking) {
        this.game = game;
        this.asking = asking;
    }

    /** The fault chosen with the dials, as written for {@code --inject}. */
    String spec() {
        return POINTS.get(point) + "=" + WHATS.get(what) + "@" + WHENS.get(when);
    }

    List<PanelRow> rows() {
        List<PanelRow> rows = new ArrayList<>();
        rows.add(
            PanelRow.dial("point", POINTS.get(point), null, pointHelp(POINTS.get(point)), by -> point = step(POINTS, point, by)));
        rows.add(PanelRow.dial("what", WHATS.get(what), null,
            "A time: the lane spins for that long. park: it sleeps. yield: it lets others run.",
            by -> what = step(WHATS, what, by)));
        rows.add(PanelRow.dial("when", WHENS.get(when), null, "Every so many calls of a lane, or at random with that seed.",
            by -> when = step(WHENS, when, by)));
        rows.add(
            PanelRow.action("widen", spec(), "Plants this beside what is planted already. The --json file lists each firing.",
                this::plant));
        rows.add(PanelRow.action("remove", game.widened().isEmpty() ? "nothing is planted here" : "everything planted here",
            "Removes what was planted on this page; what --inject planted stays.", this::clear));
        return rows;
    }

    private static int step(List<String> all, int now, int by) {
        return Math.max(0, Math.min(all.size() - 1, now + by));
    }

    private static String pointHelp(String point) {
        return point.equals("world.copy") ? "Between two slots, while bodies are copied in or out."
            : point.endsWith(".tally") ? "Between the read and the write of a shared counter."
            : "After the first guard was taken, before the others.";
    }

    private void plant() {
        List<FaultSpec> all = new ArrayList<>(game.widened());
        FaultSpec fresh = FaultSpec.parse(spec());
        all.removeIf(s -> s.point().equals(fresh.point()));
        all.add(fresh);
        asking.ask("widen " + fresh.words(), game.widen(all), a -> {});
    }

    private void clear() {
        if (game.widened().isEmpty()) {
            asking.refuse(
                "nothing was planted on this page" + (game.planted().isEmpty() ? "" : "; what is planted came from --inject"));
            return;
        }
        asking.ask("remove what was planted", game.widen(List.of()), a -> {});
    }
}
