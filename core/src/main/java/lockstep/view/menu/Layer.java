package lockstep.view.menu;

import lockstep.view.art.Canvas;
import lockstep.world.Bodies;

/** Something drawn over the game, such as the overlay. Only the rendering lane calls it. */
public interface Layer {
    /** Draws the layer; {@code seen} is the snapshot that this frame shows. Must not allocate. */
    void draw(Canvas canvas, Bodies seen);

    /** Height in px at the bottom that it covers, so that the camera's centre moves up by half of it. */
    default int dockHeight() {
        return 0;
    }

    /** Width in px at the right that it covers, so that the camera's centre moves to the left by half of it. */
    default int sideWidth() {
        return 0;
    }

    /** Width in px that it takes of the lower left corner, which marks and words of the game avoid. */
    default int cornerWidth() {
        return 0;
    }

    /** Height in px that it takes of the lower left corner, above what is covered at the bottom. */
    default int cornerHeight() {
        return 0;
    }

    /** True while it covers so much of the game that a player's run should pause. */
    default boolean holdsRun() {
        return false;
    }

    /**
     * Says where a screen's dialog lies in this frame, px from the bottom left; {@code w} is 0 if there is none. Called before
     * {@link #draw}.
     */
    default void dialog(float x, float y, float w, float h) {
    }

    /** True while it covers the place of menus, which are not drawn then. */
    default boolean covers() {
        return false;
    }

    /** Handles an event before the menus do; true if it was handled. The event stays the caller's and must not be kept. */
    default boolean take(Inbox.Event e) {
        return false;
    }

    /** Handles a key that the menus did not; true if it was handled. */
    default boolean key(int key) {
        return false;
    }
}
