package lockstep.game;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Remembers the thread that steps a Box2D world and refuses all others. Box2D itself would end the whole process with a native
 * assertion.
 */
final class Owner {
    private final AtomicReference<Thread> owner = new AtomicReference<>();
    private volatile boolean disposed;

    /** The calling thread becomes the owner if there is none. */
    void claim() {
        owner.compareAndSet(null, Thread.currentThread());
        check();
    }

    /** @throws IllegalStateException if another thread is the owner, or the world is gone */
    void check() {
        Thread mine = owner.get(), caller = Thread.currentThread();
        if (mine != null && mine != caller)
            throw new IllegalStateException("Box2D world of lane '" + mine.getName()
                + "' touched from lane '" + caller.getName() + "'");
        if (disposed) throw new IllegalStateException("Box2D world used after it was disposed");
    }

    void handOver() {
        owner.set(null);
    }

    void dispose() {
        disposed = true;
    }
}
