package lockstep.sync;

import java.util.List;
import java.util.Locale;

/**
 * One planted fault as written on the command line: {@code POINT=WHAT@WHEN}.
 *
 * @param point where: {@code physics.tick}, {@code world.copy}, {@code gc}, {@code hog} …
 * @param what what happens there
 * @param amountNs how long, in ns; for {@code HOG} the number of threads, which each run for {@link Hogs#BURN_NS}; 0 where it has
 * no meaning
 * @param everyNs fires when at least this many ns have passed since it last did, or 0
 * @param everyCalls fires on every {@code everyCalls}-th call, or 0
 * @param probability fires with this probability on each call, or 0
 * @param seed seeds the draws of {@code probability}
 * @param tick fires once, in this tick or frame, or -1
 */
public record FaultSpec(String point, What what, long amountNs, long everyNs, long everyCalls, double probability, long seed,
                        long tick) {
    /** What a fault does. */
    public enum What { BUSY, SLEEP, YIELD, PARK, GC, HOG }

    private static final List<String> ROLE_PLACES = List.of("tick", "hold", "tally");
    private static final List<String> ONE_PLACES = List.of("assets.decode", "assets.read", "render.draw", "render.upload",
        "world.copy");
    private static final String SHAPE = "POINT=WHAT@WHEN, such as render.draw=20ms@every=1s";

    /**
     * Reads one spec.
     *
     * @throws IllegalArgumentException with one line that says what is wrong and what would be right
     */
    public static FaultSpec parse(String text) {
        int equals = text.indexOf('=');
        int at = text.indexOf('@');
        if (equals <= 0 || at < equals) {
            throw bad(text, "it is not of the form " + SHAPE);
        }
        String point = text.substring(0, equals);
        checkPoint(text, point);
        String whatText = text.substring(equals + 1, at);
        String when = text.substring(at + 1);
        What what;
        long amount;
        if (point.equals("gc")) {
            if (!whatText.isEmpty() && !whatText.equals("now")) {
                throw bad(text, "the length of a collection cannot be chosen: '" + whatText + "'; write gc=now@" + when);
            }
            what = What.GC;
            amount = 0;
        } else if (point.equals("hog")) {
            what = What.HOG;
            amount = number(text, whatText, 1, 64);
        } else if (whatText.equals("yield")) {
            what = What.YIELD;
            amount = 0;
        } else if (whatText.startsWith("sleep:")) {
            what = What.SLEEP;
            amount = duration(text, whatText.substring(6));
        } else if (whatText.startsWith("park:")) {
            what = What.PARK;
            amount = duration(text, whatText.substring(5));
        } else {
            what = What.BUSY;
            amount = duration(text, whatText);
        }
        return withWhen(text, point, what, amount, when);
    }

    private static FaultSpec withWhen(String text, String point, What what, long amount, String when) {
        if (when.startsWith("every=")) {
            String period = when.substring(6);
            if (period.matches("\\d+")) {
                return new FaultSpec(point, what, amount, 0, number(text, period, 1, Integer.MAX_VALUE), 0, 0, -1);
            }
            return new FaultSpec(point, what, amount, duration(text, period), 0, 0, 0, -1);
        }
        if (when.startsWith("p=")) {
            String[] parts = when.substring(2).split(",seed=", 2);
            try {
                double p = Double.parseDouble(parts[0]);
                long seed = parts.length == 2 ? Long.parseLong(parts[1]) : 0;
                if (p > 0 && p <= 1) {
                    return new FaultSpec(point, what, amount, 0, 0, p, seed, -1);
                }
            } catch (NumberFormatException e) {
                throw bad(text, "'" + when + "' is not p=PROBABILITY,seed=N");
            }
            throw bad(text, "a probability is above 0 and at most 1");
        }
        if (when.startsWith("tick=") && what == What.GC) {
            throw bad(text, "a collection belongs to no lane and so to no tick; use every=TIME");
        }
        if (when.startsWith("tick=") && what == What.HOG) {
            throw bad(text, "threads beside the lanes know no ticks; use every=TIME");
        }
        if (when.startsWith("tick=")) {
            return new FaultSpec(point, what, amount, 0, 0, 0, 0, number(text, when.substring(5), 0, Integer.MAX_VALUE));
        }
        throw bad(text, "'" + when + "' is not every=TIME, every=CALLS, p=P,seed=N or tick=N");
    }

    /** The role or lane in whose code it fires; null if it belongs to no particular one. */
    public String owner() {
        return what == What.GC || what == What.HOG || point.startsWith("world.") ? null
            : point.substring(0, point.lastIndexOf('.'));
    }

    /** In words for people: {@code world.copy 20us every 64}. */
    public String words() {
        String does = switch (what) {
            case BUSY -> " " + time(amountNs);
            case SLEEP -> " sleep " + time(amountNs);
            case PARK -> " park " + time(amountNs);
            case YIELD -> " yield";
            case GC -> "";
            case HOG -> " " + amountNs;
        };
        String when = everyCalls > 0 ? "every " + everyCalls : everyNs > 0 ? "every " + time(everyNs)
            : tick >= 0 ? "in tick " + tick : "p=" + probability + ",seed=" + seed;
        return point + does + " " + when;
    }

    private static String time(long ns) {
        return ns % 1_000_000_000 == 0 ? ns / 1_000_000_000 + "s" : ns % 1_000_000 == 0 ? ns / 1_000_000 + "ms"
            : ns % 1_000 == 0 ? ns / 1_000 + "us" : ns + "ns";
    }

    /** True if it is planted between two accesses to shared data, so that it widens a window that exists anyway. */
    public boolean widens() {
        return Faults.WIDENING.contains(point.substring(point.lastIndexOf('.') + 1));
    }

    private static void checkPoint(String text, String point) {
        if (point.equals("gc") || point.equals("hog") || ONE_PLACES.contains(point)) {
            return;
        }
        int dot = point.lastIndexOf('.');
        if (dot <= 0 || !ROLE_PLACES.contains(point.substring(dot + 1))) {
            throw bad(text, "unknown point '" + point + "'; there are ROLE.tick, ROLE.hold, ROLE.tally, "
                + String.join(", ", ONE_PLACES) + ", gc, hog");
        }
    }

    private static long number(String text, String digits, long least, long most) {
        try {
            long n = Long.parseLong(digits);
            if (n >= least && n <= most) {
                return n;
            }
        } catch (NumberFormatException e) {
            throw bad(text, "'" + digits + "' is not a whole number");
        }
        throw bad(text, digits + " is not between " + least + " and " + most);
    }

    /** Reads {@code 20ms}, {@code 50us}, {@code 1s}, {@code 800ns} into ns. */
    private static long duration(String text, String s) {
        String t = s.toLowerCase(Locale.ROOT);
        String[] units = {"ns", "us", "ms", "s"};
        long[] ns = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int i = 0; i < units.length; i++) {
            if (t.endsWith(units[i])) {
                try {
                    double v = Double.parseDouble(t.substring(0, t.length() - units[i].length()));
                    if (v > 0 && v * ns[i] <= 60e9) {
                        return Math.max(1, (long) (v * ns[i]));
                    }
                } catch (NumberFormatException e) {
                    break;
                }
                throw bad(text, "'" + s + "' is not above 0 and at most 60s");
            }
        }
        throw bad(text, "'" + s + "' is not a time such as 20ms, 50us, 1s");
    }

    private static IllegalArgumentException bad(String text, String why) {
        return new IllegalArgumentException("--inject " + text + ": " + why);
    }
}
