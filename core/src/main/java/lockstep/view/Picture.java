package lockstep.view;

/** The whole of what a frame shows. Only the rendering lane calls it; the GL context is current. */
public interface Picture {
    /** Makes what drawing needs. */
    void start();

    /** Draws one frame, {@code seconds} after the one before, on a surface of so many px. */
    void draw(Snapshot shot, float seconds, int width, int height);

    /** Lets go of what {@link #start} made. */
    void stop();
}
