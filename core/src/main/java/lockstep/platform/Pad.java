package lockstep.platform;

/** A gamepad's levels as of one pump: sticks in [-1, 1] (y up), triggers in [0, 1], buttons as bits of {@code A}…{@code START}. */
public final class Pad {
    public static final int A = 1, B = 2, X = 4, Y = 8, BACK = 16, START = 32, UP = 64, DOWN = 128, LEFT = 256, RIGHT = 512;

    public boolean present;
    public float leftX, leftY, rightX, rightY, leftTrigger, rightTrigger;
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
