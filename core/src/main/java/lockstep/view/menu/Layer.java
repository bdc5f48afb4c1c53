package lockstep.view.menu;

import lockstep.view.art.Canvas;
import lockstep.world.Bodies;

/** Something drawn over the game, such as the overlay. Only the rendering lane calls it. */
public interface Layer {
    /** Draws itself. {@code seen} is the snapshot this frame shows. Allocates nothing. */
    void draw(Canvas canvas, Bodies seen);

    /** Height in px at the bottom that it covers, so that the camera's centre moves up by half of it. */
    default int dockHeight() {
        return 0;
    }

    /** Width in px at the right that it covers, so that the camera's centre moves to the left by half of it. */
    default int sideWidth() {
        return 0;
    }

    /** Width in px from the left that it takes of the lower left corner: marks and words of the game stay off it. */
    default int cornerWidth() {
        return 0;
    }

    /** Height in px that it takes there, above what is covered at the bottom. */
    default int cornerHeight() {
        return 0;
    }

    /** True while it covers so much of the flight that a player's run had better pause. */
    default boolean holdsRun() {
        return false;
    }

    /**
     * Where a screen's dialog lies in this frame, px from the bottom left; w is 0 if there is none. Called before
     * {@link #draw}.
     */
    default void dialog(float x, float y, float w, float h) {
    }

    /** True while it stands where menus would: they are not drawn then. */
    default boolean covers() {
        return false;
    }

    /**
     * Something a person did, before the menus see it; the event is the caller's own. Returns true if nobody else is to
     * see it.
     */
    default boolean take(Inbox.Event e) {
        return false;
    }

    /** A key went down that the menus did not want. Returns true if it was this layer's. */
    default boolean key(int key) {
        return false;
    }
}
