package lockstep.blame;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What made a late frame late. Immutable.
 *
 * @param frame its number, from 1
 * @param startNs end of the previous swap, ns of the run's clock
 * @param endNs end of its own swap, ns of the run's clock
 * @param budgetNs its budget
 * @param lane name of the lane that drew it
 * @param causes the biggest first
 * @param path its critical path, in order of time and without gaps
 * @param complete false if a lane had not published its spans when this was judged
 */
public record LateFrame(long frame, long startNs, long endNs, long budgetNs, String lane, List<Cause> causes, List<Step> path,
                        boolean complete) {
    private static final double STARVED_SHARE = 0.2;

    public LateFrame {
        causes = List.copyOf(causes);
        path = List.copyOf(path);
    }

    /** The same verdict without the path, which takes the most memory. */
    LateFrame withoutPath() {
        return new LateFrame(frame, startNs, endNs, budgetNs, lane, causes, List.of(), complete);
    }

    /** True if a lane was runnable without a core for a considerable part of the frame. */
    public boolean isStarved() {
        return causes.stream().anyMatch(c -> c.kind() == Blame.MACHINE && c.share() >= STARVED_SHARE);
    }

    /**
     * The same verdict, which now says who had the cores while a lane got none. {@code who} tells it by the lane's
     * name, "" if it is not known.
     */
    public LateFrame withCoreUse(UnaryOperator<String> who) {
        List<Cause> known = causes.stream().map(c -> {
            String use = c.kind() == Blame.MACHINE && c.doing().isEmpty() ? who.apply(c.lane()) : "";
            return use.isEmpty() ? c : new Cause(c.lane(), c.kind(), c.what(), use, c.ns(), c.share(), c.confidence());
        }).toList();
        return new LateFrame(frame, startNs, endNs, budgetNs, lane, known, path, complete);
    }

    /** Duration from swap to swap, ns. */
    public long ns() {
        return endNs - startNs;
    }

    /** How much it took above its budget, ns. */
    public long overNs() {
        return ns() - budgetNs;
    }

    /** One line for people: {@code frame 8121 41.3 ms (+24.6): assets held 'world' for 23.9 ms; render waited}. */
    public String sentence() {
        StringBuilder s = new StringBuilder();
        s.append(String.format(Locale.ROOT, "frame %d %.1f ms (+%.1f): ", frame, ns() / 1e6, overNs() / 1e6));
        return s.append(causes.isEmpty() ? "nothing took longer than usual" : Sentence.of(causes.get(0), lane)).toString();
    }
}
