package lockstep.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import lockstep.platform.Pad;
import org.junit.jupiter.api.Test;
import org.lwjgl.glfw.GLFW;

final class GamepadsTest {
    private final float[] axes = {0, 0, 0, 0, -1, -1};
    private final byte[] buttons = new byte[GLFW.GLFW_GAMEPAD_BUTTON_LAST + 1];

    @Test
    void stickAtRestIsZeroInsideTheDeadZone() {
        axes[GLFW.GLFW_GAMEPAD_AXIS_LEFT_X] = 0.1f;
        axes[GLFW.GLFW_GAMEPAD_AXIS_LEFT_Y] = -0.1f;
        Pad pad = read();
        assertTrue(pad.present);
        assertEquals(0, pad.leftX);
        assertEquals(0, pad.leftY);
    }

    @Test
    void stickGrowsFromTheDeadZonesEdgeToOne() {
        axes[GLFW.GLFW_GAMEPAD_AXIS_RIGHT_X] = Gamepads.DEAD_ZONE + 0.01f;
        assertEquals(0.0118f, read().rightX, 0.001f);
        axes[GLFW.GLFW_GAMEPAD_AXIS_RIGHT_X] = -1;
        assertEquals(-1, read().rightX, 1e-6f);
    }

    @Test
    void stickInACornerKeepsItsDirectionAndLengthOne() {
        axes[GLFW.GLFW_GAMEPAD_AXIS_LEFT_X] = 1;
        axes[GLFW.GLFW_GAMEPAD_AXIS_LEFT_Y] = 1;
        Pad pad = read();
        assertEquals(Math.sqrt(0.5), pad.leftX, 1e-6);
        assertEquals(-Math.sqrt(0.5), pad.leftY, 1e-6);
    }

    @Test
    void upIsPositiveAndTriggersRunFromZeroToOne() {
        axes[GLFW.GLFW_GAMEPAD_AXIS_LEFT_Y] = -1;
        axes[GLFW.GLFW_GAMEPAD_AXIS_RIGHT_TRIGGER] = 1;
        Pad pad = read();
        assertEquals(1, pad.leftY, 1e-6f);
        assertEquals(0, pad.leftTrigger);
        assertEquals(1, pad.rightTrigger);
    }

    @Test
    void buttonsBecomeBits() {
        buttons[GLFW.GLFW_GAMEPAD_BUTTON_A] = 1;
        buttons[GLFW.GLFW_GAMEPAD_BUTTON_START] = 1;
        buttons[GLFW.GLFW_GAMEPAD_BUTTON_DPAD_LEFT] = 1;
        assertEquals(Pad.A | Pad.START | Pad.LEFT, read().buttons);
    }

    private Pad read() {
        Pad pad = new Pad();
        Gamepads.read(FloatBuffer.wrap(axes), ByteBuffer.wrap(buttons), pad);
        return pad;
    }
}
