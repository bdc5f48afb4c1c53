package lockstep.blame;

import java.util.Locale;

/** Puts a cause into words that a person can act on. */
public final class Sentence {
    private Sentence() {
    }

    /** Who and what, in a few words: {@code assets held 'world'}. */
    public static String culprit(LateFrames.Total t) {
        return switch (t.kind()) {
            case WORK -> t.lane() + " worked in '" + t.what() + "'";
            case GUARD -> t.lane() + " held '" + t.what() + "'";
            case BARRIER -> t.lane() + " came late to the barrier ('" + t.what() + "')";
            case PERMIT -> t.lane() + " had the permit to run";
            case IO -> t.lane() + " read files";
            case UPLOAD -> t.lane() + " uploaded textures";
            case GC -> t.what();
            case MACHINE -> t.lane() + " got no core";
            case PACE -> t.lane() + " slept too long (" + t.what() + ")";
            case SWAP -> t.lane() + " swapped buffers";
            case UNEXPLAINED -> "unexplained";
        };
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
            case UPLOAD -> c.lane() + " uploaded textures" + doing + " for " + ms;
            case GC -> c.what() + " stopped all lanes for " + ms;
            case MACHINE -> c.lane() + " could run but got no core for " + ms + doing;
            case PACE -> c.lane() + " slept " + ms + " longer" + doing;
            case SWAP -> c.lane() + " swapped buffers for " + ms + " longer" + doing;
            case UNEXPLAINED -> "unexplained " + ms;
        };
    }
}
