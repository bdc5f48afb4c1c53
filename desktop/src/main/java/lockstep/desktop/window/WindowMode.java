package lockstep.desktop.window;

import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWVidMode;

/**
 * Full screen or a window, and the monitor it is on. Main thread only, from the pump. Returning to a window restores its place
 * and size; on Wayland a program can neither know nor choose its window's place.
 */
final class WindowMode {
    private final long window;
    private final boolean hasPlace = GLFW.glfwGetPlatform() != GLFW.GLFW_PLATFORM_WAYLAND;
    private final int[] x = new int[1];
    private final int[] y = new int[1];
    private final int[] width = new int[1];
    private final int[] height = new int[1];
    private boolean full;

    WindowMode(long window) {
        this.window = window;
    }

    /** Switches the mode if necessary and returns the mode in force; without a monitor it stays a window. */
    boolean set(boolean on) {
        if (on == full) {
            return full;
        }
        if (on) {
            long monitor = monitor();
            GLFWVidMode mode = monitor == 0 ? null : GLFW.glfwGetVideoMode(monitor);
            if (mode == null) {
                return false;
            }
            place();
            GLFW.glfwSetWindowMonitor(window, monitor, 0, 0, mode.width(), mode.height(), mode.refreshRate());
        } else {
            GLFW.glfwSetWindowMonitor(window, 0, x[0], y[0], width[0], height[0], GLFW.GLFW_DONT_CARE);
        }
        full = on;
        return full;
    }

    /** Refresh rate in Hz of the window's monitor, 0 if unknown. */
    int refreshHz() {
        long monitor = GLFW.glfwGetWindowMonitor(window);
        if (monitor == 0) {
            monitor = monitor();
        }
        GLFWVidMode mode = monitor == 0 ? null : GLFW.glfwGetVideoMode(monitor);
        return mode == null ? 0 : Math.max(0, mode.refreshRate());
    }

    /** The monitor that contains the window's centre, else the primary one; 0 if there is none. */
    private long monitor() {
        PointerBuffer monitors = GLFW.glfwGetMonitors();
        if (monitors == null || !hasPlace) {
            return GLFW.glfwGetPrimaryMonitor();
        }
        place();
        int middleX = x[0] + width[0] / 2;
        int middleY = y[0] + height[0] / 2;
        int[] left = new int[1];
        int[] top = new int[1];
        for (int i = 0; i < monitors.limit(); i++) {
            GLFWVidMode mode = GLFW.glfwGetVideoMode(monitors.get(i));
            GLFW.glfwGetMonitorPos(monitors.get(i), left, top);
            if (mode != null && middleX >= left[0] && middleX < left[0] + mode.width()
                && middleY >= top[0] && middleY < top[0] + mode.height()) {
                return monitors.get(i);
            }
        }
        return GLFW.glfwGetPrimaryMonitor();
    }

    private void place() {
        if (hasPlace) {
            GLFW.glfwGetWindowPos(window, x, y);
        }
        GLFW.glfwGetWindowSize(window, width, height);
    }
}
