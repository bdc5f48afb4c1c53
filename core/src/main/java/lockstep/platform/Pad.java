package lockstep.platform;

/** A gamepad's state as of one pump. Mutable and reused; for one thread at a time. */
public final class Pad {
    /** Bits of {@link #buttons}. */
    public static final int A = 1, B = 2, X = 4, Y = 8, BACK = 16, START = 32, UP = 64, DOWN = 128, LEFT = 256, RIGHT = 512;

    /** True if a gamepad is connected. */
    public boolean present;
    /** Sticks in [-1, 1], y up; triggers in [0, 1]. */
    public float leftX, leftY, rightX, rightY, leftTrigger, rightTrigger;
    /** The buttons held, as bits. */
    public int buttons;

    /** Copies another pad's levels. */
    public void set(Pad other) {
        present = other.present;
        leftX = other.leftX;
        leftY = other.leftY;
        rightX = other.rightX;
        rightY = other.rightY;
        leftTrigger = other.leftTrigger;
        rightTrigger = other.rightTrigger;
        buttons = other.buttons;
    }
}
