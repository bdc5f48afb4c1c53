package lockstep.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One way to run the game with faults planted in it.
 *
 * @param row     what is planted, for people: the row of the table it counts for
 * @param options the layout and the rate, as on the command line
 * @param planted faults whose culprit is to be named
 * @param aids    faults that only make the others possible, such as a slow disk; they keep no frame waiting
 * @param window  true if it draws in a window
 * @param seconds how long a run takes
 * @param runs    how many there are
 */
record BlameCase(String row, String options, List<String> planted, List<String> aids, boolean window, int seconds, int runs) {
    /** A case without a window. */
    static BlameCase of(String row, int seconds, String options, String... planted) {
        return new BlameCase(row, options, List.of(planted), List.of(), false, seconds, 1);
    }

    /** With {@code aids}, and so many runs. */
    BlameCase aided(int times, String... with) {
        return new BlameCase(row, options, planted, List.of(with), window, seconds, times);
    }

    /** With runs as much shorter or longer, or so many of them where they are short. */
    BlameCase lasting(double share) {
        return runs > 1 ? new BlameCase(row, options, planted, aids, window, seconds, (int) Math.max(1, Math.round(runs * share)))
            : new BlameCase(row, options, planted, aids, window, (int) Math.max(4, Math.round(seconds * share)), 1);
    }

    /** The same in a window. */
    BlameCase inWindow() {
        return new BlameCase(row + ", window", options, planted, aids, true, seconds, runs);
    }

    /** The points of what is planted. */
    Set<String> points() {
        return planted.stream().map(p -> p.substring(0, p.indexOf('='))).collect(Collectors.toSet());
    }

    /** Plays it once; {@code display} is used only for a window. */
    JudgedRun play(GameJar program, XDisplay display, int seed) throws IOException, InterruptedException {
        List<String> args = new ArrayList<>(List.of(program.file("late.bin").toString(), "--autopilot", "--overlay", "off", "--mute",
            "--seed", Integer.toString(seed), "--seconds", Integer.toString(seconds)));
        args.addAll(List.of(options.split(" ")));
        planted.forEach(p -> args.addAll(List.of("--inject", p)));
        aids.forEach(p -> args.addAll(List.of("--inject", p)));
        if (!window) {
            args.add("--headless");
        }
        String[] all = args.toArray(String[]::new);
        GameJar.Ended ended = window ? program.run(display, all) : program.run(all);
        if (ended.exit() != 0 || !ended.told().isEmpty()) {
            throw new IllegalStateException(this + " ended with " + ended);
        }
        JudgedRun run = JudgedRun.read(program.file("late.bin"));
        return new JudgedRun(run.late(), run.fired().stream().filter(f -> points().contains(f.point())).toList(), run.hogs());
    }
}
