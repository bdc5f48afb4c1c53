package lockstep.roles;

import java.util.function.Supplier;
import lockstep.platform.Surface;
import lockstep.view.Picture;
import lockstep.view.Snapshot;

/** The surface, the picture on it and the screenshots of it. Only the rendering lane uses it. */
final class Painter {
    private static final float LONGEST_STEP_SECONDS = 0.1f;

    private final Surface surface;
    private final Supplier<Picture> pictures;
    private final Screenshots screenshots;
    private final boolean vsync;
    private Picture picture;
    private boolean attached;
    private long lastNs;

    Painter(Parts.Render parts, boolean vsync) {
        surface = parts.surface();
        pictures = parts.picture();
        screenshots = parts.screenshots();
        this.vsync = vsync;
    }

    /** Makes the picture; the surface is attached. */
    void start(long nowNs) {
        picture = pictures.get();
        if (picture != null) {
            surface.vsync(vsync);
            picture.start();
        }
        lastNs = nowNs;
        screenshots.start(nowNs);
    }

    /** Makes the surface the calling thread's. */
    void attach() {
        surface.attach();
        attached = true;
    }

    /** The surface is the calling thread's no more. */
    void detach() {
        attached = false;
        surface.detach();
    }

    /** A frame begins. */
    void beginFrame() {
        surface.beginFrame();
    }

    /** No time has passed in the picture until {@code nowNs}. */
    void skipTo(long nowNs) {
        lastNs = nowNs;
    }

    /** Draws a snapshot as of {@code nowNs}; nothing when headless. */
    void draw(Snapshot shot, long nowNs) {
        if (picture != null) {
            float seconds = Math.min(LONGEST_STEP_SECONDS, (nowNs - lastNs) * 1e-9f);
            lastNs = nowNs;
            picture.draw(shot, seconds, surface.width(), surface.height());
            screenshots.take(nowNs, surface);
        }
    }

    /** Shows what was drawn. */
    void swap() {
        surface.swap();
    }

    /** Lets go of the picture, then of what {@code alsoLetGo} closes, then of the surface; nothing if none is attached. */
    void stop(Runnable alsoLetGo) {
        if (!attached) {
            return;
        }
        try {
            if (picture != null) {
                picture.stop();
            }
            alsoLetGo.run();
        } finally {
            surface.detach();
        }
    }
}
