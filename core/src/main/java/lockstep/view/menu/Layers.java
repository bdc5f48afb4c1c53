package lockstep.view.menu;

import java.util.List;
import lockstep.view.art.Canvas;
import lockstep.view.art.Ui;
import lockstep.world.Bodies;

/** All layers over the game, in drawing order, as one. Rendering lane; allocates nothing. */
public final class Layers {
    private final Layer[] layers;

    /** Layers in drawing order. */
    public Layers(List<Layer> layers) {
        this.layers = layers.toArray(new Layer[0]);
    }

    /** Px covered at the bottom; at least a third of the height stays free. */
    public int dock(int height) {
        int dock = 0;
        for (Layer layer : layers) {
            dock = Math.max(dock, layer.dockHeight());
        }
        return Math.min(dock, height * 2 / 3);
    }

    /** Px covered at the right; at least a third of the width stays free. */
    public int side(int width) {
        int side = 0;
        for (Layer layer : layers) {
            side = Math.max(side, layer.sideWidth());
        }
        return Math.min(side, width * 2 / 3);
    }

    /** Sets how much of the lower left corner is taken. */
    public void corner(Ui ui) {
        int wide = 0, high = 0;
        for (Layer layer : layers) {
            wide = Math.max(wide, layer.cornerWidth());
            high = Math.max(high, layer.cornerHeight());
        }
        ui.corner(wide, high);
    }

    /** True if one of them covers the place of menus. */
    public boolean cover() {
        for (Layer layer : layers) {
            if (layer.covers()) {
                return true;
            }
        }
        return false;
    }

    /** True if one of them covers so much of the game that a player's run should pause. */
    public boolean holdRun() {
        for (Layer layer : layers) {
            if (layer.holdsRun()) {
                return true;
            }
        }
        return false;
    }

    /** Draws them; {@code dialog} if the screen has a dialog, which lies where {@code layout} says. */
    public void draw(Canvas canvas, Bodies seen, Layout layout, boolean dialog) {
        for (Layer layer : layers) {
            layer.dialog(layout.panelX, layout.dialogY(), dialog ? layout.panelW : 0, layout.dialogH());
            layer.draw(canvas, seen);
        }
    }

    /** Offers an event to the layers, topmost first; true if it was handled. */
    public boolean take(Inbox.Event e) {
        for (int i = layers.length - 1; i >= 0; i--) {
            if (layers[i].take(e)) {
                return true;
            }
        }
        return false;
    }

    /** Offers a key that the menus did not handle to the layers, lowest first. */
    public void key(int key) {
        for (Layer layer : layers) {
            if (layer.key(key)) {
                return;
            }
        }
    }
}
