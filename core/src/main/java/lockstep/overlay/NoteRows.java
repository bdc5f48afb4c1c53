package lockstep.overlay;

import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.Align;
import java.util.List;
import lockstep.engine.Note;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.draw.Figures;
import lockstep.overlay.draw.OverlayPalette;
import lockstep.overlay.draw.TextSheet;
import lockstep.view.art.Art;
import lockstep.view.art.Canvas;

/**
 * What roles noted, on top of the dock: a row for each note, with its role, its name and its value. There are no rows before a
 * role has noted something. Rendering lane; allocates nothing in the steady state.
 */
final class NoteRows {
    private static final int MOST_ROWS = 6;
    private static final int ROW = 17;
    private static final int EDGE = 10;
    private static final int NAME = 110;
    private static final int VALUE = 380;

    private final List<Note> notes;
    private final TextSheet bold = new TextSheet(Art.Face.BOLD, 14);
    private final TextSheet words = new TextSheet(Art.Face.WORDS, 12);
    private final TextSheet numbers = new TextSheet(Art.Face.NUMBERS, 14);
    private final StringBuilder text = new StringBuilder(64);
    private int rows;

    /** {@code notes} may grow. */
    NoteRows(List<Note> notes) {
        this.notes = notes;
    }

    /** Looks how many rows there are now. Returns true if that changed. */
    boolean count() {
        int before = rows;
        rows = Math.min(notes.size(), MOST_ROWS);
        return rows != before;
    }

    /** Height of all rows, px of the 1280x720 design. */
    int height() {
        return rows == 0 ? 0 : rows * ROW + EDGE / 2;
    }

    /** Looks up the fonts; true if they are others than before. */
    boolean lookUp(Canvas canvas) {
        return bold.lookUp(canvas) | words.lookUp(canvas) | numbers.lookUp(canvas);
    }

    /** Writes the rows upwards from {@code bottom} px; {@code scale} is px for one of the design. */
    void refresh(float bottom, float scale) {
        bold.clear();
        words.clear();
        numbers.clear();
        for (int i = 0; i < rows && i < notes.size(); i++) {
            float middle = bottom + scale * (height() - ROW * i - ROW / 2f - EDGE / 4f);
            if (i == MOST_ROWS - 1 && notes.size() > MOST_ROWS) {
                text.setLength(0);
                words.add(text.append("and ").append(notes.size() - i).append(" more in the --json file"), scale * EDGE, middle,
                    Align.left, OverlayPalette.DIM);
                return;
            }
            Note note = notes.get(i);
            bold.addCut(note.role(), scale * EDGE, middle, scale * (NAME - EDGE), OverlayPalette.TEXT);
            words.addCut(note.name(), scale * NAME, middle, scale * (VALUE - NAME - 100), OverlayPalette.TEXT);
            text.setLength(0);
            numbers.add(value(note.value()), scale * VALUE, middle, Align.right, OverlayPalette.TEXT);
        }
    }

    /** Whole numbers as they are, others with three decimals. */
    private CharSequence value(double value) {
        if (!Double.isFinite(value)) {
            return text.append('-');
        }
        return Figures.fixed(text, value, value == Math.rint(value) ? 0 : 3);
    }

    /** Draws what is behind the text, upwards from {@code bottom} px. */
    void drawPlate(Brush brush, int bottom, int width, float scale) {
        if (rows > 0) {
            brush.opaque();
            brush.rect(0, bottom, width, Math.round(scale * height()), OverlayPalette.PANEL);
            brush.rect(0, bottom + Math.round(scale * height()), width, Math.max(1, Math.round(scale)), OverlayPalette.LINE);
        }
    }

    /** Draws the text. */
    void drawText(SpriteBatch batch) {
        bold.draw(batch);
        words.draw(batch);
        numbers.draw(batch);
    }
}
