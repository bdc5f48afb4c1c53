package lockstep.view.art;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.game.Scene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CameraTest {
    private static final float FRAME = 1 / 60f;

    private final Camera camera = new Camera();
    private final Scene scene = new Scene(4);

    @BeforeEach
    void openSpace() {
        scene.ship = 0;
        scene.id[0] = 1;
        scene.left = -1000;
        scene.right = 1000;
        scene.bottom = -1000;
        scene.top = 1000;
    }

    private void follow(float x, float y) {
        camera.follow(scene, x, y, FRAME, 1280, 720, 0, 0, 0);
    }

    @Test
    void springNeitherOvershootsNorStops() {
        Spring spring = new Spring();
        float before = 0;
        for (int i = 0; i < 600; i++) {
            spring.step(10, 5, FRAME);
            assertTrue(spring.value >= before && spring.value <= 10 + 1e-4f, "at " + spring.value);
            before = spring.value;
        }
        assertEquals(10, spring.value, 1e-3f);
    }

    @Test
    void springGoesTheSameWayAtAnyFrameRate() {
        Spring fine = new Spring(), coarse = new Spring();
        for (int i = 0; i < 100; i++) {
            fine.step(3, 4, 0.01f);
        }
        for (int i = 0; i < 10; i++) {
            coarse.step(3, 4, 0.1f);
        }
        assertEquals(coarse.value, fine.value, 1e-4f);
        assertEquals(coarse.speed, fine.speed, 1e-3f);
    }

    @Test
    void leadsByWhatIsFlownInAThirdOfASecond() {
        scene.shipVx = 10;
        for (int i = 0; i < 300; i++) {
            follow(i * 10 * FRAME, 0);
        }
        assertEquals(3.5f, camera.lead(), 0.01f);
        assertEquals(299 * 10 * FRAME + 3.5f, camera.x(), 0.02f);
    }

    @Test
    void neverLeadsByMoreThanSixMeters() {
        scene.shipVx = 30;
        scene.shipVy = -30;
        for (int i = 0; i < 300; i++) {
            follow(0, 0);
            assertTrue(camera.lead() <= Camera.LEAD_MOST + 1e-3f);
        }
        assertEquals(Camera.LEAD_MOST, camera.lead(), 0.01f);
    }

    @Test
    void staysInsideTheSector() {
        scene.left = 0;
        scene.right = 120;
        scene.bottom = 0;
        scene.top = 72;
        for (int i = 0; i < 120; i++) {
            follow(0, 0);
        }
        assertTrue(camera.worldX(0) >= -3.5f, "left edge " + camera.worldX(0));
        assertTrue(camera.worldY(0) >= -3.5f, "lower edge " + camera.worldY(0));
    }

    @Test
    void aNewShipNearByDoesNotJerkThePicture() {
        follow(0, 0);
        scene.id[0] = 2;
        follow(20, 5);
        assertEquals(0, camera.x(), 1.5f);
        for (int i = 0; i < 240; i++) {
            follow(20, 5);
        }
        assertEquals(20, camera.x(), 0.05f);
    }

    @Test
    void theNextSectorDoesNotJerkThePicture() {
        scene.left = 0;
        scene.right = 120;
        scene.bottom = 0;
        scene.top = 72;
        scene.gateOpen = true;
        scene.shipVx = 12;
        float x = 60, before = Float.NaN;
        for (int i = 0; i < 480; i++, x += 12 * FRAME) {
            if (x > 121 && scene.sector == 0) {
                scene.sector = 1;
                scene.left = 120;
                scene.right = 240;
                scene.gateOpen = false;
            }
            follow(x, 36);
            assertTrue(Float.isNaN(before) || Math.abs(camera.x() - before) < 0.6f, "jump at " + x);
            before = camera.x();
            assertTrue(camera.sees(x, 36, 0), "ship in sight at " + x);
        }
    }

    @Test
    void theDockMovesTheCentreUpByHalfOfIt() {
        camera.follow(scene, 0, 0, FRAME, 1280, 720, 232, 0, 0);
        assertEquals(360 + 116, camera.centerY(), 1e-3f);
        assertEquals(32, camera.pxPerMeter(), 1e-3f);
    }

    @Test
    void scalesWithTheSmallerSide() {
        camera.follow(scene, 0, 0, FRAME, 1920, 1200, 0, 0, 0);
        assertEquals(48, camera.pxPerMeter(), 1e-3f);
    }

    @Test
    void screenAndWorldAreInverse() {
        follow(3, 4);
        camera.shake(3, -2);
        assertEquals(100, camera.screenX(camera.worldX(100)), 1e-2f);
        assertEquals(200, camera.screenY(camera.worldY(200)), 1e-2f);
    }
}
