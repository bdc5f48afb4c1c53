package lockstep.blame;

import java.util.Locale;

/**
 * Describes culprits in words that a person can act on; every display uses these. A number comes before any text of unknown
 * length, so that a truncated sentence still shows it.
 */
public final class Sentence {
    /** What a pacing lane did. */
    static final String TIMER = "timer", SAFE_POINT = "safe point", UNTIL_DUE = "sleep until due";

    private Sentence() {
    }

    /** Who and what, in a few words without a number: {@code assets held 'world'}. */
    public static String culprit(String lane, Blame kind, String what) {
        return switch (kind) {
            case WORK -> code(lane, what) + " took longer";
            case GUARD -> lane + " held '" + what + "'";
            case BARRIER -> lane + " came late to the barrier" + running(lane, what);
            case PERMIT -> lane + " had the permit to run" + running(lane, what);
            case IO -> lane + " read files";
            case UPLOAD -> lane + " uploaded textures";
            case GC -> "all lanes stopped: " + what;
            case MACHINE -> lane + " was ready but got no core";
            case PACE -> switch (what) {
                case SAFE_POINT -> lane + " was paused for a change";
                case UNTIL_DUE -> lane + " slept until it was due";
                default -> lane + " slept past its deadline";
            };
            case SWAP -> lane + "'s buffer swap took longer";
            case UNEXPLAINED -> "unexplained";
        };
    }

    /** A cause in a few words. */
    public static String culprit(Cause c) {
        return culprit(c.lane(), c.kind(), c.what());
    }

    /** A culprit of a whole run in a few words. */
    public static String culprit(LateFrames.Total t) {
        return culprit(t.lane(), t.kind(), t.what());
    }

    /** What a frame depended on for a while, late or not. {@code what} is a role or a guard. */
    public static String step(String lane, Blame kind, String what) {
        return switch (kind) {
            case WORK -> lane + " worked in '" + what + "'";
            case BARRIER -> lane + " was on its way to the barrier";
            case GC -> "all lanes were stopped";
            case PACE -> lane + " slept";
            case SWAP -> lane + " swapped buffers";
            case PERMIT -> culprit(lane, kind, "");
            case UNEXPLAINED -> lane + ", unexplained";
            case GUARD, IO, UPLOAD, MACHINE -> culprit(lane, kind, what);
        };
    }

    /**
     * One clause: who did what for how long, what else is known, and who waited: {@code assets held 'world' for 23.9 ms (decoding
     * nebula-3.png); render waited}.
     *
     * @param rendering name of the lane that draws
     */
    public static String of(Cause c, String rendering) {
        String ms = String.format(Locale.ROOT, "%.1f ms", c.ns() / 1e6);
        String who = switch (c.kind()) {
            case WORK -> code(c.lane(), c.what()) + " took " + ms + " longer";
            case BARRIER -> c.lane() + " came " + ms + " late to the barrier" + running(c.lane(), c.what());
            case GC -> "all lanes stopped for " + ms + ": " + c.what();
            case PACE -> switch (c.what()) {
                case SAFE_POINT -> c.lane() + " was paused for " + ms + " for a change";
                case UNTIL_DUE -> c.lane() + " slept " + ms + " longer until it was due";
                default -> c.lane() + " slept " + ms + " past its deadline";
            };
            case SWAP -> c.lane() + "'s buffer swap took " + ms + " longer";
            case UNEXPLAINED -> ms + " without a recorded cause";
            case GUARD, IO, UPLOAD, MACHINE -> culprit(c) + " for " + ms;
            case PERMIT -> c.lane() + " had the permit to run for " + ms + running(c.lane(), c.what());
        };
        return who + (c.doing().isEmpty() ? "" : " (" + c.doing() + ")")
            + (isWaitedFor(c, rendering) ? "; " + rendering + " waited" : "");
    }

    private static boolean isWaitedFor(Cause c, String rendering) {
        return (c.kind() == Blame.GUARD || c.kind() == Blame.BARRIER || c.kind() == Blame.PERMIT) && !c.lane().equals(rendering);
    }

    private static String code(String lane, String role) {
        return role.equals(lane) ? lane + "'s own code" : "'" + role + "' on " + lane;
    }

    /** Which of its roles a lane ran, where its name does not say so. */
    private static String running(String lane, String role) {
        return role.isEmpty() || role.equals(lane) ? "" : ", running '" + role + "'";
    }
}
