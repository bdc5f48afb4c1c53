package lockstep.blame;

import java.util.Locale;

/** Puts a cause into words that a person can act on. */
public final class Sentence {
    private Sentence() {
    }

    /** One clause: who did what for how long, and who waited. {@code rendering}: name of the lane that draws. */
    public static String of(Cause c, String rendering) {
        String ms = String.format(Locale.ROOT, "%.1f ms", c.ns() / 1e6);
        String doing = c.doing().isEmpty() ? "" : " " + c.doing();
        String waited = c.lane().equals(rendering) ? "" : "; " + rendering + " waited";
        return switch (c.kind()) {
            case WORK -> c.lane() + " worked " + ms + " longer in '" + c.what() + "'" + doing;
            case GUARD -> c.lane() + " held '" + c.what() + "' " + ms + doing + waited;
            case BARRIER -> c.lane() + " came " + ms + " late to the barrier" + doing + waited;
            case PERMIT -> c.lane() + " had the permit to run for " + ms + doing + waited;
            case IO -> c.lane() + " read files for " + ms + doing;
            case UPLOAD -> c.lane() + " uploaded for " + ms + doing;
            case GC -> c.what() + " stopped all lanes for " + ms;
            case MACHINE -> c.lane() + " could run but got no core for " + ms + doing;
            case PACE -> c.lane() + " slept " + ms + " too long" + doing;
            case SWAP -> c.lane() + " swapped buffers for " + ms + " longer" + doing;
            case UNEXPLAINED -> "unexplained " + ms;
        };
    }
}
