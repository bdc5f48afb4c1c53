package lockstep.roles;

import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import lockstep.game.Controls;
import lockstep.platform.Pad;
import lockstep.settings.Settings;
import lockstep.view.Aim;

/** Which flight keys, buttons and sticks are held, and what they ask of the ship. Belongs to the input lane. */
final class FlightKeys {
    private static final float STICK_AIMS = 0.3f;
    private static final float FAR_METERS = 20;

    private final Aim aim;
    private final int leftKey, rightKey, thrustKey, fireBound;
    private final Pad pad = new Pad();
    private boolean left, right, thrust, fireKey, fireButton;
    private boolean pointerAims, stickAims;
    private float pointerX, pointerY;

    /** With the keys of the settings; the arrows do the same. */
    FlightKeys(Aim aim, Settings settings) {
        this.aim = aim;
        leftKey = bound(settings, "left", Keys.A);
        rightKey = bound(settings, "right", Keys.D);
        thrustKey = bound(settings, "thrust", Keys.W);
        fireBound = bound(settings, "fire", Keys.SPACE);
    }

    private static int bound(Settings settings, String action, int otherwise) {
        int key = Keys.valueOf(settings.keys().getOrDefault(action, ""));
        return key >= 0 ? key : otherwise;
    }

    /** A key moved; true if it was a new press of the trigger. */
    boolean key(int key, boolean down) {
        if (key == leftKey || key == Keys.LEFT) {
            left = down;
            pointerAims = false;
        } else if (key == rightKey || key == Keys.RIGHT) {
            right = down;
            pointerAims = false;
        } else if (key == thrustKey || key == Keys.UP) {
            thrust = down;
        } else if (key == fireBound) {
            fireKey = down;
            return down;
        }
        return false;
    }

    /** A mouse button moved; true if it was a new press of the trigger. */
    boolean button(int button, boolean down, float x, float y) {
        pointer(x, y);
        if (button == Buttons.LEFT) {
            fireButton = down;
            return down;
        }
        if (button == Buttons.RIGHT) {
            thrust = down;
        }
        return false;
    }

    void pointer(float x, float y) {
        pointerX = x;
        pointerY = y;
        pointerAims = true;
    }

    /** A gamepad moved; returns the bits of the buttons newly pressed. */
    int pad(Pad now) {
        int pressed = now.buttons & ~pad.buttons;
        pad.set(now);
        stickAims = pad.leftX * pad.leftX + pad.leftY * pad.leftY > STICK_AIMS * STICK_AIMS;
        if (stickAims) {
            pointerAims = false;
        }
        return pressed;
    }

    /** True if the ship turns to a point, which moves with the camera. */
    boolean aiming() {
        return pointerAims || stickAims;
    }

    /** Lets everything go, as when the window loses the focus. */
    void letGo() {
        left = right = thrust = fireKey = fireButton = pointerAims = stickAims = false;
        pad.set(new Pad());
    }

    /** Writes the held levels; counters are left alone. */
    void steer(Controls out) {
        out.turn = (left ? 1 : 0) - (right ? 1 : 0);
        out.thrust = Math.max(thrust ? 1 : 0, pad.rightTrigger);
        out.fire = fireKey || fireButton || (pad.buttons & Pad.A) != 0;
        out.aiming = aiming();
        if (stickAims) {
            out.aimX = aim.originX() + pad.leftX * FAR_METERS;
            out.aimY = aim.originY() + pad.leftY * FAR_METERS;
        } else if (pointerAims) {
            out.aimX = aim.worldX(pointerX);
            out.aimY = aim.worldY(pointerY);
        }
    }
}
