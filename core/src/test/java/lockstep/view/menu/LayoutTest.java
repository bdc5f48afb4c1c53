package lockstep.view.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.view.art.Ui;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutTest {
    private final Layout layout = new Layout();

    @ParameterizedTest
    @CsvSource({"1280,720,0", "1280,720,232", "1920,1080,0", "1920,1080,348", "640,360,0", "3840,2160,0", "1600,1200,0",
        "900,720,0"})
    void everyScreenFits(int width, int height, int dock) {
        float scale = Ui.scaleOf(width, height);
        check(Menus.Screen.TITLE, 3, width, height, dock, scale);
        check(Menus.Screen.PAUSE, 5, width, height, dock, scale);
        check(Menus.Screen.SETTINGS, 10, width, height, dock, scale);
        check(Menus.Screen.ASK, 2, width, height, dock, scale);
        check(Menus.Screen.OVER, 2, width, height, dock, scale);
    }

    private void check(Menus.Screen screen, int items, int width, int height, int dock, float scale) {
        layout.arrange(screen, items, width, height, dock, scale);
        String what = screen + " at " + width + "x" + height + " over " + dock;
        assertTrue(layout.panelX >= 0 && layout.panelX + layout.panelW <= width, what);
        assertTrue(layout.panelY >= dock && layout.panelY + layout.panelH <= height, what);
        for (int i = 0; i < items; i++) {
            assertTrue(layout.x[i] >= layout.panelX && layout.x[i] + layout.w[i] <= layout.panelX + layout.panelW, what);
            assertTrue(layout.y[i] >= layout.panelY && layout.y[i] + layout.h[i] <= layout.panelY + layout.panelH, what);
            float middleX = layout.x[i] + layout.w[i] / 2, middleY = layout.y[i] + layout.h[i] / 2;
            assertEquals(i, layout.hit(middleX, height - middleY), what + ": lines overlap");
        }
    }
}
