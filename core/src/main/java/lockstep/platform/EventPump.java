package lockstep.platform;

/** The source of window events. Only the process main thread calls it: window systems demand that. */
public interface EventPump {
    /** A pump without a window: it never has an event. */
    EventPump NONE = sink -> { };

    /**
     * Polls the window system once without blocking, hands every event found to {@code sink}, and carries out calls
     * other lanes queued for the main thread (title, full screen). Allocates nothing when nothing happened.
     */
    void pump(EventSink sink);
}
