package lockstep.desktop.window;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import lockstep.platform.EventSink;
import lockstep.platform.Pad;
import org.lwjgl.glfw.GLFW;
import org.lwjgl.glfw.GLFWGamepadState;
import org.lwjgl.glfw.GLFWJoystickCallback;

/**
 * The first gamepad whose layout GLFW knows. Main thread only, as GLFW requires.
 *
 * <p>GLFW reports when a pad is connected or disconnected, so without one a poll costs a comparison. With one it reads the state
 * into a preallocated buffer and reports it when it has changed. Sticks have a radial dead zone of 0.15.
 */
final class Gamepads {
    static final float DEAD_ZONE = 0.15f;

    /** GLFW's button numbers in the order of {@link #BITS}. */
    private static final int[] BUTTONS = {
        GLFW.GLFW_GAMEPAD_BUTTON_A, GLFW.GLFW_GAMEPAD_BUTTON_B, GLFW.GLFW_GAMEPAD_BUTTON_X, GLFW.GLFW_GAMEPAD_BUTTON_Y,
        GLFW.GLFW_GAMEPAD_BUTTON_BACK, GLFW.GLFW_GAMEPAD_BUTTON_START, GLFW.GLFW_GAMEPAD_BUTTON_DPAD_UP,
        GLFW.GLFW_GAMEPAD_BUTTON_DPAD_DOWN, GLFW.GLFW_GAMEPAD_BUTTON_DPAD_LEFT, GLFW.GLFW_GAMEPAD_BUTTON_DPAD_RIGHT};
    private static final int[] BITS = {
        Pad.A, Pad.B, Pad.X, Pad.Y, Pad.BACK, Pad.START, Pad.UP, Pad.DOWN, Pad.LEFT, Pad.RIGHT};

    private final GLFWGamepadState state = GLFWGamepadState.calloc();
    private final GLFWJoystickCallback callback = GLFWJoystickCallback.create((joystick, event) -> find());
    private final Pad now = new Pad();
    private final Pad reported = new Pad();
    private int joystick = -1;

    Gamepads() {
        GLFW.glfwSetJoystickCallback(callback);
        find();
    }

    /** Reports the pad's levels if they changed since the last poll. */
    void poll(EventSink sink) {
        if (joystick < 0 && !reported.present) {
            return;
        }
        if (joystick >= 0 && GLFW.glfwGetGamepadState(joystick, state)) {
            read(state.axes(), state.buttons(), now);
        } else {
            now.set(new Pad());
        }
        if (!same(now, reported)) {
            reported.set(now);
            sink.pad(now, System.nanoTime());
        }
    }

    void close() {
        GLFW.glfwSetJoystickCallback(null);
        callback.free();
        state.free();
    }

    private void find() {
        joystick = -1;
        for (int i = GLFW.GLFW_JOYSTICK_1; i <= GLFW.GLFW_JOYSTICK_LAST && joystick < 0; i++) {
            if (GLFW.glfwJoystickIsGamepad(i)) {
                joystick = i;
            }
        }
    }

    /** Translates GLFW's six axes and fifteen buttons; GLFW's stick y points down and its triggers rest at -1. */
    static void read(FloatBuffer axes, ByteBuffer buttons, Pad pad) {
        pad.present = true;
        float x = axes.get(GLFW.GLFW_GAMEPAD_AXIS_LEFT_X);
        float y = -axes.get(GLFW.GLFW_GAMEPAD_AXIS_LEFT_Y);
        float gain = gain(x, y);
        pad.leftX = x * gain;
        pad.leftY = y * gain;
        x = axes.get(GLFW.GLFW_GAMEPAD_AXIS_RIGHT_X);
        y = -axes.get(GLFW.GLFW_GAMEPAD_AXIS_RIGHT_Y);
        gain = gain(x, y);
        pad.rightX = x * gain;
        pad.rightY = y * gain;
        pad.leftTrigger = (axes.get(GLFW.GLFW_GAMEPAD_AXIS_LEFT_TRIGGER) + 1) / 2;
        pad.rightTrigger = (axes.get(GLFW.GLFW_GAMEPAD_AXIS_RIGHT_TRIGGER) + 1) / 2;
        pad.buttons = 0;
        for (int i = 0; i < BUTTONS.length; i++) {
            if (buttons.get(BUTTONS[i]) == GLFW.GLFW_PRESS) {
                pad.buttons |= BITS[i];
            }
        }
    }

    /** The factor that scales a stick's length to 0 at the edge of the dead zone and 1 at full deflection. */
    private static float gain(float x, float y) {
        float length = (float) Math.sqrt(x * x + y * y);
        return length <= DEAD_ZONE ? 0 : Math.min(1, (length - DEAD_ZONE) / (1 - DEAD_ZONE)) / length;
    }

    private static boolean same(Pad a, Pad b) {
        return a.present == b.present && a.buttons == b.buttons
            && a.leftX == b.leftX && a.leftY == b.leftY && a.rightX == b.rightX && a.rightY == b.rightY
            && a.leftTrigger == b.leftTrigger && a.rightTrigger == b.rightTrigger;
    }
}
