package lockstep.overlay.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.util.List;
import lockstep.overlay.draw.Wrapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the plate of notices lies. */
class NoticePlaceTest {
    private final NoticePlace place = new NoticePlace();

    /** Scale, window, px covered at the right, px taken from the bottom, a dialog. */
    @ParameterizedTest
    @CsvSource({"1,1280,720,0,96,450,174,380,372", "1,1280,720,0,96,320,118,640,484", "1,1280,720,0,232,250,272,780,408",
        "0.74,640,360,0,71,202,65,236,230", "0.74,640,360,0,71,121,30,398,300", "1.5,1920,1080,0,144,675,261,570,558",
        "1,1280,720,0,96,0,170,640,550"})
    void itIsNeverUnderADialog(float scale, int width, int height, int side, int base, int x, int y, int w, int h) {
        Rectangle dialog = new Rectangle(x, y, w, h);
        place.dialog(x, y, w, h);
        place.room(scale, width - side, height, base);
        for (int wide = 50; wide <= place.width(); wide += 10) {
            Rectangle plate = new Rectangle(place.left(), place.bottom(), wide, place.height(wide));
            assertFalse(plate.intersects(dialog), plate + " meets " + dialog);
            assertTrue(plate.y >= base && plate.x >= 0 && plate.x + plate.width <= width - side);
        }
    }

    @Test
    void besideAnOpenPanelItIsAsNarrowAsWhatIsLeft() {
        place.room(0.74f, 270, 360, 71);
        assertTrue(place.left() + place.width() <= 270);
        assertTrue(place.height(place.width()) >= 5 * 15, "no room for five lines");
        assertFalse(place.room(0.74f, 270, 360, 71));
        assertTrue(place.room(0.74f, 640, 360, 71), "there is more room now");
        place.dialog(1, 2, 3, 4);
        assertTrue(place.room(0.74f, 640, 360, 71), "there is a dialog now");
    }

    @Test
    void aSentenceIsBrokenBetweenWordsAndNoneIsLost() {
        List<String> lines = Wrapping.lines("one two three four five six", 9, 3, String::length);
        assertEquals(List.of("one two", "three", "four five six"), lines, "the last line takes the rest");
        assertEquals(List.of("one two three"), Wrapping.lines("one two three", 13, 3, String::length));
        assertEquals(List.of("unbreakable"), Wrapping.lines("unbreakable", 3, 3, String::length));
    }

    @Test
    void thePanelsLongestPageFitsAboveAFullOverlayWithTheMostRowsOfNotes() {
        int overlay = 232, notes = 107;
        assertTrue(PanelView.fits(12, false, 1, 720 - overlay - notes));
        assertTrue(PanelView.fits(12, false, 0.74f, 533 - Math.round(0.74f * (overlay + notes))));
        assertEquals(25, PanelView.rowHeight(12, false, 1, 720 - overlay));
        float row = PanelView.rowHeight(12, false, 1, 720 - overlay - notes);
        assertTrue(row < 25 && PanelView.rowHeight(11, false, 1, 720 - overlay - notes) > row, "lines are " + row + " px high");
    }

    @Test
    void thePanelsPageFitsTheSmallestWindowThatIsSupportedAndAFullOverlay() {
        assertTrue(PanelView.fits(12, false, 0.74f, 360));
        assertTrue(PanelView.fits(12, false, 1, 720 - 232));
        assertFalse(PanelView.fits(12, false, 0.74f, 260));
    }
}
