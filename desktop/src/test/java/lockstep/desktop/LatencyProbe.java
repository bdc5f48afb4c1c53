package lockstep.desktop;

import com.sun.jna.NativeLong;
import com.sun.jna.platform.unix.X11;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Injects key presses and releases into an X display, as a keyboard would, each stamped just before it is sent. On Linux
 * {@link System#nanoTime} is the same monotonic clock in all processes, so the stamps compare with those that the
 * program under test logged for the same keys. One thread uses it.
 *
 * <p>Main: {@code LatencyProbe DISPLAY KEY COUNT RATE OUT} injects COUNT presses, each with its release, at RATE events
 * a second, and writes the lines {@code KEY down|up NS} to the file OUT.
 */
final class LatencyProbe {
    /**
     * X stamps events in whole ms, and GLFW takes a second press of a key with the same stamp for a duplicate of the
     * input method's and drops it. So after a stall events are not caught up on in a burst, as no finger would.
     */
    private static final long LEAST_GAP_NS = 1_500_000;

    /** One injected event; {@code atNs} is {@link System#nanoTime} just before it left. */
    record Stamp(boolean down, long atNs) {
    }

    private final String displayName;
    private final String key;

    /** @param key the key as X names it: {@code Left}, {@code space}, {@code a} */
    LatencyProbe(String displayName, String key) {
        this.displayName = displayName;
        this.key = key;
    }

    /** Injects so many presses with their releases, {@code perSecond} events a second, and returns their stamps. */
    List<Stamp> inject(int presses, double perSecond) {
        X11.Display display = XClient.open(displayName);
        try {
            int code = X11.INSTANCE.XKeysymToKeycode(display, X11.INSTANCE.XStringToKeysym(key)) & 0xff;
            if (code == 0) {
                throw new IllegalArgumentException("no key on this keyboard is called " + key);
            }
            return inject(display, code, presses, perSecond);
        } finally {
            X11.INSTANCE.XCloseDisplay(display);
        }
    }

    private static List<Stamp> inject(X11.Display display, int code, int presses, double perSecond) {
        NativeLong now = new NativeLong(0);
        long stepNs = (long) (1e9 / perSecond);
        List<Stamp> stamps = new ArrayList<>(presses * 2);
        long dueNs = System.nanoTime();
        for (int i = 0; i < presses * 2; i++) {
            sleepUntil(dueNs);
            boolean down = i % 2 == 0;
            X11.XTest.INSTANCE.XTestFakeKeyEvent(display, code, down, now);
            stamps.add(new Stamp(down, System.nanoTime()));
            X11.INSTANCE.XFlush(display);
            X11.INSTANCE.XSync(display, false);
            dueNs = Math.max(dueNs + stepNs, System.nanoTime() + LEAST_GAP_NS);
        }
        return stamps;
    }

    private static void sleepUntil(long dueNs) {
        for (long left = dueNs - System.nanoTime(); left > 0; left = dueNs - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Reads a log of lines {@code KEY down|up NS}, of which other lines may stand between. */
    static List<Stamp> parse(List<String> lines) {
        List<Stamp> stamps = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.strip().split("\\s+");
            int n = words.length;
            if (n >= 3 && (words[n - 2].equals("down") || words[n - 2].equals("up"))) {
                stamps.add(new Stamp(words[n - 2].equals("down"), Long.parseLong(words[n - 1])));
            }
        }
        return stamps;
    }

    /**
     * Time in ns from each injected event to the seen one, ascending. Both lists hold the same events in the same order.
     *
     * @throws IllegalArgumentException naming the first that does not match
     */
    static long[] latenciesNs(List<Stamp> injected, List<Stamp> seen) {
        if (injected.size() != seen.size()) {
            throw new IllegalArgumentException("injected " + injected.size() + " key events, seen " + seen.size());
        }
        long[] latencies = new long[injected.size()];
        for (int i = 0; i < latencies.length; i++) {
            if (injected.get(i).down() != seen.get(i).down()) {
                throw new IllegalArgumentException("event " + i + ": injected " + injected.get(i) + ", seen " + seen.get(i));
            }
            latencies[i] = seen.get(i).atNs() - injected.get(i).atNs();
        }
        Arrays.sort(latencies);
        return latencies;
    }

    /** One line of percentiles in ms; takes the ascending result of {@link #latenciesNs}. */
    static String summary(long[] sortedNs) {
        return String.format(Locale.ROOT, "key latency ms: p50 %.3f  p99 %.3f  max %.3f  (%d events)",
            at(sortedNs, 0.5), at(sortedNs, 0.99), at(sortedNs, 1), sortedNs.length);
    }

    /** The percentile at a share of 0 to 1 of ascending times in ns, in ms. */
    static double at(long[] sortedNs, double share) {
        return sortedNs[(int) Math.ceil(share * sortedNs.length) - 1] / 1e6;
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 5) {
            System.err.println("usage: LatencyProbe DISPLAY KEY COUNT RATE OUT, for example :99 Left 1000 200 stamps.txt");
            System.exit(2);
        }
        List<Stamp> stamps = new LatencyProbe(args[0], args[1]).inject(Integer.parseInt(args[2]), Double.parseDouble(args[3]));
        Files.write(Path.of(args[4]), stamps.stream()
            .map(stamp -> args[1] + (stamp.down() ? " down " : " up ") + stamp.atNs()).toList());
    }
}
