package lockstep.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One way to run the game with faults planted in it.
 *
 * @param row     what is planted, for people: the row of the table it counts for
 * @param options the layout and the rate, as on the command line
 * @param planted faults whose culprit is to be named
 * @param window  true if it draws in a window
 * @param seconds how long a run takes
 * @param runs    how many there are
 */
record BlameCase(String row, String options, List<String> planted, boolean window, int seconds, int runs) {
    /** A case without a window. */
    static BlameCase of(String row, int seconds, String options, String... planted) {
        return new BlameCase(row, options, List.of(planted), false, seconds, 1);
    }

    /** So many times, each with another game. */
    BlameCase times(int times) {
        return new BlameCase(row, options, planted, window, seconds, times);
    }

    /** With runs as much shorter or longer, or so many of them where they are short. */
    BlameCase lasting(double share) {
        return runs > 1 ? new BlameCase(row, options, planted, window, seconds, (int) Math.max(1, Math.round(runs * share)))
            : new BlameCase(row, options, planted, window, (int) Math.max(4, Math.round(seconds * share)), 1);
    }

    /** The same in a window. */
    BlameCase inWindow() {
        return new BlameCase(row + ", window", options, planted, true, seconds, runs);
    }

    /** Plays it once; {@code display} is used only for a window. */
    JudgedRun play(GameJar program, XDisplay display, int seed) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of(program.file("late.bin").toString(), "--autopilot", "--overlay", "off", "--mute",
            "--seed", Integer.toString(seed), "--seconds", Integer.toString(seconds)));
        args.addAll(List.of(options.split(" ")));
        planted.forEach(p -> args.addAll(List.of("--inject", p)));
        if (!window) {
            args.add("--headless");
        }
        String[] all = args.toArray(String[]::new);
        GameJar.Ended ended = window ? program.run(display, all) : program.run(all);
        if (ended.exit() != 0) {
            throw new IllegalStateException(this + " ended with " + ended);
        }
        return JudgedRun.read(program.file("late.bin"));
    }
}
