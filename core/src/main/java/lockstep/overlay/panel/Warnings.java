package lockstep.overlay.panel;

import com.badlogic.gdx.graphics.Color;
import java.util.ArrayList;
import java.util.List;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.sync.Deadlock;
import lockstep.sync.Deadlocks;
import lockstep.sync.FaultSpec;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Race;
import lockstep.sync.Races;
import lockstep.world.Region;

/** Warnings about a running game in words: planted faults, races and deadlocks. Rendering lane. */
final class Warnings {
    /** How long the lanes of a broken deadlock are shown, ns. */
    private static final long SHOWN_NS = 8_000_000_000L;

    private final LiveGame game;

    Warnings(LiveGame game) {
        this.game = game;
    }

    /** One line for each warning; the head of a plate comes first. */
    List<Notices.Line> lines(long nowNs) {
        List<Notices.Line> lines = new ArrayList<>();
        deadlocks(lines, nowNs);
        for (FaultSpec s : game.planted()) {
            lines.add(line(planted(s), OverlayPalette.WARN));
        }
        races(lines);
        return lines;
    }

    private static Notices.Line line(String text, Color color) {
        return new Notices.Line(text, color, false);
    }

    private String planted(FaultSpec s) {
        return "planted: " + s.words()
            + (s.widens() && mayRace(s) ? " \u2013 this widens the window of a race but does not cause it" : "");
    }

    /** True if lanes can race at the point of {@code s} as the world is shared now. */
    private boolean mayRace(FaultSpec s) {
        return switch (s.point().substring(s.point().lastIndexOf('.') + 1)) {
            case "copy" -> game.world().mayRace(Region.BODIES);
            case "tally" -> game.world().mayRace(Region.TALLY);
            default -> List.of(Region.values()).stream().anyMatch(game.world()::mayRace);
        };
    }

    /** Adds a lasting deadlock in full, with the way out; of past ones their number and, for some seconds, the newest. */
    private void deadlocks(List<Notices.Line> lines, long nowNs) {
        Deadlocks all = game.deadlocks();
        Deadlock lasting = all.lasting();
        Deadlock shown = lasting != null ? lasting : all.newest();
        if (shown == null) {
            return;
        }
        if (lasting != null) {
            lines.add(new Notices.Line("Deadlock: " + lasting.lanes() + " wait for each other", OverlayPalette.LATE, true));
        } else {
            lines.add(
                line("deadlocks so far: " + all.count() + (shown.resolved().equals("broken") ? ", the newest was broken" : ""),
                    OverlayPalette.LATE));
        }
        if (lasting != null || shown.foreign() || nowNs - shown.atNs() < SHOWN_NS) {
            shown.cycle().forEach(l -> lines.add(line(l.text(), OverlayPalette.LATE)));
        }
        if (lasting != null && game.onDeadlock() == OnDeadlock.REPORT && !lasting.foreign()) {
            lines.add(line("F2, 'on deadlock: break', ends it", OverlayPalette.DIM));
        }
    }

    private void races(List<Notices.Line> lines) {
        Races races = game.races();
        if (!races.isOn()) {
            return;
        }
        int n = races.found().size();
        lines.add(line(
            n == 0 ? "looking for races: none so far (F4)"
                : "races found in " + n + (n == 1 ? " place" : " places") + " (F4), the newest:",
            n == 0 ? OverlayPalette.TEXT : OverlayPalette.LATE));
        if (n > 0) {
            Race r = races.found().get(n - 1);
            lines.add(line(r.region() + ": " + did(r.first()) + ", " + did(r.second()), OverlayPalette.LATE));
        }
    }

    private static String did(Race.Access a) {
        return a.lane() + (a.write() ? " wrote in " : " read in ") + a.at();
    }
}
