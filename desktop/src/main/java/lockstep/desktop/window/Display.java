package lockstep.desktop.window;

import com.badlogic.gdx.utils.Os;
import com.badlogic.gdx.utils.SharedLibraryLoader;
import org.lwjgl.PointerBuffer;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.system.MemoryStack;

/**
 * Whether this process can open a window, checked before libGDX tries and fails with stack traces.
 *
 * @param kind {@code x11}, {@code wayland}, {@code windows}, {@code macos}; {@code headless} if there is no window
 * @param problem one line: why there is no window and what to do about it; null if there is one
 */
public record Display(String kind, String problem) {
    private static final String HEADLESS = "headless";

    /** True if a window can be opened. */
    public boolean usable() {
        return problem == null;
    }

    /** Connects to the window system and disconnects; prints nothing. Main thread only, before any window. */
    public static Display probe() {
        if (SharedLibraryLoader.os == Os.Linux) {
            boolean x11 = isSet("DISPLAY");
            boolean wayland = isSet("WAYLAND_DISPLAY");
            if (!x11 && !wayland) {
                return new Display(HEADLESS, "no display: DISPLAY and WAYLAND_DISPLAY are not set; run under a desktop, "
                    + "or install xvfb and use xvfb-run");
            }
        }
        try {
            choosePlatform();
            return connect();
        } catch (UnsatisfiedLinkError | IllegalStateException e) {
            return new Display(HEADLESS, "no display: " + firstLine(e.getMessage()));
        }
    }

    /**
     * Keeps GLFW from looking for a Wayland server that does not exist, because the client library would complain on stderr.
     * Before glfwInit.
     */
    public static void choosePlatform() {
        if (SharedLibraryLoader.os == Os.Linux && !isSet("WAYLAND_DISPLAY")) {
            GLFW.glfwInitHint(GLFW.GLFW_PLATFORM, GLFW.GLFW_PLATFORM_X11);
        }
    }

    private static Display connect() {
        if (!GLFW.glfwInit()) {
            return new Display(HEADLESS, "no display: " + error() + advice());
        }
        String kind = switch (GLFW.glfwGetPlatform()) {
            case GLFW.GLFW_PLATFORM_WAYLAND -> "wayland";
            case GLFW.GLFW_PLATFORM_WIN32 -> "windows";
            case GLFW.GLFW_PLATFORM_COCOA -> "macos";
            default -> "x11";
        };
        boolean hasMonitor = GLFW.glfwGetPrimaryMonitor() != 0;
        GLFW.glfwTerminate();
        return hasMonitor ? new Display(kind, null)
            : new Display(HEADLESS, "no display: the window system (" + kind + ") has no monitor; connect or enable one");
    }

    private static String error() {
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer description = stack.mallocPointer(1);
            int code = GLFW.glfwGetError(description);
            return code == GLFW.GLFW_NO_ERROR ? "the window system gave no reason" : firstLine(description.getStringUTF8(0));
        }
    }

    private static String advice() {
        if (SharedLibraryLoader.os != Os.Linux) {
            return "";
        }
        return " (DISPLAY=" + env("DISPLAY") + ", WAYLAND_DISPLAY=" + env("WAYLAND_DISPLAY")
            + "); start that server or correct the variable, or use xvfb-run";
    }

    private static boolean isSet(String variable) {
        return !env(variable).isBlank();
    }

    private static String env(String variable) {
        String value = System.getenv(variable);
        return value == null ? "" : value;
    }

    private static String firstLine(String text) {
        return text == null ? "unknown" : text.lines().findFirst().orElse("unknown");
    }
}
