package lockstep.time;

/** A monotonic clock in nanoseconds. Any thread may call it. */
@FunctionalInterface
public interface Clock {
    /** {@link System#nanoTime}; on Linux this is CLOCK_MONOTONIC, the same for all processes. */
    Clock SYSTEM = System::nanoTime;

    /** Nanoseconds since an arbitrary origin; never decreases. */
    long nanos();
}
