package lockstep.desktop.window;

import com.badlogic.gdx.backends.lwjgl3.SplitApplication;
import java.util.concurrent.atomic.AtomicReference;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GLCapabilities;

/**
 * The window's GL context and the one thread that has it.
 *
 * <p>{@link #attach} and {@link #detach} may move it between threads any number of times; textures and buffers move with it.
 * {@link #check} precedes every GL call of the window, because LWJGL ends the process if GL is called on a thread without a
 * context.
 *
 * <p>Ordering: the old owner sets the owner to null as its last action and the new one sets itself by compare-and-set as its
 * first, so everything that the old owner did with the context happens before everything that the new one does. Fields that only
 * the owner uses (viewport, frame time) may therefore be plain.
 */
final class GlContext {
    private final SplitApplication application;
    private final GLCapabilities capabilities;
    private final AtomicReference<Thread> owner;

    /** Made on the main thread, where the base class has just made the context current. */
    GlContext(SplitApplication application) {
        this.application = application;
        this.capabilities = GL.getCapabilities();
        this.owner = new AtomicReference<>(Thread.currentThread());
    }

    /**
     * Makes the context current on the calling thread.
     *
     * @throws IllegalStateException if any thread, this one included, still has it
     */
    void attach() {
        Thread me = Thread.currentThread();
        if (!owner.compareAndSet(null, me)) {
            throw wrong("attach", owner.get());
        }
        try {
            application.makeCurrent();
            if (GLFW.glfwGetCurrentContext() != application.handle()) {
                throw new IllegalStateException(
                    "GL context: the driver did not make it current on thread '" + me.getName() + "'");
            }
            GL.setCapabilities(capabilities);
        } catch (RuntimeException e) {
            owner.set(null);
            throw e;
        }
    }

    /** Gives the context up; the calling thread must have it. */
    void detach() {
        check("detach");
        GLFW.glfwMakeContextCurrent(0);
        if (GLFW.glfwGetCurrentContext() != 0) {
            throw new IllegalStateException("GL context: thread '" + Thread.currentThread().getName() + "' could not release it");
        }
        GL.setCapabilities(null);
        owner.set(null);
    }

    /** Throws unless the calling thread has the context. */
    void check(String call) {
        Thread has = owner.get();
        if (has != Thread.currentThread()) {
            throw wrong(call, has);
        }
    }

    /** The thread that has the context, or null. */
    Thread owner() {
        return owner.get();
    }

    private static IllegalStateException wrong(String call, Thread has) {
        String who = has == null ? "no thread has it attached" : "thread '" + has.getName() + "'"
            + (has.isAlive() ? " has it attached" : " ended without detach()");
        return new IllegalStateException(
            "GL context: " + call + "() was called on thread '" + Thread.currentThread().getName() + "', but " + who);
    }
}
