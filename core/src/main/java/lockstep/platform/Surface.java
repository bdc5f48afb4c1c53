package lockstep.platform;

/**
 * What the rendering lane draws on: a window's GL context, or nothing when headless. Unless stated otherwise, only the lane that
 * has attached it may call it; a call from another thread throws {@link IllegalStateException} that names both lanes. The default
 * methods are those of a surface without a window.
 */
public interface Surface {
    /** Makes the GL context current on the calling lane. Throws {@link IllegalStateException} if another lane still has it. */
    void attach();

    /** Gives the GL context up, so that another thread can attach it. Called by the lane that attached it. */
    void detach();

    /** Starts a frame: applies a pending resize to the viewport and updates the sound library. */
    void beginFrame();

    /** Shows what was drawn: swaps buffers, and blocks for the display if vsync is on. */
    void swap();

    /** Sets whether {@link #swap} waits for the display. */
    void vsync(boolean on);

    /** Framebuffer width in px; any thread may ask. */
    int width();

    /** Framebuffer height in px; any thread may ask. */
    int height();

    /** Refresh rate of the display in Hz, 0 if unknown; any thread may ask. */
    default int refreshHz() {
        return 60;
    }

    /** True if there is a window and GL; false when headless. Any thread may ask. */
    default boolean isWindow() {
        return false;
    }

    /** True if {@link #swap} is known not to wait for a display (software GL), so that frames need a cap. */
    default boolean needsCap() {
        return true;
    }

    /** Asks for full screen or a window; any thread may ask, and the main thread does it at its next pump. */
    default void fullscreen(boolean on) {
    }

    /** A surface without a window, for headless runs. */
    static Surface none(int width, int height) {
        return new NoSurface(width, height);
    }
}
