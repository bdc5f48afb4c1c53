package lockstep.roles;

import java.util.Locale;

/** How much of the threads a person sees on the screen. */
public enum OverlayMode {
    OFF, COMPACT, FULL;

    /** The spelling on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
