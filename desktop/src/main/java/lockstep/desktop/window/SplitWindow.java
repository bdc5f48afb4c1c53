package lockstep.desktop.window;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.SplitApplication;
import java.util.Locale;
import java.util.Queue;
import java.util.function.Consumer;
import lockstep.platform.EventPump;
import lockstep.platform.EventSink;
import lockstep.platform.Surface;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL11;

/**
 * The window: events are pumped on the process main thread while any one thread draws, so that a key is seen within a
 * millisecond however long a frame takes.
 *
 * <p><b>Who calls what.</b> The main thread: {@link #run}, {@link #pump}. The thread that has attached the GL context:
 * {@link #beginFrame}, {@link #swap}, {@link #vsync}, {@link #detach}, and all of {@code Gdx.gl}. Any thread: the rest.
 * A call from a wrong thread throws {@link IllegalStateException}, naming both threads, before it touches GLFW or GL.
 *
 * <p><b>What crosses threads.</b> Main writes the framebuffer size as one volatile long, so width and height are of one
 * moment; the drawing thread reads it at each {@link #beginFrame}. Sizes in between are skipped on purpose and the last
 * one can't be missed: it stays in the field until it is read. {@link #width} and {@link #height} are the size applied by
 * the last {@code beginFrame}, so they hold still while a frame is drawn. The wish for full screen goes the other way,
 * also as the last of one volatile field. Posted runnables pass through a concurrent queue, whose put happens before
 * its take. Everything else a drawing thread leaves to the next one is ordered by {@link GlContext}.
 */
public final class SplitWindow implements EventPump, Surface {
    /** How the window opens; {@code width} and {@code height} are in the window system's units, which may not be pixels. */
    public record Config(int width, int height, boolean fullscreen, boolean vsync, boolean audio, String title) {
    }

    private final SplitApplication application;
    private final Queue<Runnable> posted;
    private final Thread main = Thread.currentThread();
    private final EventBuffer buffer = new EventBuffer();
    private final WindowEvents events;
    private final Gamepads gamepads;
    private final WindowMode mode;
    private final GlContext context;
    private final String glRenderer = GL11.glGetString(GL11.GL_RENDERER);
    private final String glVersion = GL11.glGetString(GL11.GL_VERSION);

    private volatile boolean fullscreenWanted;
    private volatile boolean closeWanted;
    private volatile int refreshHz;
    /** Framebuffer size as the main thread knows it and as last applied: width in the upper half, height in the lower. */
    private volatile long size;
    private volatile long applied;
    /** Only the thread that has the context uses these. */
    private boolean vsync;
    private boolean fresh = true;

    SplitWindow(SplitApplication application, Config config, Queue<Runnable> posted) {
        this.application = application;
        this.posted = posted;
        this.vsync = config.vsync();
        context = new GlContext(application);
        mode = new WindowMode(application.handle());
        events = new WindowEvents(application, buffer, this::sizeChanged);
        gamepads = new Gamepads();
        fullscreenWanted = config.fullscreen();
        mode.set(fullscreenWanted);
        sizeChanged();
        applied = size;
    }

    /**
     * Opens the window, runs {@code body} on the calling thread with the GL context released, then closes the window. The body
     * starts the lanes, pumps, and returns when every lane is joined and the context is given up.
     *
     * @throws NoWindowException if no window can be opened, with the window system's reason
     * @throws IllegalStateException if a thread still has the GL context when the body returns; the window is then left open, and
     * the program should end
     */
    public static void run(Config config, Consumer<SplitWindow> body) {
        new WindowHost(config, body).open();
    }

    /** GL's renderer string: the graphics card, or Mesa's llvmpipe. */
    public String glRenderer() {
        return glRenderer;
    }

    /** GL's version string. */
    public String glVersion() {
        return glVersion;
    }

    @Override
    public void pump(EventSink sink) {
        if (Thread.currentThread() != main) {
            throw new IllegalStateException("events: pump() was called on thread '" + Thread.currentThread().getName()
                + "', but only thread '" + main.getName() + "' may");
        }
        boolean full = fullscreenWanted;
        if (mode.set(full) != full) {
            fullscreenWanted = false;
        }
        GLFW.glfwPollEvents();
        if (closeWanted) {
            closeWanted = false;
            buffer.close();
        }
        buffer.deliver(sink);
        gamepads.poll(sink);
    }

    @Override
    public void attach() {
        context.attach();
        fresh = true;
    }

    @Override
    public void detach() {
        context.detach();
    }

    @Override
    public void beginFrame() {
        context.check("beginFrame");
        long now = size;
        if (fresh || now != applied) {
            fresh = false;
            applied = now;
            Gdx.gl.glViewport(0, 0, width(), height());
            GLFW.glfwSwapInterval(vsync ? 1 : 0); // some drivers forget it when the window changes its mode
        }
        application.startFrame();
        for (int n = posted.size(); n > 0; n--) {
            posted.remove().run();
        }
    }

    @Override
    public void swap() {
        context.check("swap");
        GLFW.glfwSwapBuffers(application.handle());
    }

    @Override
    public void vsync(boolean on) {
        context.check("vsync");
        vsync = on;
        GLFW.glfwSwapInterval(on ? 1 : 0);
    }

    @Override
    public int width() {
        return (int) (applied >>> 32);
    }

    @Override
    public int height() {
        return (int) applied;
    }

    @Override
    public int refreshHz() {
        return refreshHz;
    }

    @Override
    public boolean isWindow() {
        return true;
    }

    @Override
    public boolean needsCap() {
        String renderer = glRenderer.toLowerCase(Locale.ROOT);
        return refreshHz == 0 || renderer.contains("llvmpipe") || renderer.contains("softpipe")
            || renderer.contains("swiftshader") || renderer.contains("gdi generic");
    }

    @Override
    public void fullscreen(boolean on) {
        fullscreenWanted = on;
    }

    /** Makes the next pump report a close. */
    void askToClose() {
        closeWanted = true;
    }

    /** Runs the body without the context, which the main thread has when it calls this. */
    void runBody(Consumer<SplitWindow> body) {
        context.detach();
        body.accept(this);
    }

    /**
     * Takes the context back to close the window. Throws {@link IllegalStateException} if a thread still has it, because closing
     * would then kill the process.
     */
    void takeBack() {
        if (context.owner() != main) {
            context.attach();
        }
        events.uninstall();
        gamepads.close();
    }

    /** Reads the framebuffer size. A minimised window has no pixels on some systems; the last real size is kept then. */
    private void sizeChanged() {
        int[] width = new int[1];
        int[] height = new int[1];
        GLFW.glfwGetFramebufferSize(application.handle(), width, height);
        if (width[0] > 0 && height[0] > 0) {
            application.sizeChanged();
            size = (long) width[0] << 32 | height[0];
        }
        refreshHz = mode.refreshHz();
    }
}
