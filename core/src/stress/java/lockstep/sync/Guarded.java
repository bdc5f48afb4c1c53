package lockstep.sync;

import lockstep.StressLane;

/** Two plain fields that are to be equal whenever the guard is free, and what actors do with them. */
abstract class Guarded {
    private final Guard guard;
    int x;
    int y;

    Guarded(Guard guard) {
        this.guard = guard;
    }

    Guarded(String name) {
        this(Guards.make(name, 0, name));
    }

    /** Reads both, then adds one to both, under write mode. Returns what it read as x + 10 y: 0 or 11 if whole. */
    final int add(int lane) {
        acquire(lane, true);
        int a = x;
        int b = y;
        x = a + 1;
        y = b + 1;
        guard.release(StressLane.of(lane), true);
        return a + 10 * b;
    }

    /** Reads both under read mode, y last; as {@link #add}. */
    final int read(int lane) {
        acquire(lane, false);
        int a = x;
        int b = y;
        guard.release(StressLane.of(lane), false);
        return a + 10 * b;
    }

    /** Reads both holding nothing. As {@link #add}, or -1 if a writer came or may have come. */
    final int readOptimistically() {
        long stamp = guard.tryRead();
        int a = x;
        int b = y;
        return stamp != Guard.NO_STAMP && guard.validate(stamp) ? a + 10 * b : -1;
    }

    private void acquire(int lane, boolean write) {
        try {
            guard.acquire(StressLane.of(lane), write, Guard.NO_LIMIT);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
