package lockstep.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import java.util.Map;
import lockstep.game.Controls;
import lockstep.platform.Pad;
import lockstep.settings.Settings;
import lockstep.view.Aim;
import org.junit.jupiter.api.Test;

class FlightKeysTest {
    private final Aim aim = new Aim();
    private final Controls out = new Controls();

    private FlightKeys keys(Map<String, String> bound) {
        return new FlightKeys(aim, Settings.DEFAULT.withKeys(bound));
    }

    @Test
    void heldKeysAreLevelsAndTheTriggerIsAPressOnce() {
        FlightKeys keys = keys(Settings.DEFAULT_KEYS);
        assertFalse(keys.key(Keys.A, true));
        assertFalse(keys.key(Keys.UP, true));
        assertTrue(keys.key(Keys.SPACE, true));
        keys.steer(out);
        assertEquals(1, out.turn);
        assertEquals(1, out.thrust);
        assertTrue(out.fire);
        assertFalse(keys.key(Keys.SPACE, false));
        keys.key(Keys.D, true);
        keys.steer(out);
        assertEquals(0, out.turn);
        assertFalse(out.fire);
    }

    @Test
    void boundKeysReplaceTheLettersButNotTheArrows() {
        FlightKeys keys = keys(Map.of("left", "J", "fire", "F"));
        keys.key(Keys.A, true);
        assertFalse(keys.key(Keys.SPACE, true));
        keys.steer(out);
        assertEquals(0, out.turn);
        assertTrue(keys.key(Keys.F, true));
        keys.key(Keys.J, true);
        keys.steer(out);
        assertEquals(1, out.turn);
        keys.key(Keys.J, false);
        keys.key(Keys.LEFT, true);
        keys.steer(out);
        assertEquals(1, out.turn);
    }

    @Test
    void aKeyNobodyKnowsLeavesTheUsualOne() {
        FlightKeys keys = keys(Map.of("thrust", "no such key"));
        keys.key(Keys.W, true);
        keys.steer(out);
        assertEquals(1, out.thrust);
    }

    @Test
    void thePointerAimsUntilATurnKeyIsPressed() {
        FlightKeys keys = keys(Settings.DEFAULT_KEYS);
        aim.set(100, 50, 32, 640, 360);
        assertTrue(keys.button(Buttons.LEFT, true, 672, 328));
        keys.steer(out);
        assertTrue(out.aiming);
        assertEquals(101, out.aimX, 1e-4);
        assertEquals(51, out.aimY, 1e-4);
        keys.key(Keys.D, true);
        keys.steer(out);
        assertFalse(out.aiming);
        assertEquals(-1, out.turn);
    }

    @Test
    void theStickAimsFromTheShipAndNewPressesAreTold() {
        FlightKeys keys = keys(Settings.DEFAULT_KEYS);
        aim.set(10, 20, 32, 0, 0);
        Pad pad = new Pad();
        pad.leftX = 1;
        pad.rightTrigger = 0.5f;
        pad.buttons = Pad.A;
        assertEquals(Pad.A, keys.pad(pad));
        assertEquals(0, keys.pad(pad));
        keys.steer(out);
        assertEquals(30, out.aimX, 1e-4);
        assertEquals(0.5f, out.thrust);
        assertTrue(out.fire);
        keys.letGo();
        keys.steer(out);
        assertFalse(out.aiming || out.fire);
    }
}
