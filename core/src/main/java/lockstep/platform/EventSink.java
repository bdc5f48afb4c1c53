package lockstep.platform;

/**
 * Receives window events, each stamped with the clock of the pump that found it. Called only from inside
 * {@link EventPump#pump}, on the process main thread. Keys are libGDX's {@code Input.Keys}, buttons its
 * {@code Input.Buttons}; positions are framebuffer pixels from the top left corner.
 */
public interface EventSink {
    /** A key went down or up; auto-repeat is not reported. */
    void key(int key, boolean down, long atNs);

    /** A mouse button went down or up at a position in px. */
    void button(int button, boolean down, float x, float y, long atNs);

    /** The pointer moved to a position in px. */
    void pointer(float x, float y, long atNs);

    /** The wheel moved by {@code notches}; up is positive. */
    void scroll(float notches, long atNs);

    /** A gamepad's state changed, as of this pump; {@code pad} is valid during the call. */
    void pad(Pad pad, long atNs);

    /** The window got or lost the keyboard focus. */
    void focus(boolean gained, long atNs);

    /** A person asked to close the window. */
    void close(long atNs);
}
