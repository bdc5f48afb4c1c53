package lockstep.overlay.panel;

import com.badlogic.gdx.Input.Buttons;
import java.util.List;
import java.util.function.Consumer;
import lockstep.game.Mode;
import lockstep.overlay.draw.Brush;
import lockstep.time.Clock;
import lockstep.view.art.Canvas;
import lockstep.view.menu.Command;
import lockstep.view.menu.Inbox;
import lockstep.view.menu.Layer;
import lockstep.world.Bodies;

/**
 * A panel at the right to change how the lanes share while they run, with mouse, keys or gamepad. F2 opens and closes it. F6
 * pauses and resumes all lanes, F7 and Shift+F7 step them. Planted faults are shown whether the panel is open or not.
 *
 * <p>Only the rendering lane calls it. It changes nothing itself and never waits: it asks the running game and shows the answer
 * when that comes. Allocates nothing while closed with nothing to show.
 */
public final class Panel implements Layer {
    private static final long REFRESH_NS = 100_000_000;

    private final PanelModel model;
    private final PanelView view;
    private final Notices notices;
    private final GuardWatch watch;
    private final Brush brush = new Brush();
    private final Layer below;
    private int covered;
    private final Clock clock;
    private boolean dirty = true;
    private long refreshedNs;

    /**
     * @param game what is changed
     * @param commands receives commands when the player's input leaves the ship and returns to it
     * @param below the layer at the lower edge, which this leaves room for
     * @param clock the lanes' clock
     * @param late the message about late frames
     */
    public Panel(LiveGame game, Consumer<Command> commands, Layer below, Clock clock, LateToast late) {
        model = new PanelModel(game, commands);
        view = new PanelView(model);
        notices = new Notices(model, late);
        watch = new GuardWatch(game);
        this.below = below;
        this.clock = clock;
    }

    @Override
    public void draw(Canvas canvas, Bodies seen) {
        long now = clock.nanos();
        model.poll(seen != null && seen.scene.mode == Mode.PAUSED.ordinal(), now);
        boolean notes = notices.any(now);
        if (!model.isOpen() && !notes) {
            return;
        }
        brush.begin(canvas);
        if (model.isOpen()) {
            boolean watching = model.page() == PanelModel.Page.GUARDS;
            if (watching) {
                watch.look();
            }
            if (view.layOut(canvas, below.dockHeight()) | dirty || now - refreshedNs >= REFRESH_NS) {
                refreshedNs = now;
                dirty = false;
                view.refresh(watching ? watch.lines(now) : List.of());
            }
            view.draw(canvas, brush);
        }
        if (notes) {
            int right = model.isOpen() ? view.left() : canvas.width();
            notices.draw(canvas, brush, right, Math.max(covered, below.dockHeight() + below.cornerHeight()), covered > 0, now);
        }
        canvas.batch().setColor(1, 1, 1, 1);
    }

    @Override
    public void dialog(float x, float y, float w, float h) {
        notices.dialog(x, y, w, h);
    }

    @Override
    public int cornerWidth() {
        return notices.cornerWidth();
    }

    @Override
    public int cornerHeight() {
        return notices.cornerHeight(Math.max(covered, below.dockHeight()));
    }

    @Override
    public int sideWidth() {
        return model.isOpen() ? view.width() : 0;
    }

    @Override
    public boolean covers() {
        return model.isOpen();
    }

    /** True while the run should pause for the panel; not while lanes are paused, because steps must move the game. */
    @Override
    public boolean holdsRun() {
        return model.isOpen() && !lanesPaused();
    }

    /** True while lanes are paused or about to be. */
    public boolean lanesPaused() {
        return model.lanePause().wanted();
    }

    /** Closes it, if it is open. */
    public void close() {
        model.open(false);
    }

    /** Says that something else covers {@code px} from the bottom. */
    public void covered(int px) {
        covered = px;
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
            case POINTER -> model.isOpen() && hover(e.x, e.y);
            case BUTTON_DOWN -> model.isOpen() && press(e.code, e.x, e.y);
            case SCROLL -> model.isOpen() && scroll(e.y);
            case FOCUS_LOST -> {
                model.focusLost();
                yield false;
            }
            case BUTTON_UP, FOCUS_GAINED -> false;
        };
    }

    private boolean hover(float x, float y) {
        int row = view.covers(x, y) ? view.rowAt(y) : -1;
        if (row >= 0) {
            model.select(row);
        }
        return true;
    }

    private boolean press(int button, float x, float y) {
        if (button != Buttons.LEFT || !view.covers(x, y)) {
            return true;
        }
        int tab = view.tabAt(x, y);
        int row = view.rowAt(y);
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
