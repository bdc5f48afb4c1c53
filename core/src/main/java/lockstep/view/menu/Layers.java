package lockstep.view.menu;

import java.util.List;
import lockstep.view.art.Canvas;
import lockstep.view.art.Ui;
import lockstep.world.Bodies;

/** All that is drawn over the game, in its order, as one. Rendering lane; allocates nothing. */
public final class Layers {
    private final Layer[] layers;

    public Layers(List<Layer> layers) {
        this.layers = layers.toArray(new Layer[0]);
    }

    /** Px covered at the bottom; a third of the height stays free. */
    public int dock(int height) {
        int dock = 0;
        for (Layer layer : layers) {
            dock = Math.max(dock, layer.dockHeight());
        }
        return Math.min(dock, height * 2 / 3);
    }

    /** Px covered at the right; a third of the width stays free. */
    public int side(int width) {
        int side = 0;
        for (Layer layer : layers) {
            side = Math.max(side, layer.sideWidth());
        }
        return Math.min(side, width * 2 / 3);
    }

    /** Tells the screen's words what of the lower left corner is taken. */
    public void corner(Ui ui) {
        int wide = 0, high = 0;
        for (Layer layer : layers) {
            wide = Math.max(wide, layer.cornerWidth());
            high = Math.max(high, layer.cornerHeight());
        }
        ui.corner(wide, high);
    }

    /** True if one of them stands where menus would. */
    public boolean cover() {
        for (Layer layer : layers) {
            if (layer.covers()) {
                return true;
            }
        }
        return false;
    }

    /** True if one of them covers so much of the flight that a player's run had better pause. */
    public boolean holdRun() {
        for (Layer layer : layers) {
            if (layer.holdsRun()) {
                return true;
            }
        }
        return false;
    }

    /** Draws them; the screen's dialog, if there is one, will lie where the layout says. */
    public void draw(Canvas canvas, Bodies seen, Layout layout, boolean dialog) {
        for (Layer layer : layers) {
            layer.dialog(layout.panelX, layout.dialogY(), dialog ? layout.panelW : 0, layout.dialogH());
            layer.draw(canvas, seen);
        }
    }

    /** Offers an event, to the topmost first. Returns true if nobody else is to see it. */
    public boolean take(Inbox.Event e) {
        for (int i = layers.length - 1; i >= 0; i--) {
            if (layers[i].take(e)) {
                return true;
            }
        }
        return false;
    }

    /** Offers a key that the menus did not want, to the lowest first. */
    public void key(int key) {
        for (Layer layer : layers) {
            if (layer.key(key)) {
                return;
            }
        }
    }
}
