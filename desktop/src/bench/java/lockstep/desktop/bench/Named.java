package lockstep.desktop.bench;

import java.io.Serializable;
import java.util.Locale;
import lockstep.blame.Blame;

/**
 * A culprit that a judge named.
 *
 * @param lane its lane, or empty
 * @param kind in which way
 * @param role the role that ran on that lane, or empty if no lane is to blame or it is not known
 * @param ns   what it is said to have taken more than usual
 */
record Named(String lane, Blame kind, String role, long ns) implements Serializable {
    /** Nobody was named. */
    static final Named NOBODY = new Named("", Blame.UNEXPLAINED, "", 0);

    /** True if a lane is accused of its own doing. */
    boolean accuses() {
        return switch (kind) {
            case WORK, GUARD, BARRIER, PERMIT, IO, UPLOAD -> true;
            case GC, MACHINE, PACE, SWAP, UNEXPLAINED -> false;
        };
    }

    /** The column of the confusion matrix. */
    String column() {
        return kind == Blame.UPLOAD ? "upload" : accuses() ? role.isEmpty() ? lane : role : equals(NOBODY) ? "nobody"
            : kind.word();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s %.1f", lane, kind.word(), ns / 1e6);
    }
}
