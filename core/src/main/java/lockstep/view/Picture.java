package lockstep.view;

/** Draws everything that a frame shows. Only the rendering lane calls it, with the GL context current. */
public interface Picture {
    /** Creates what drawing needs. */
    void start();

    /** Draws one frame, {@code seconds} after the previous one, on a surface of {@code width} x {@code height} px. */
    void draw(Snapshot shot, float seconds, int width, int height);

    /** Releases what {@link #start} made. */
    void stop();
}
