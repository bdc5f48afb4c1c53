package lockstep.desktop.window;

import com.badlogic.gdx.Input;
import com.badlogic.gdx.backends.lwjgl3.SplitApplication;
import org.lwjgl.glfw.Callbacks;
import org.lwjgl.glfw.GLFW;

/**
 * GLFW's callbacks for the window, in place of libGDX's, which would put every event into queues that only libGDX's own loop
 * empties. GLFW calls them on the main thread, nearly always from the pump's poll. Each adds its event to the
 * {@link EventBuffer}. Key codes are looked up in a table made once from libGDX's mapping.
 */
final class WindowEvents {
    /** Notified on the main thread when the size of the window or its framebuffer may have changed. */
    interface SizeListener {
        void sizeChanged();
    }

    private final long window;
    private final EventBuffer buffer;
    private final int[] gdxKeys = new int[GLFW.GLFW_KEY_LAST + 1];
    private final int[] first = new int[1];
    private final int[] second = new int[1];
    private final double[] cursorX = new double[1];
    private final double[] cursorY = new double[1];
    private float xScale = 1;
    private float yScale = 1;
    private float x;
    private float y;

    WindowEvents(SplitApplication application, EventBuffer buffer, SizeListener size) {
        this.window = application.handle();
        this.buffer = buffer;
        for (int key = 0; key < gdxKeys.length; key++) {
            gdxKeys[key] = application.gdxKey(key);
        }
        install(size);
        rescale();
    }

    private void install(SizeListener size) {
        GLFW.glfwSetKeyCallback(window, (w, key, scancode, action, mods) -> key(key, action));
        GLFW.glfwSetMouseButtonCallback(window, (w, button, action, mods) -> button(button, action));
        GLFW.glfwSetCursorPosCallback(window, (w, px, py) -> pointer(px, py));
        GLFW.glfwSetScrollCallback(window, (w, dx, dy) -> buffer.scroll((float) dy));
        GLFW.glfwSetWindowFocusCallback(window, (w, gained) -> buffer.focus(gained));
        GLFW.glfwSetWindowCloseCallback(window, w -> {
            GLFW.glfwSetWindowShouldClose(window, false);
            buffer.close();
        });
        GLFW.glfwSetFramebufferSizeCallback(window, (w, width, height) -> {
            rescale();
            size.sizeChanged();
        });
        GLFW.glfwSetWindowSizeCallback(window, (w, width, height) -> rescale());
        GLFW.glfwSetCharCallback(window, null);
        GLFW.glfwSetWindowIconifyCallback(window, null);
        GLFW.glfwSetWindowMaximizeCallback(window, null);
        GLFW.glfwSetWindowRefreshCallback(window, null);
        GLFW.glfwSetDropCallback(window, null);
    }

    /** Removes the callbacks from the window; libGDX frees its own. */
    void uninstall() {
        Callbacks.glfwFreeCallbacks(window);
    }

    private void key(int glfwKey, int action) {
        if (action != GLFW.GLFW_REPEAT && glfwKey >= 0 && glfwKey < gdxKeys.length && gdxKeys[glfwKey] != Input.Keys.UNKNOWN) {
            buffer.key(gdxKeys[glfwKey], action == GLFW.GLFW_PRESS);
        }
    }

    private void button(int button, int action) {
        int gdx = switch (button) {
            case GLFW.GLFW_MOUSE_BUTTON_LEFT -> Input.Buttons.LEFT;
            case GLFW.GLFW_MOUSE_BUTTON_RIGHT -> Input.Buttons.RIGHT;
            case GLFW.GLFW_MOUSE_BUTTON_MIDDLE -> Input.Buttons.MIDDLE;
            case GLFW.GLFW_MOUSE_BUTTON_4 -> Input.Buttons.BACK;
            case GLFW.GLFW_MOUSE_BUTTON_5 -> Input.Buttons.FORWARD;
            default -> -1;
        };
        if (gdx >= 0) {
            GLFW.glfwGetCursorPos(window, cursorX, cursorY); // it may have moved with no event, as when the window changes
            x = (float) cursorX[0] * xScale;
            y = (float) cursorY[0] * yScale;
            buffer.button(gdx, action == GLFW.GLFW_PRESS, x, y);
        }
    }

    private void pointer(double windowX, double windowY) {
        x = (float) windowX * xScale;
        y = (float) windowY * yScale;
        buffer.pointer(x, y);
    }

    /** Updates the scale from window units, in which GLFW gives positions, to pixels. */
    private void rescale() {
        GLFW.glfwGetWindowSize(window, first, second);
        int width = first[0];
        int height = second[0];
        GLFW.glfwGetFramebufferSize(window, first, second);
        if (width > 0 && height > 0 && first[0] > 0 && second[0] > 0) {
            xScale = first[0] / (float) width;
            yScale = second[0] / (float) height;
        }
    }
}
