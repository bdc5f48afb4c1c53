package lockstep.overlay.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lockstep.overlay.draw.Figures;
import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Guards;
import lockstep.sync.Hold;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;
import lockstep.topology.Sync;
import lockstep.topology.Topology;

/** The page of dials: how the lanes share and how often roles run. Rendering lane. */
final class Dials {
    private static final double[] INPUT_HZ = {125, 250, 500, 1000, 2000};
    private static final double[] RENDER_HZ = {0, 15, 30, 60, 90, 120, 144, 240};
    private static final double[] ASSETS_HZ = {0, 5, 10, 30, 60, 120};
    private static final List<String> GUARDS = List.copyOf(Guards.names());

    private final LiveGame game;
    private final Asking asking;
    private int shipped = -1;

    Dials(LiveGame game, Asking asking) {
        this.game = game;
        this.asking = asking;
    }

    List<PanelRow> rows() {
        Topology t = asking.wanted();
        Sync s = t.sync();
        Map<String, String> idle = t.noEffect();
        List<PanelRow> rows = new ArrayList<>();
        rows.add(PanelRow.dial("topology", t.name(), null, t.about().isEmpty() ? "Which roles run on which lanes." : t.about(),
            this::ship));
        rows.add(sync("guard", s.guard(), GUARDS, s::withGuard, idle, guardHelp(s.guard())));
        rows.add(sync("granularity", s.granularity(), Granularity.values(), Granularity::word, s::withGranularity, idle,
            s.granularity() == Granularity.WORLD ? "world: one guard for all regions."
                : "region: each region has a guard of its own."));
        rows.add(sync("order", s.order(), Order.values(), Order::word, s::withOrder, idle,
            s.order() == Order.SORTED ? "sorted: every role takes several guards in the same order, so no lanes wait in a circle."
                : "as-written: each role takes guards in its own order; lanes can wait for each other forever."));
        rows.add(sync("hold", s.hold(), Hold.values(), Hold::word, s::withHold, idle,
            s.hold() == Hold.COPY ? "copy: a lock is held only while copying in or out."
                : "tick: a lock is held for the role's whole tick."));
        rows.add(sync("barrier", s.barrier(), BarrierMode.values(), BarrierMode::word, s::withBarrier, idle,
            barrierHelp(s.barrier())));
        rows.add(permits(t, idle.get("permits")));
        OnDeadlock now = game.onDeadlock();
        rows.add(PanelRow.dial("on deadlock", now.word(), null,
            "report: only shows it. break: one lane of the circle gives back what it holds. exit: the game ends.",
            by -> game.onDeadlock(step(List.of(OnDeadlock.values()), now, by))));
        rows.add(rate(t, Topology.INPUT, INPUT_HZ, "How many times a second input looks for events."));
        rows.add(PanelRow.fixed("physics rate", hz(t.hz(Topology.PHYSICS)), "fixed while the game runs",
            "The rate sets the length of a tick, which is part of the simulation; it is set before the start."));
        rows.add(rate(t, Topology.RENDER, RENDER_HZ, "The most frames a second; 'display' follows the display."));
        rows.add(
            rate(t, Topology.ASSETS, ASSETS_HZ, "How many times a second assets look for work; 'free' is as often as they can."));
        return rows;
    }

    private void ship(int by) {
        List<Topology> all = game.shipped();
        if (all.isEmpty()) {
            asking.refuse("no topology was shipped with this game");
            return;
        }
        Topology now = asking.wanted();
        int at = shipped;
        for (int i = 0; i < all.size(); i++) {
            if (now.name().equals(all.get(i).name())) {
                at = i;
            }
        }
        shipped = at < 0 ? 0 : Math.floorMod(at + by, all.size());
        Topology next = all.get(shipped).withHz(Topology.PHYSICS, now.hz(Topology.PHYSICS));
        asking.want(next, "topology " + next.name());
    }

    private static <E> E step(List<E> all, E now, int by) {
        return all.get(Math.max(0, Math.min(all.size() - 1, all.indexOf(now) + by)));
    }

    private <E> PanelRow sync(String dial, E now, E[] all, Function<E, String> word, Function<E, Sync> with,
                              Map<String, String> idle, String help) {
        return PanelRow.dial(dial, word.apply(now), idle.get(dial), help, by -> set(dial, now, List.of(all), by, word, with));
    }

    private PanelRow sync(String dial, String now, List<String> all, Function<String, Sync> with, Map<String, String> idle,
                          String help) {
        return PanelRow.dial(dial, now, idle.get(dial), help, by -> set(dial, now, all, by, x -> x, with));
    }

    private <E> void set(String dial, E now, List<E> all, int by, Function<E, String> word, Function<E, Sync> with) {
        E next = step(all, now, by);
        if (!next.equals(now)) {
            asking.want(changed(asking.wanted().withSync(with.apply(next))), dial + " " + word.apply(next));
        }
    }

    private PanelRow permits(Topology t, String idle) {
        int now = t.sync().permits();
        String help = now == 0 ? "0: as many lanes run at once as there are." : now == 1
            ? "1: one lane runs at a time, as under a global interpreter lock." : "At most " + now + " lanes run at once.";
        return PanelRow.dial("permits", Integer.toString(now), idle, help, by -> {
            int next = Math.max(0, Math.min(Math.max(now, t.lanes().size()), now + by));
            if (next != now) {
                asking.want(changed(t.withSync(t.sync().withPermits(next))), "permits " + next);
            }
        });
    }

    private PanelRow rate(Topology t, String role, double[] steps, String help) {
        double now = t.hz(role);
        String idle = game.idle(role);
        String word = now > 0 ? hz(now) : role.equals(Topology.RENDER) ? "display" : "free";
        return PanelRow.dial(role.equals(Topology.RENDER) ? "render cap" : role + " rate", word, idle, help, by -> {
            double next = now;
            for (int i = 0; i < steps.length; i++) {
                double s = steps[by > 0 ? i : steps.length - 1 - i];
                if (by > 0 ? s > now : s < now) {
                    next = s;
                    break;
                }
            }
            if (next != now) {
                asking.want(changed(t.withHz(role, next)), role + " at " + (next > 0 ? hz(next) : "its own rate"));
            }
        });
    }

    /** Marks a topology that differs from the shipped one. */
    static Topology changed(Topology t) {
        return t.name().endsWith("*") ? t : new Topology(t.name() + "*", t.about(), t.lanes(), t.hz(), t.sync());
    }

    private static String hz(double hz) {
        return Figures.amount(new StringBuilder(), hz).append(" Hz").toString();
    }

    private static String guardHelp(String guard) {
        return switch (Guards.kind(guard)) {
            case LOCK -> guard + ": a lock. " + switch (guard) {
                case "rw-lock" -> "Readers go in together; a writer waits until it is alone.";
                case "stamped" ->
                    "Readers first try without the lock and check afterwards; a writer waits until it is alone.";
                default -> "A lane that comes while another is in waits.";
            };
            case EXCHANGE -> guard + ": no lock. Writers publish copies, readers take the newest; nobody waits.";
            case NONE -> "none: nothing keeps lanes apart. Frames can tear and updates be lost.";
        };
    }

    private static String barrierHelp(BarrierMode mode) {
        return switch (mode) {
            case FREE -> "free: physics and render never meet; render interpolates.";
            case PIPELINED -> "pipelined: physics computes the next batch while render draws this one.";
            case LOCKSTEP -> "lockstep: physics waits until the frame was swapped.";
        };
    }
}
