package lockstep.overlay.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lockstep.sync.Guards;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;

/** What a person may do next, and how often. */
final class Deeds {
    private static final List<String> STARTS = List.of("start four", "start loaders races", "start two exports",
        "start classic races",
        "start four exports physics.tick=15ms@every=40", "start loaders assets.decode=30ms@every=2",
        "start two render.draw=30ms@every=20",
        "start four races gc=now@every=200ms", "start loaders exports hog=1@every=1s", "start classic input.tick=5ms@every=100",
        "start four assets.read=20ms@every=1");
    private static final List<String> POINTS =
        List.of("world.copy", "physics.tally", "assets.tally", "render.tally", "physics.hold",
            "assets.hold", "render.hold", "input.hold");
    private static final List<String> ROLES = List.of("physics", "render", "assets");

    private Deeds() {
    }

    /** How a game begins. */
    static Arbitrary<String> starts() {
        return Arbitraries.of(STARTS);
    }

    /** Sequences of at most so many deeds. None has a precondition, which would keep jqwik from leaving out what is before it. */
    static ActionChainArbitrary<Play> sequences(int longest, Supplier<Play> begin) {
        return ActionChain.startWith(begin).withMaxTransformations(longest)
            .withAction(6, any(Arbitraries.of("F6")))
            .withAction(4, any(Arbitraries.of("F7 1", "F7 12", "F7 240", "Shift+F7 0", "Shift+F7 1", "Shift+F7 2")))
            .withAction(2, any(Arbitraries.of("look 20")))
            .withAction(6, any(Arbitraries.of(dials())))
            .withAction(3, any(moves()))
            .withAction(2, any(randoms()))
            .withAction(2, any(widenings()))
            .withAction(1, any(Arbitraries.of("unwiden")))
            .withAction(2,
                any(Arbitraries.of("F2", "Esc", "play", "title", "resize 640 360", "resize 1920 1080", "cap 30", "cap 0")))
            .withAction(1, any(Arbitraries.of("F4")))
            .withAction(1, any(Arbitraries.of("die")))
            .withAction(1, any(Arbitraries.of("lock-up")))
            .withAction(2, any(Arbitraries.of("break")));
    }

    private static Action<Play> any(Arbitrary<String> words) {
        return new Action.Independent<>() {
            @Override
            public Arbitrary<Transformer<Play>> transformer() {
                return words.map(w -> Transformer.<Play>mutate(w, play -> play.say(w))).dontShrink();
            }
        };
    }

    private static List<String> dials() {
        List<String> all = new ArrayList<>();
        Words.DIALS.forEach((dial, values) -> values.forEach(value -> all.add(dial + " " + value)));
        return all.stream().sorted().toList();
    }

    private static Arbitrary<String> moves() {
        return Combinators.combine(Arbitraries.of(ROLES), Arbitraries.integers().between(0, 4))
            .as((role, lane) -> "move " + role + " to " + lane);
    }

    private static Arbitrary<String> randoms() {
        return Combinators.combine(Arbitraries.integers().between(1, 1000), Arbitraries.of(Guards.names()))
            .as((seed, guard) -> "random " + seed + " " + guard);
    }

    /** The window in copying is passed for each slot of each copy: widened by more than this, a step would take a second. */
    private static Arbitrary<String> widenings() {
        Arbitrary<String> points = Arbitraries.of(POINTS);
        Arbitrary<String> whens = Arbitraries.of("every=8", "every=64", "every=512", "p=0.01,seed=7");
        return Combinators.combine(points, Arbitraries.of("20us", "100us", "yield", "park:50us"), whens)
            .as((point, what, when) -> "widen " + point + " " + what + " " + when);
    }
}
