package lockstep.overlay.timeline;

import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import java.util.function.Consumer;
import lockstep.blame.LateFrames;
import lockstep.blame.Names;
import lockstep.overlay.draw.Brush;
import lockstep.overlay.panel.Panel;
import lockstep.platform.Pad;
import lockstep.time.Clock;
import lockstep.time.FrameLog;
import lockstep.view.art.Canvas;
import lockstep.view.menu.Command;
import lockstep.view.menu.Inbox;
import lockstep.view.menu.Layer;
import lockstep.world.Bodies;

/**
 * Why a frame was late: F3 opens a frozen view of what all lanes did around it, over the lower edge. With keys, mouse or gamepad
 * a person steps through the late frames that have evidence, zooms, pans and shows the figures of a span.
 *
 * <p>Only the rendering lane calls it. Opening, stepping and pointing allocate; a frame in which nothing happens does not.
 */
public final class Timeline implements Layer {
    private static final long LOOK_NS = 250_000_000;
    private static final int DRAG_PX = 4;
    private static final float PAN = 0.15f;

    private final LateFrames late;
    private final Panel panel;
    private final Clock clock;
    private final TimelineModel model;
    private final TimelineView view;
    private final Brush brush = new Brush();
    private boolean dirty = true;
    private boolean shift;
    private boolean pressed;
    private boolean dragged;
    private float pressedX;
    private float x;
    private float y;
    private long version;
    private long lookedNs;

    /**
     * @param late the late frames of the run
     * @param names the words for numbers in spans
     * @param frames knows the rule for late frames
     * @param panel closed when this opens
     * @param commands receives commands when the player's input leaves the ship and returns to it
     * @param clock the lanes' clock
     */
    public Timeline(LateFrames late, Names names, FrameLog frames, Panel panel, Consumer<Command> commands,
                    Clock clock) {
        this.late = late;
        this.panel = panel;
        this.clock = clock;
        model = new TimelineModel(commands);
        view = new TimelineView(model, new TimelineInfo(names), frames::rule);
    }

    @Override
    public void draw(Canvas canvas, Bodies seen) {
        if (!model.isOpen()) {
            panel.covered(0);
            return;
        }
        look();
        brush.begin(canvas);
        if (view.layOut(canvas) | dirty) {
            dirty = false;
            view.refresh();
        }
        view.draw(canvas, brush);
        panel.covered(view.top());
        canvas.batch().setColor(1, 1, 1, 1);
    }

    private void look() {
        long now = late.version();
        if (now != version && clock.nanos() - lookedNs >= LOOK_NS) {
            version = now;
            lookedNs = clock.nanos();
            model.refresh(late.frozen(), late.count());
            dirty = true;
        }
    }

    @Override
    public int dockHeight() {
        return model.isOpen() ? view.top() : 0;
    }

    @Override
    public boolean covers() {
        return model.isOpen();
    }

    /** True while the run should pause for the timeline; not while lanes are paused, because steps must move the game. */
    @Override
    public boolean holdsRun() {
        return model.isOpen() && !panel.lanesPaused();
    }

    @Override
    public boolean take(Inbox.Event e) {
        if (e.what == Inbox.What.KEY_UP || e.what == Inbox.What.FOCUS_LOST) {
            shift &= e.what == Inbox.What.KEY_UP && e.code != Keys.SHIFT_LEFT && e.code != Keys.SHIFT_RIGHT;
            pressed &= e.what == Inbox.What.KEY_UP;
            return false;
        }
        if (e.what == Inbox.What.KEY_DOWN) {
            shift |= e.code == Keys.SHIFT_LEFT || e.code == Keys.SHIFT_RIGHT;
            if (e.code == Keys.F3) {
                toggle();
                return true;
            }
        }
        if (!model.isOpen()) {
            return false;
        }
        switch (e.what) {
            case KEY_DOWN -> {
                dirty = true;
                return press(e.code);
            }
            case PAD_DOWN -> {
                dirty = true;
                return pad(e.code);
            }
            case POINTER -> point(e.x, e.y);
            case BUTTON_DOWN -> {
                pressed = e.code == Buttons.LEFT;
                dragged = false;
                pressedX = x = e.x;
                y = e.y;
            }
            case BUTTON_UP -> release();
            case SCROLL -> scroll(e.y);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void toggle() {
        dirty = true;
        if (model.isOpen()) {
            model.close();
        } else {
            panel.close();
            version = late.version();
            model.open(late.frozen(), late.count());
        }
    }

    /**
     * A key went down; true if it was handled. Keys for the overlay, the lanes and the screen are passed on; F2 closes this
     * first.
     */
    private boolean press(int key) {
        switch (key) {
            case Keys.F1, Keys.F4, Keys.F6, Keys.F7, Keys.F11, Keys.ALT_LEFT, Keys.ALT_RIGHT -> {
                return false;
            }
            case Keys.F2 -> {
                model.close();
                return false;
            }
            case Keys.ESCAPE -> model.close();
            case Keys.LEFT, Keys.A -> sideways(-1);
            case Keys.RIGHT, Keys.D -> sideways(1);
            case Keys.PAGE_UP -> model.step(-1);
            case Keys.PAGE_DOWN -> model.step(1);
            case Keys.HOME -> model.worst();
            case Keys.END -> model.newest();
            case Keys.UP, Keys.W -> model.lane(-1);
            case Keys.DOWN, Keys.S -> model.lane(1);
            case Keys.TAB -> model.next(shift ? -1 : 1);
            case Keys.PLUS, Keys.EQUALS, Keys.NUMPAD_ADD -> model.zoom(2);
            case Keys.MINUS, Keys.NUMPAD_SUBTRACT -> model.zoom(-2);
            case Keys.NUM_0, Keys.NUMPAD_0, Keys.F -> model.fit();
            default -> {}
        }
        return true;
    }

    private void sideways(int by) {
        if (shift) {
            model.axis().pan(by * PAN * (model.axis().right() - model.axis().left()));
        } else {
            model.step(by);
        }
    }

    private boolean pad(int bit) {
        switch (bit) {
            case Pad.START, Pad.BACK -> {
                model.close();
                return false;
            }
            case Pad.B -> model.close();
            case Pad.LEFT -> model.step(-1);
            case Pad.RIGHT -> model.step(1);
            case Pad.UP -> model.lane(-1);
            case Pad.DOWN -> model.lane(1);
            case Pad.A -> model.next(1);
            case Pad.X -> model.zoom(-2);
            case Pad.Y -> model.zoom(2);
            default -> {}
        }
        return true;
    }

    private void point(float toX, float toY) {
        if (pressed && (dragged || Math.abs(toX - pressedX) >= DRAG_PX)) {
            model.axis().pan(x - toX);
            dragged = true;
            dirty = true;
        }
        if (!pressed || dragged) {
            x = toX;
        }
        dirty |= model.hover(dragged && pressed ? null : view.pickAt(toX, toY));
        y = toY;
    }

    private void release() {
        if (pressed && !dragged) {
            model.choose(view.pickAt(x, y));
            dirty = true;
        }
        pressed = false;
    }

    private void scroll(float notches) {
        dirty = true;
        if (view.isName(x)) {
            model.scroll(notches > 0 ? -1 : 1);
        } else {
            model.zoom(x, notches);
        }
    }
}
