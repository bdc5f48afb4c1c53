package lockstep.session;

import lockstep.platform.Surface;
import lockstep.roles.RunConfig;

/**
 * The requested frames per second: from the command line, else the topology, else the settings, else the display. Made before the
 * lanes start. Later only the rendering lane changes it; the switcher asks while that lane is paused.
 */
final class FrameRate {
    private static final int HEADLESS_HZ = 60;
    /** A lane that waits for the display is paced slightly faster than it, so that pacing never makes it miss a refresh. */
    private static final double ABOVE_DISPLAY = 1.02;

    private final RunConfig config;
    private final Surface surface;
    private int cap;
    private boolean vsync;

    FrameRate(RunConfig config, Surface surface, int cap, boolean vsync) {
        this.config = config;
        this.surface = surface;
        set(cap, vsync);
    }

    /** Applies changed settings: at most {@code cap} frames per second, 0 for the display's own rate. */
    void set(int cap, boolean vsync) {
        this.cap = cap;
        this.vsync = vsync;
    }

    /** Frames per second under a topology that asks for {@code askedHz}; 0 means without a limit. */
    double hz(double askedHz) {
        if (config.isReplay()) {
            return 0;
        }
        if (config.fps() > 0 || askedHz > 0) {
            return config.fps() > 0 ? config.fps() : askedHz;
        }
        if (!surface.isWindow()) {
            return HEADLESS_HZ;
        }
        if (config.fps() < 0 && cap > 0) {
            return cap;
        }
        int refresh = surface.refreshHz() > 0 ? surface.refreshHz() : HEADLESS_HZ;
        return surface.needsCap() || !vsync ? refresh : refresh * ABOVE_DISPLAY;
    }
}
