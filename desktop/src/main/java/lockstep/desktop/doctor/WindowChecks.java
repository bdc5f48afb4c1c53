package lockstep.desktop.doctor;

import lockstep.desktop.cli.Check.Finding;
import lockstep.desktop.window.Display;
import lockstep.desktop.window.Sound;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.opengl.GL;
import org.lwjgl.opengl.GL11;
import org.lwjgl.system.MemoryUtil;

/** The doctor's checks that need the window system. Main thread only. */
public final class WindowChecks {
    private static final String NO_DISPLAY = "no display to ask";

    private final Display display;

    /** Looks for a display first. */
    public WindowChecks() {
        display = Display.probe();
    }

    /** Whether a window can be opened, and on what. */
    public Finding display() {
        return display.usable() ? Finding.ok(display.kind())
            : new Finding("none; the game runs headless", "display: " + display.problem());
    }

    /** Opens a hidden window and asks its GL context. */
    public Finding gl() {
        if (!display.usable()) {
            return Finding.ok(NO_DISPLAY);
        }
        Display.choosePlatform();
        if (!GLFW.glfwInit()) {
            return Finding.ok(NO_DISPLAY);
        }
        GLFW.glfwWindowHint(GLFW.GLFW_VISIBLE, GLFW.GLFW_FALSE);
        long window = GLFW.glfwCreateWindow(64, 64, "", MemoryUtil.NULL, MemoryUtil.NULL);
        try {
            if (window == MemoryUtil.NULL) {
                return new Finding("no GL context",
                    "gl: install your graphics card's driver, or for software rendering on Debian: "
                        + "apt install libgl1 libgl1-mesa-dri");
            }
            GLFW.glfwMakeContextCurrent(window);
            GL.createCapabilities();
            return Finding.ok(GL11.glGetString(GL11.GL_RENDERER) + ", version " + GL11.glGetString(GL11.GL_VERSION));
        } finally {
            GLFW.glfwMakeContextCurrent(MemoryUtil.NULL);
            GLFW.glfwTerminate();
        }
    }

    /** Whether there is a sound device. */
    public Finding sound() {
        return Sound.hasDevice() ? Finding.ok("a device or server to play on")
            : Finding.ok("no device found; the game is silent");
    }

    /** Which gamepads are connected. */
    public Finding gamepads() {
        if (!display.usable()) {
            return Finding.ok(NO_DISPLAY);
        }
        Display.choosePlatform();
        if (!GLFW.glfwInit()) {
            return Finding.ok(NO_DISPLAY);
        }
        StringBuilder found = new StringBuilder();
        for (int pad = GLFW.GLFW_JOYSTICK_1; pad <= GLFW.GLFW_JOYSTICK_LAST; pad++) {
            if (GLFW.glfwJoystickIsGamepad(pad)) {
                found.append(found.isEmpty() ? "" : ", ").append(GLFW.glfwGetGamepadName(pad));
            }
        }
        GLFW.glfwTerminate();
        return Finding.ok(found.isEmpty() ? "none" : found.toString());
    }
}
