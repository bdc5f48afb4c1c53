package lockstep.desktop.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the bench plants, and in which layouts. Faults last 20 ms at 240 frames a second, so each makes a frame late
 * that is long against the pace, and come so seldom that 31 frames in time lie between.
 */
final class BlameCases {
    private static final String FOUR = "--topology four --fps 240";
    private static final String TWO = "--topology two --fps 240";
    private static final String CLASSIC = "--topology classic --fps 240";
    private static final String OFTEN = "=20ms@every=160ms";
    /** An asset at a time and some seconds of them, from the first frames on. */
    private static final String LOADING = " --hz assets=6";
    private static final int LOADING_SECONDS = 7;
    /** Collections are shorter than the other faults, so for them frames are too. */
    private static final String FAST_FOUR = "--topology four --fps 500";
    private static final String FAST_CLASSIC = "--topology classic --fps 500";
    /** A permit is given back after 5 ms, so for them frames are shorter too. */
    private static final String PERMIT = " --permits 1 --barrier free --late 2ms,2x";
    private static final String WINDOW = "--topology four --fps 60 --size 480x270";

    private BlameCases() {
    }

    /** A few seconds of six kinds. */
    static List<BlameCase> quick() {
        return List.of(
            BlameCase.of("render.draw", 6, FOUR, "render.draw" + OFTEN),
            BlameCase.of("physics.tick", 6, FOUR, "physics.tick" + OFTEN),
            BlameCase.of("assets.hold", 6, FOUR, "assets.hold" + OFTEN),
            BlameCase.of("input.tick", 6, CLASSIC, "input.tick" + OFTEN),
            BlameCase.of("render.upload", LOADING_SECONDS, FOUR + LOADING, "render.upload=20ms@every=4"),
            BlameCase.of("gc", 6, FAST_FOUR, "gc=now@every=160ms"));
    }

    /** All kinds. */
    static List<BlameCase> all() {
        List<BlameCase> cases = new ArrayList<>();
        for (String point : List.of("render.tick", "render.tally", "physics.tally", "assets.tally")) {
            cases.add(BlameCase.of(point, 110, FOUR, point + OFTEN));
        }
        for (String options : List.of(FOUR, FOUR + " --guard fair-mutex --barrier lockstep", TWO, CLASSIC)) {
            cases.add(BlameCase.of("render.draw", 25, options, "render.draw" + OFTEN));
            cases.add(BlameCase.of("physics.tick", 25, options, "physics.tick" + OFTEN));
        }
        for (String options : List.of(FOUR, FOUR + " --guard rw-lock", FOUR + " --guard stamped", TWO + " --guard fair-mutex")) {
            cases.add(BlameCase.of("render.hold", 25, options, "render.hold" + OFTEN));
            cases.add(BlameCase.of("physics.hold", 25, options, "physics.hold" + OFTEN));
            cases.add(BlameCase.of("assets.hold", 28, options, "assets.hold" + OFTEN));
        }
        for (String options : List.of(CLASSIC, TWO)) {
            cases.add(BlameCase.of("input.tick", 50, options, "input.tick" + OFTEN));
        }
        cases.add(BlameCase.of("input.hold", 50, FOUR, "input.hold" + OFTEN));
        cases.add(BlameCase.of("input.hold", 50, CLASSIC, "input.hold" + OFTEN));
        cases.add(BlameCase.of("world.copy", 60, FOUR, "world.copy=20ms@every=480ms"));
        cases.add(BlameCase.of("world.copy", 60, FOUR + " --guard rw-lock", "world.copy=20ms@every=480ms"));
        for (String options : List.of(FOUR + " --hold tick" + LOADING, CLASSIC + LOADING)) {
            cases.add(BlameCase.of("assets.decode", LOADING_SECONDS, options, "assets.decode=20ms@every=1").times(11));
            cases.add(BlameCase.of("assets.read", LOADING_SECONDS, options, "assets.read=20ms@every=1").times(11));
        }
        for (String options : List.of(FOUR + LOADING, TWO + LOADING)) {
            cases.add(BlameCase.of("render.upload", LOADING_SECONDS, options, "render.upload=20ms@every=4").times(8));
        }
        cases.add(BlameCase.of("physics.tick, permit", 30, FAST_FOUR + PERMIT, "physics.tick" + OFTEN));
        for (String point : List.of("render.draw", "physics.tick")) {
            cases.add(BlameCase.of(point, 100, FOUR, point + OFTEN).beside("assets.tick=40ms@every=100ms"));
        }
        cases.add(BlameCase.of("gc", 50, FAST_FOUR, "gc=now@every=160ms"));
        cases.add(BlameCase.of("gc", 50, FAST_CLASSIC, "gc=now@every=160ms"));
        cases.add(BlameCase.of("hog", 75, FOUR, "hog=4@every=500ms").times(2));
        cases.add(BlameCase.of("hog", 75, TWO, "hog=4@every=500ms").times(2));
        cases.add(BlameCase.of("render.draw + gc", 100, FAST_FOUR, "render.draw=20ms@every=160ms", "gc=now@every=170ms"));
        cases.add(BlameCase.of("render.draw + physics.tick", 60, FOUR, "render.draw=20ms@every=160ms",
            "physics.tick=20ms@every=190ms"));
        cases.add(BlameCase.of("physics.tick + assets.hold", 60, FOUR, "physics.tick=20ms@every=160ms",
            "assets.hold=20ms@every=190ms"));
        cases.add(BlameCase.of("assets.hold + render.upload", LOADING_SECONDS, FOUR + LOADING, "assets.hold=20ms@every=190ms",
            "render.upload=20ms@every=4").times(10));
        cases.add(BlameCase.of("render.draw", 55, WINDOW, "render.draw=60ms@every=400ms").times(4).inWindow());
        cases.add(BlameCase.of("physics.tick", 55, WINDOW, "physics.tick=60ms@every=400ms").times(4).inWindow());
        cases.add(BlameCase.of("assets.hold", 55, WINDOW, "assets.hold=60ms@every=400ms").times(4).inWindow());
        cases
            .add(BlameCase.of("render.upload", 12, WINDOW + " --hz assets=3", "render.upload=60ms@every=8").times(24).inWindow());
        return cases;
    }
}
