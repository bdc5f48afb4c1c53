package lockstep.desktop.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.XDisplay;

/**
 * One way to run the game with faults planted in it.
 *
 * @param row        what is planted, for people: the row of the table it counts for
 * @param options    the layout and the rate, as on the command line
 * @param planted    faults whose culprit is to be named
 * @param bystanders faults that keep no frame waiting; to name them is wrong
 * @param window     true if it draws in a window
 * @param seconds    how long a run takes
 * @param runs       how many there are
 */
record BlameCase(String row, String options, List<String> planted, List<String> bystanders, boolean window, int seconds,
                 int runs) {
    /** A case without a window. */
    static BlameCase of(String row, int seconds, String options, String... planted) {
        return new BlameCase(row, options, List.of(planted), List.of(), false, seconds, 1);
    }

    /** With faults beside it that nobody waits for. */
    BlameCase beside(String... busy) {
        return new BlameCase(row + ", bystander", options, planted, List.of(busy), window, seconds, runs);
    }

    /** So many times, each with another game. */
    BlameCase times(int times) {
        return new BlameCase(row, options, planted, bystanders, window, seconds, times);
    }

    /** With runs as much shorter or longer, or so many of them where they are short. */
    BlameCase lasting(double share) {
        return runs > 1
            ? new BlameCase(row, options, planted, bystanders, window, seconds, (int) Math.max(1, Math.round(runs * share)))
            : new BlameCase(row, options, planted, bystanders, window, (int) Math.max(4, Math.round(seconds * share)), 1);
    }

    /** The same in a window. */
    BlameCase inWindow() {
        return new BlameCase(row + ", window", options, planted, bystanders, true, seconds, runs);
    }

    /** Plays it once; {@code display} is used only for a window. */
    JudgedRun play(GameJar program, XDisplay display, int seed) throws IOException, InterruptedException {
        List<String> args =
            new ArrayList<>(List.of(program.file("late.bin").toString(), "--autopilot", "--overlay", "off", "--mute",
                "--seed", Integer.toString(seed), "--seconds", Integer.toString(seconds)));
        args.addAll(List.of(options.split(" ")));
        Stream.concat(planted.stream(), bystanders.stream()).forEach(p -> args.addAll(List.of("--inject", p)));
        if (!window) {
            args.add("--headless");
        }
        String[] all = args.toArray(String[]::new);
        GameJar.Ended ended = window ? program.run(display, all) : program.run(all);
        if (ended.exit() != 0) {
            throw new IllegalStateException(this + " ended with " + ended);
        }
        JudgedRun run = JudgedRun.read(program.file("late.bin"));
        return new JudgedRun(run.late(), run.fired().stream().filter(f -> !isBystander(f)).toList(), run.hogs());
    }

    private boolean isBystander(Firing f) {
        return bystanders.stream().anyMatch(b -> b.startsWith(f.point() + "="));
    }
}
