package lockstep.overlay.timeline;

import java.util.Comparator;
import java.util.List;
import lockstep.blame.Frozen;
import lockstep.blame.LateFrames;

/**
 * The late frames that have evidence, as of one moment. Immutable; no element is null.
 *
 * @param frames oldest first
 * @param all how many frames were late in total
 */
record KeptFrames(List<Frozen> frames, long all) {
    static final KeptFrames NONE = new KeptFrames(List.of(), 0);

    KeptFrames {
        frames = List.copyOf(frames);
    }

    private static long number(Frozen f) {
        return f.late().frame();
    }

    /** The same frame with its current verdict; null if it is no longer kept. */
    Frozen same(Frozen frame) {
        return frames.stream().filter(f -> number(f) == number(frame)).findFirst().orElse(null);
    }

    /** The one before, or null. */
    Frozen before(Frozen frame) {
        return frames.stream().filter(f -> number(f) < number(frame)).max(Comparator.comparingLong(KeptFrames::number))
            .orElse(null);
    }

    /** The one after, or null. */
    Frozen after(Frozen frame) {
        return frames.stream().filter(f -> number(f) > number(frame)).findFirst().orElse(null);
    }

    Frozen newest() {
        return frames.isEmpty() ? null : frames.get(frames.size() - 1);
    }

    Frozen worst() {
        return frames.stream().max(Comparator.comparingLong(f -> f.late().overNs())).orElse(null);
    }

    /** {@code 3 of 17 kept, worst 2nd}: its rank only where that is certain, among the worst that are always kept. */
    String position(Frozen frame) {
        Frozen now = same(frame);
        long worse = frames.stream().filter(f -> f.late().overNs() > frame.late().overNs()).count();
        String rank = worse == 0 ? ", the worst" : worse < LateFrames.WORST ? ", worst " + ordinal((int) worse + 1) : "";
        return (now == null ? "not kept any more" : (frames.indexOf(now) + 1) + " of " + frames.size() + " kept" + rank)
            + "   \u00b7   " + all + " late in all";
    }

    static String ordinal(int n) {
        String end = n % 100 >= 11 && n % 100 <= 13 ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
        return n + end;
    }
}
