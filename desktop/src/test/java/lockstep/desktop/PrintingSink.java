package lockstep.desktop;

import com.badlogic.gdx.Input;
import lockstep.engine.EventSink;
import lockstep.engine.Pad;

/**
 * Prints what it sees, moves a square by the arrow keys, switches full screen by F11 and ends by a close. The main
 * thread writes, through the pump; the two volatile fields are for the thread that draws.
 */
final class PrintingSink implements EventSink {
    volatile boolean closed;
    volatile int shiftPx;
    private final SplitWindow window;
    private boolean full;

    PrintingSink(SplitWindow window) {
        this.window = window;
    }

    @Override
    public void key(int key, boolean down, long atNs) {
        System.out.println(Input.Keys.toString(key) + (down ? " down " : " up ") + atNs);
        if (down && key == Input.Keys.RIGHT) {
            shiftPx += 10;
        } else if (down && key == Input.Keys.LEFT) {
            shiftPx -= 10;
        } else if (down && key == Input.Keys.F11) {
            full = !full;
            window.fullscreen(full);
        }
    }

    @Override
    public void button(int button, boolean down, float x, float y, long atNs) {
        System.out.println("button " + button + (down ? " pressed " : " released ") + x + " " + y);
    }

    @Override
    public void pointer(float x, float y, long atNs) {
        System.out.println("pointer " + x + " " + y);
    }

    @Override
    public void scroll(float notches, long atNs) {
        System.out.println("scroll " + notches);
    }

    @Override
    public void pad(Pad pad, long atNs) {
        System.out.println("pad " + pad.present + " " + pad.buttons + " " + pad.leftX + " " + pad.leftY);
    }

    @Override
    public void focus(boolean gained, long atNs) {
        System.out.println("focus " + gained);
    }

    @Override
    public void close(long atNs) {
        System.out.println("close");
        closed = true;
    }
}
