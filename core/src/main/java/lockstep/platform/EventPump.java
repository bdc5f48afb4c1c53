package lockstep.platform;

/** The source of window events. Only the process main thread calls it: window systems demand that. */
public interface EventPump {
    /** A pump without a window: it never has an event. */
    EventPump NONE = sink -> {};

    /**
     * Polls the window system once without blocking, passes every event found to {@code sink}, and does what other lanes have
     * asked of the main thread. Allocates nothing if nothing happened.
     */
    void pump(EventSink sink);
}
