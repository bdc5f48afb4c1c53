package lockstep.overlay;

import com.badlogic.gdx.Input.Buttons;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import lockstep.time.Clock;
import lockstep.view.Canvas;
import lockstep.view.Command;
import lockstep.view.Inbox;
import lockstep.view.Layer;
import lockstep.world.Bodies;

/**
 * How the lanes share, to be changed while they run: a panel at the right that F2 opens and closes, with mouse, keys or
 * gamepad. F6 makes all lanes stand and go on, F7 and Shift+F7 step them; what is planted is said on the screen whether
 * the panel is open or not.
 *
 * <p>Only the rendering lane calls it. It changes nothing itself and never waits: it asks the running game and shows the
 * answer when that has come. Allocates nothing while closed with nothing to say.
 */
public final class Panel implements Layer {
    private static final long REFRESH_NS = 100_000_000;

    private final PanelModel model;
    private final PanelView view;
    private final Notices notices;
    private final GuardWatch watch;
    private final Brush brush = new Brush();
    private final IntSupplier dock;
    private final Clock clock;
    private boolean dirty = true;
    private long refreshedNs;

    /**
     * @param game     what is changed
     * @param commands told when hands leave the ship and return to it
     * @param dock     px covered at the bottom
     * @param clock    the lanes' own
     * @param late     what is said of late frames
     */
    public Panel(LiveGame game, Consumer<Command> commands, IntSupplier dock, Clock clock, LateToast late) {
        model = new PanelModel(game, commands);
        view = new PanelView(model);
        notices = new Notices(model, late);
        watch = new GuardWatch(game);
        this.dock = dock;
        this.clock = clock;
    }

    @Override
    public void draw(Canvas canvas, Bodies seen) {
        model.poll();
        long now = clock.nanos();
        boolean notes = notices.any(now);
        if (!model.isOpen() && !notes) {
            return;
        }
        brush.begin(canvas);
        int free = canvas.width();
        if (model.isOpen()) {
            boolean watching = model.page() == PanelModel.Page.GUARDS;
            if (watching) {
                watch.look();
            }
            if (view.layOut(canvas, dock.getAsInt()) | dirty || now - refreshedNs >= REFRESH_NS) {
                refreshedNs = now;
                dirty = false;
                view.refresh(watching ? watch.lines(now) : List.of());
            }
            view.draw(canvas, brush);
            free = view.left();
        }
        if (notes) {
            notices.draw(canvas, brush, free, now);
        }
        canvas.batch().setColor(1, 1, 1, 1);
    }

    /** Closes it, if it is open. */
    void close() {
        model.open(false);
    }

    /** Something else covers so many px from the bottom. */
    void covered(int px) {
        notices.covered(px);
    }

    @Override
    public boolean take(Inbox.Event e) {
        dirty = true;
        return switch (e.what) {
            case KEY_DOWN -> model.key(e.code);
            case KEY_UP -> {
                model.keyUp(e.code);
                yield false;
            }
            case PAD_DOWN -> model.pad(e.code);
            case POINTER -> model.isOpen() && view.covers(e.x, e.y) && hover(e.x, e.y);
            case BUTTON_DOWN -> model.isOpen() && view.covers(e.x, e.y) && press(e.code, e.x, e.y);
            case SCROLL -> model.isOpen() && scroll(e.y);
            case FOCUS_LOST -> {
                model.focusLost();
                yield false;
            }
            case BUTTON_UP, FOCUS_GAINED -> false;
        };
    }

    private boolean hover(float x, float y) {
        int row = view.rowAt(y);
        if (row >= 0) {
            model.select(row);
        }
        return true;
    }

    private boolean press(int button, float x, float y) {
        int tab = view.tabAt(x, y);
        int row = view.rowAt(y);
        if (button != Buttons.LEFT) {
            return true;
        }
        if (tab >= 0) {
            model.page(PanelModel.Page.values()[tab]);
        } else if (row >= 0) {
            model.click(row, view.shareAt(x), view.cellAt(row, x));
        }
        return true;
    }

    private boolean scroll(float notches) {
        model.scroll(notches > 0 ? 1 : -1);
        return true;
    }
}
