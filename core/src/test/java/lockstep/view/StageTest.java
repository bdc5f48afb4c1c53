package lockstep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import lockstep.game.Scene;
import lockstep.view.art.Camera;
import lockstep.view.art.Canvas;
import lockstep.view.art.HudArea;
import lockstep.view.art.Ui;
import lockstep.view.menu.Prompts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where marks, words and walls of a flight lie: off each other, whatever covers the window's edges. px from the bottom left. */
class StageTest {
    /** Window, px covered at the bottom and at the right, the corner's width and height. */
    private static final String[] WINDOWS =
        {"640,360,0,0,311,71", "640,360,0,370,270,140", "1280,720,0,0,0,0", "1280,720,0,0,428,200",
            "1280,720,232,0,436,160", "1280,720,0,500,428,260", "1920,1080,0,0,630,300", "1920,1080,591,0,0,0"};

    private final Canvas canvas = new Canvas(null, null);
    private final Ui ui = new Ui(canvas);
    private final Scene scene = new Scene(4);
    private final Camera camera = new Camera();

    private void window(String window) {
        String[] n = window.split(",");
        canvas.resize(Integer.parseInt(n[0]), Integer.parseInt(n[1]));
        canvas.cover(Integer.parseInt(n[3]));
        ui.begin(Integer.parseInt(n[2]), 0);
        ui.corner(Integer.parseInt(n[4]), Integer.parseInt(n[5]));
    }

    private Rectangle2D.Float corner() {
        return new Rectangle2D.Float(0, ui.dock, ui.cornerRight, ui.cornerTop - ui.dock);
    }

    private Rectangle2D.Float free() {
        return new Rectangle2D.Float(0, ui.dock, ui.right(), ui.height() - ui.dock);
    }

    private static Rectangle2D.Float around(float x, float y, float w, float h) {
        return new Rectangle2D.Float(x - w / 2, y - h / 2, w, h);
    }

    @Test
    void anArrowItsIconAndItsWordsLieInTheFreePictureAndOffTheCorner() {
        EdgeMark mark = new EdgeMark();
        for (String window : WINDOWS) {
            window(window);
            for (int degrees = 0; degrees < 360; degrees += 3) {
                double angle = Math.toRadians(degrees);
                mark.place(ui, ui.right() / 2f + 3000 * (float) Math.cos(angle),
                    ui.height() / 2f + 3000 * (float) Math.sin(angle));
                String what = window + " at " + degrees;
                Rectangle2D.Float head = around(mark.x, mark.y, ui.px(34), ui.px(34));
                float x = mark.inwardX(ui), y = mark.inwardY(ui);
                Rectangle2D.Float words = new Rectangle2D.Float(x - ui.px(25), y - ui.px(20), ui.px(50), ui.px(39));
                assertTrue(free().contains(head) && free().contains(words), what);
                assertFalse(corner().intersects(head) || corner().intersects(words), what);
            }
        }
    }

    @Test
    void anArrowItsIconAndItsWordsLieOffTheKeysThatAreShown() {
        EdgeMark mark = new EdgeMark();
        for (String window : WINDOWS) {
            window(window);
            new Prompts().place(ui, ui.px(420));
            Rectangle2D.Float keys =
                new Rectangle2D.Float(ui.keysLeft, ui.dock, ui.keysRight - ui.keysLeft, ui.keysTop - ui.dock);
            assertTrue(keys.width > 0 && keys.height > 0, window);
            for (int degrees = 0; degrees < 360; degrees += 3) {
                double angle = Math.toRadians(degrees);
                mark.place(ui, ui.right() / 2f + 3000 * (float) Math.cos(angle),
                    ui.height() / 2f + 3000 * (float) Math.sin(angle));
                Rectangle2D.Float head = around(mark.x, mark.y, ui.px(34), ui.px(34));
                float x = mark.inwardX(ui), y = mark.inwardY(ui);
                Rectangle2D.Float words = new Rectangle2D.Float(x - ui.px(25), y - ui.px(20), ui.px(50), ui.px(39));
                assertFalse(keys.intersects(head) || keys.intersects(words), window + " at " + degrees);
            }
        }
    }

    @Test
    void keysThatAreNoLongerShownTakeNoRoom() {
        window(WINDOWS[0]);
        new Prompts().place(ui, ui.px(420));
        window(WINDOWS[0]);
        assertEquals(0, ui.keysRight);
    }

    @Test
    void wordsOfTheWorldStayInTheFreePictureBelowTheScoreAndOffTheCorner() {
        Floats floats = new Floats();
        HudArea hud = new HudArea();
        for (String window : WINDOWS) {
            window(window);
            hud.begin(1);
            Rectangle2D.Float score = new Rectangle2D.Float(0, ui.height() - ui.px(112), ui.px(120), ui.px(112));
            hud.take(HudArea.LEFT, score.x, score.y, score.width, score.height);
            for (int x = -40; x <= ui.right() + 40; x += 20) {
                for (int y = ui.dock - 40; y <= ui.height() + 40; y += 20) {
                    floats.place(ui, hud, x, y, ui.px(60), ui.px(22));
                    Rectangle2D.Float words =
                        new Rectangle2D.Float(floats.atX() - ui.px(30), floats.atY() - ui.px(22), ui.px(60), ui.px(22));
                    String what = window + " at " + x + ", " + y;
                    assertTrue(free().contains(words), what);
                    assertFalse(corner().intersects(words) || score.intersects(words), what);
                }
            }
        }
    }

    @Test
    void theBannerNeverHidesTheShip() {
        for (String window : WINDOWS) {
            window(window);
            float radius = ui.px(48);
            for (int y = ui.dock; y <= ui.height(); y += 4) {
                Banner banner = new Banner();
                banner.show(Banner.Word.SECTOR, 0);
                float x = ui.right() / 2f;
                banner.place(ui, ui.px(200), x, y, radius);
                assertTrue(banner.strength() == 0 || y - radius >= banner.top() || y + radius <= banner.bottom(),
                    window + ", ship at " + y);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,720", "640,360", "1920,1080"})
    void aNewRunsBannerIsClearOfItsShipInTheMiddle(int width, int height) {
        window(width + "," + height + ",0,0,0,0");
        Banner banner = new Banner();
        banner.show(Banner.Word.SECTOR, 0);
        float radius = VisibleBodies.SHIELD_METERS * 32 * height / 720f;
        banner.place(ui, ui.px(200), width / 2f, height / 2f, radius);
        assertTrue(banner.bottom() > height / 2f + radius + ui.px(20), "they touch");
        assertTrue(banner.top() < height - ui.px(80), "it lies over the tokens caught");
        banner.show(Banner.Word.SECTOR, 0);
        banner.place(ui, ui.px(200), width / 2f, height - ui.px(130), radius);
        assertTrue(banner.top() < height / 2f, "it does not give way to a ship that arrives above");
    }

    @Test
    void wallsFadeOutBeforeTheScore() {
        HudArea hud = new HudArea();
        hud.begin(1);
        hud.take(HudArea.LEFT, 0, 600, 130, 120);
        assertEquals(0, hud.clear(80, 590, 40, 64, 32), "a piece that meets it");
        assertEquals(0.5f, hud.clear(80, 520, 40, 64, 32), 1e-3f);
        assertEquals(1, hud.clear(80, 480, 40, 64, 32));
        hud.begin(0);
        hud.take(HudArea.LEFT, 0, 600, 130, 120);
        assertEquals(1, hud.clear(80, 590, 40, 64, 32), "where no score is shown there is nothing to fade before");
    }

    @Test
    void theShipIsInTheMiddleOfWhatIsLeft() {
        scene.ship = 0;
        scene.id[0] = 1;
        scene.left = -1000;
        scene.right = 1000;
        scene.bottom = -1000;
        scene.top = 1000;
        camera.follow(scene, 7, 5, 1 / 60f, 1280, 720, 200, 500, 0);
        assertEquals(390, camera.screenX(7), 0.5f);
        assertEquals(460, camera.screenY(5), 0.5f);
        assertEquals(32, camera.pxPerMeter(), 1e-3f, "nearer or farther than before");
        assertTrue(camera.shows(7, 5, 10));
        assertFalse(camera.shows(7 + 15, 5, 0), "what is behind a panel is not seen");
        assertFalse(camera.shows(7, 5 - 9, 0), "what is behind the dock is not seen");
    }
}
