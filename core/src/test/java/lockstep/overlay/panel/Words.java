package lockstep.overlay.panel;

import com.badlogic.gdx.Input.Keys;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lockstep.TestLane;
import lockstep.game.Mode;
import lockstep.session.RandomTopology;
import lockstep.session.Run;
import lockstep.sync.BarrierMode;
import lockstep.sync.FaultSpec;
import lockstep.sync.Granularity;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import lockstep.view.menu.Command;

/** What a player can be told to do, in words that stand for themselves in a report and can be told again. */
final class Words {
    /** The dials of the first page with the values they are turned to, in the dial's order. */
    static final Map<String, List<String>> DIALS = Map.ofEntries(
        Map.entry("topology", List.of("four", "classic", "two", "loaders")),
        Map.entry("guard", List.copyOf(Guards.names())),
        Map.entry("granularity", List.of("world", "region")),
        Map.entry("order", List.of("sorted", "as-written")),
        Map.entry("hold", List.of("copy", "tick")),
        Map.entry("barrier", Stream.of(BarrierMode.values()).map(BarrierMode::word).toList()),
        Map.entry("permits", List.of("0", "1", "2")),
        Map.entry("input rate", List.of("125 Hz", "1000 Hz")),
        Map.entry("render cap", List.of("display", "15 Hz", "144 Hz")),
        Map.entry("assets rate", List.of("free", "30 Hz", "120 Hz")));
    private static final int MOST_STEPS = 20;
    private static final int MOST_TRIES = 5;
    private static final int MOST_TICKS = 2400;
    private static final int TICKS_AT_ONCE = 40;

    private Words() {
    }

    /** Does it and returns what the panel then says. */
    static String obey(Player p, String words) throws Exception {
        for (String dial : DIALS.keySet()) {
            if (words.startsWith(dial + " ")) {
                return p.press(() -> turnTo(p.panel(), dial, words.substring(dial.length() + 1)));
            }
        }
        String[] w = words.split(" ");
        return switch (w[0]) {
            case "look" -> look(p, Integer.parseInt(w[1]));
            case "F2" -> p.press(() -> p.panel().key(Keys.F2));
            case "F4" -> p.press(() -> p.panel().key(Keys.F4));
            case "F6" -> p.press(() -> p.panel().key(Keys.F6));
            case "F7" -> steps(p, Integer.parseInt(w[1]));
            case "Shift+F7" -> p.press(() -> stepLane(p.panel(), Integer.parseInt(w[1])));
            case "Esc" -> p.press(() -> p.session().parts().input().commands().offer(Command.PAUSE));
            case "play" -> p.press(() -> p.session().parts().input().commands().offer(Command.START));
            case "title" -> p.press(() -> p.session().parts().input().commands().offer(Command.TITLE));
            case "die" -> die(p);
            case "resize" -> p.press(() -> p.screen().resize(Integer.parseInt(w[1]), Integer.parseInt(w[2])));
            case "cap" -> p.press(() -> p.session().frameCap(Integer.parseInt(w[1]), false));
            case "move" -> p.press(() -> move(p.panel(), w[1], Integer.parseInt(w[3])));
            case "random" -> random(p, Long.parseLong(w[1]), w[2]);
            case "widen" -> p.press(() -> widen(p.panel(), w[1], w[2], w[3]));
            case "unwiden" -> p.press(() -> row(p.panel(), PanelModel.Page.WIDEN, "remove").choose());
            case "lock-up" -> lockUp(p);
            case "break" -> breakUp(p);
            default -> throw new IllegalArgumentException("nobody knows how to '" + words + "'");
        };
    }

    private static PanelRow row(PanelModel panel, PanelModel.Page page, String label) {
        panel.page(page);
        return panel.rows().stream().filter(r -> r.label.equals(label)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no line '" + label + "' on page " + page.title));
    }

    /** Turns a dial of the first page to a value, past all between. */
    private static void turnTo(PanelModel panel, String dial, String value) {
        List<String> values = DIALS.get(dial);
        int by = values.indexOf(value) < values.indexOf(row(panel, PanelModel.Page.SHARING, dial).value) ? -1 : 1;
        turn(panel, PanelModel.Page.SHARING, dial, value, by);
    }

    private static void turn(PanelModel panel, PanelModel.Page page, String dial, String value, int by) {
        for (int i = 0; i < MOST_STEPS && !row(panel, page, dial).value.equals(value); i++) {
            row(panel, page, dial).change(by);
        }
    }

    /** Does nothing for so many frames. */
    private static String look(Player p, int frames) {
        for (int i = 1; i < frames; i++) {
            p.press(() -> {});
        }
        return p.press(() -> {});
    }

    private static String steps(Player p, int ticks) {
        String says = "";
        for (int left = ticks; left > 0; left -= TICKS_AT_ONCE) {
            int now = Math.min(left, TICKS_AT_ONCE);
            says = p.press(() -> {
                for (int i = 0; i < now; i++) {
                    p.panel().key(Keys.F7);
                }
            });
        }
        return says;
    }

    private static void stepLane(PanelModel panel, int number) {
        for (int i = 0; i < number; i++) {
            panel.lanePause().choose(1);
        }
        panel.lanePause().stepLane();
    }

    /** A run of one's own, straight on until a rock ends it; stepped, as that is quicker than to watch. */
    private static String die(Player p) {
        p.press(() -> p.panel().open(false));
        p.press(() -> p.session().parts().input().commands().offer(Command.START));
        TestLane.until(p.session().parts().input().commands()::isEmpty);
        p.screen().happens(sink -> sink.key(Keys.W, true, System.nanoTime()));
        TestLane.until(p::thrusts);
        p.press(() -> p.panel().key(Keys.F6));
        for (int i = 0; i < MOST_TICKS && p.live().paused() && p.mode() != Mode.OVER; i += TICKS_AT_ONCE) {
            steps(p, TICKS_AT_ONCE);
        }
        p.screen().happens(sink -> sink.key(Keys.W, false, System.nanoTime()));
        return p.live().paused() ? p.press(() -> p.panel().key(Keys.F6)) : "";
    }

    private static void move(PanelModel panel, String role, int column) {
        panel.page(PanelModel.Page.LANES);
        panel.lanes().column(column);
        row(panel, PanelModel.Page.LANES, role).choose();
    }

    private static String random(Player p, long seed, String guard) throws Exception {
        Topology next = RandomTopology.draw(seed, guard);
        return p.press(() -> p.panel().asking().want(next, "random " + seed));
    }

    private static void widen(PanelModel panel, String point, String what, String when) {
        choose(panel, "point", point);
        choose(panel, "what", what);
        choose(panel, "when", when);
        row(panel, PanelModel.Page.WIDEN, "widen").choose();
    }

    private static void choose(PanelModel panel, String dial, String value) {
        turn(panel, PanelModel.Page.WIDEN, dial, value, 1);
        turn(panel, PanelModel.Page.WIDEN, dial, value, -1);
    }

    /** Physics and assets come to wait for each other, and nobody breaks it; unless a lane was late for what leads to it. */
    private static String lockUp(Player p) throws Exception {
        long before = p.session().deadlocks().count();
        Topology loaders = Run.shipped("loaders").withSync(new Sync("mutex", 0, Granularity.REGION, Order.AS_WRITTEN, Hold.TICK,
            BarrierMode.FREE));
        p.press(() -> p.panel().asking().want(loaders, "lock up"));
        p.session().onDeadlock(OnDeadlock.REPORT);
        p.press(() -> p.panel().asking().ask("lock up", p.live().widen(List.of(FaultSpec.parse("physics.hold=sleep:2ms@every=1"),
            FaultSpec.parse("assets.hold=sleep:20ms@every=1"))), a -> {}));
        if (p.live().widened().isEmpty() || p.live().topology() != loaders) {
            p.session().onDeadlock(OnDeadlock.BREAK);
        } else {
            TestLane.until(() -> p.session().deadlocks().count() > before);
        }
        return "";
    }

    /** The deadlock is broken, and what led to it is taken away; lanes that lock up again at once may be late for that. */
    private static String breakUp(Player p) {
        p.session().onDeadlock(OnDeadlock.BREAK);
        for (int i = 0; i < MOST_TRIES && p.live().topology().sync().order() != Order.SORTED; i++) {
            p.press(() -> turnTo(p.panel(), "order", Order.SORTED.word()));
        }
        return p.live().widened().isEmpty() ? ""
            : p.press(() -> row(p.panel(), PanelModel.Page.WIDEN, "remove").choose());
    }
}
