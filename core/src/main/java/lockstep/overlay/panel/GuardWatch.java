package lockstep.overlay.panel;

import java.util.ArrayList;
import java.util.List;
import lockstep.engine.Lane;
import lockstep.overlay.draw.Figures;
import lockstep.sync.Guard;
import lockstep.sync.Milestone;
import lockstep.time.SpanKind;
import lockstep.time.Waiting;
import lockstep.topology.Topology;
import lockstep.world.Guarding;
import lockstep.world.Region;

/**
 * Which lane holds which guard at this moment, which lane waits, and how often that was so at recent looks. The rendering lane
 * looks once a frame while the page is open; the other lanes spend no time on it.
 */
final class GuardWatch {
    private static final float KEEP = 0.97f;

    /** One line of the page. */
    record Line(String text, Tone tone) {
    }

    /** How a line is shown. */
    enum Tone { HEAD, PLAIN, HELD, WAIT, BARRIER, PERMIT }

    private final LiveGame game;
    private float[][] held = new float[0][];
    private Guarding of;
    private Topology under;

    GuardWatch(LiveGame game) {
        this.game = game;
    }

    /** Looks once. */
    void look() {
        Guarding now = game.world().guarding();
        List<Guard> guards = now.guards();
        int lanes = game.lanes().size();
        if (now != of || game.topology() != under || held[0].length != lanes) {
            of = now;
            under = game.topology();
            held = new float[guards.size()][lanes];
        }
        for (int g = 0; g < held.length; g++) {
            for (int lane = 0; lane < lanes; lane++) {
                held[g][lane] = held[g][lane] * KEEP + (guards.get(g).isHeldBy(lane) ? 1 - KEEP : 0);
            }
        }
    }

    /** The lines of the page. */
    List<Line> lines(long nowNs) {
        List<Line> lines = new ArrayList<>();
        for (int g = 0; g < held.length; g++) {
            guard(lines, of.guards().get(g), held[g], nowNs);
        }
        barrier(lines, nowNs);
        permits(lines, nowNs);
        return lines;
    }

    private void guard(List<Line> lines, Guard guard, float[] share, long nowNs) {
        List<Region> regions = of.regionsOf(guard);
        String kind = of.sharing().guard();
        lines.add(new Line(regions.isEmpty() ? guard.name() + " (limit)"
            : kind + " over " + String.join(", ", regions.stream().map(Region::word).toList()), Tone.HEAD));
        if (guard.kind() == Guard.Kind.EXCHANGE) {
            lines.add(new Line("nobody holds it and nobody waits: lanes exchange copies", Tone.PLAIN));
            return;
        }
        if (guard.kind() == Guard.Kind.NONE) {
            lines.add(new Line("nothing is held: lanes read and write at any time", Tone.PLAIN));
            return;
        }
        StringBuilder now = new StringBuilder();
        StringBuilder lately = new StringBuilder();
        for (Lane lane : game.lanes()) {
            int n = lane.number();
            if (guard.isHeldBy(n)) {
                now.append(now.isEmpty() ? "held by " : ", ").append(lane.name());
            }
            if (n < share.length && share[n] >= 0.005f) {
                lately.append(lately.isEmpty() ? "   lately " : ", ").append(lane.name()).append(' ');
                Figures.percent(lately, share[n]).append('%');
            }
        }
        lines.add(new Line((now.isEmpty() ? "free" : now.toString()) + lately, now.isEmpty() ? Tone.PLAIN : Tone.HELD));
        waiting(lines, SpanKind.GUARD_WAIT, guard.number(), Tone.WAIT, nowNs);
    }

    private void barrier(List<Line> lines, long nowNs) {
        lines.add(new Line("barrier " + game.barrier().mode().word(), Tone.HEAD));
        int before = lines.size();
        waiting(lines, SpanKind.BARRIER_WAIT, 0, Tone.BARRIER, nowNs);
        if (lines.size() == before) {
            lines.add(new Line(game.barrier().meets() ? "nobody waits" : "physics and render do not meet here", Tone.PLAIN));
        }
    }

    private void permits(List<Line> lines, long nowNs) {
        int permits = game.topology().sync().permits();
        if (permits > 0) {
            lines.add(new Line("permits " + permits, Tone.HEAD));
            waiting(lines, SpanKind.PERMIT_WAIT, 0, Tone.PERMIT, nowNs);
        }
    }

    private void waiting(List<Line> lines, SpanKind kind, int guard, Tone tone, long nowNs) {
        for (Lane lane : game.lanes()) {
            Waiting.Wait w = lane.recorder().waiting().look();
            if (w != null && w.kind() == kind && (kind != SpanKind.GUARD_WAIT || w.what() == guard)) {
                StringBuilder s = new StringBuilder("  ").append(lane.name()).append(" waits ");
                Figures.ms(s, Math.max(0, nowNs - w.sinceNs())).append(" ms");
                boolean numbered = kind == SpanKind.BARRIER_WAIT;
                if (numbered) {
                    s.append(" for ").append(Milestone.awaited(w));
                }
                if (w.whom() < game.lanes().size()) {
                    s.append(numbered ? " of " : " for ").append(game.lanes().get(w.whom()).name());
                }
                lines.add(new Line(s.toString(), tone));
            }
        }
    }
}
