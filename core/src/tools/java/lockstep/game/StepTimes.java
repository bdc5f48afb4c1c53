package lockstep.game;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Prints how much CPU time steps take and whether slow ones come in bouts:
 * {@code StepTimes [bodies] [hz] [ticks] [seeds] [first seed]}.
 */
final class StepTimes {
    private static final int WINDOW = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private StepTimes() {}

    public static void main(String[] args) {
        int bodies = number(args, 0, 1000), hz = number(args, 1, 120), ticks = number(args, 2, 20_000);
        int first = number(args, 4, 1);
        for (int seed = first; seed < first + number(args, 3, 4); seed++) time(seed, bodies, hz, ticks);
    }

    private static int number(String[] args, int i, int otherwise) {
        return i < args.length ? Integer.parseInt(args[i]) : otherwise;
    }

    private static void time(int seed, int bodies, int hz, int ticks) {
        Game game = new Game(seed, bodies, hz);
        Scene scene = new Scene(game.capacity());
        Controls controls = new Controls();
        Autopilot pilot = new Autopilot(seed);
        long[] ns = new long[ticks];
        long copyNs = 0, hashNs = 0;
        for (int i = 0; i < ticks; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            game.step(controls);
            ns[i] = THREADS.getCurrentThreadCpuTime() - start;
            start = System.nanoTime();
            game.copyTo(scene);
            copyNs += System.nanoTime() - start;
            if (i % 100 == 0) {
                start = System.nanoTime();
                game.hash();
                hashNs += System.nanoTime() - start;
            }
            pilot.steer(scene, controls);
        }
        long[] sorted = ns.clone();
        Arrays.sort(sorted);
        long p50 = sorted[ticks / 2];
        System.out.printf("bodies %d seed %d: p50 %.3f p99 %.3f max %.3f ms,"
            + " copy %.3f ms, hash %.3f ms, runs %d, slots %d%n",
            bodies, seed, p50 / 1e6, sorted[ticks * 99 / 100] / 1e6, sorted[ticks - 1] / 1e6,
            copyNs / 1e6 / ticks, hashNs / 1e4 / ticks, scene.run, scene.slots);
        for (int i = 0; i < ticks; i++) {
            if (ns[i] >= sorted[ticks - 5]) System.out.printf("  tick %d: %.3f ms%n", i + 1, ns[i] / 1e6);
        }
        bouts(ns, p50);
        game.dispose();
    }

    /** Windows whose median is more than twice the median of all. */
    private static void bouts(long[] ns, long p50) {
        for (int from = 0; from + WINDOW <= ns.length; from += WINDOW) {
            long[] window = Arrays.copyOfRange(ns, from, from + WINDOW);
            Arrays.sort(window);
            long median = window[WINDOW / 2];
            if (median > 2 * p50) {
                System.out.printf("  ticks %d to %d: median %.3f ms, %.1f times%n", from, from + WINDOW, median / 1e6,
                    (double) median / p50);
            }
        }
    }
}
