package lockstep.desktop.window;

import java.util.Arrays;
import lockstep.platform.EventSink;

/**
 * The events of one pump: GLFW's callbacks add them, and the pump delivers them. Because of the buffer, a sink never runs inside
 * native code, through which no exception can pass, and an event found outside a pump is delivered by the next one.
 *
 * <p>Main thread only, no synchronisation. Allocates only if one pump finds more events than any before.
 */
final class EventBuffer {
    private static final byte KEY = 0, BUTTON = 1, POINTER = 2, SCROLL = 3, FOCUS = 4, CLOSE = 5;

    private byte[] kinds = new byte[256];
    private int[] codes = new int[256];
    private boolean[] downs = new boolean[256];
    private float[] xs = new float[256];
    private float[] ys = new float[256];
    private long[] atNs = new long[256];
    private int count;

    void key(int key, boolean down) {
        add(KEY, key, down, 0, 0);
    }

    void button(int button, boolean down, float x, float y) {
        add(BUTTON, button, down, x, y);
    }

    void pointer(float x, float y) {
        add(POINTER, 0, false, x, y);
    }

    void scroll(float notches) {
        add(SCROLL, 0, false, notches, 0);
    }

    void focus(boolean gained) {
        add(FOCUS, 0, gained, 0, 0);
    }

    void close() {
        add(CLOSE, 0, false, 0, 0);
    }

    /** Passes every event to the sink in the order found and forgets them, even if the sink throws. */
    void deliver(EventSink sink) {
        try {
            for (int i = 0; i < count; i++) {
                switch (kinds[i]) {
                    case KEY -> sink.key(codes[i], downs[i], atNs[i]);
                    case BUTTON -> sink.button(codes[i], downs[i], xs[i], ys[i], atNs[i]);
                    case POINTER -> sink.pointer(xs[i], ys[i], atNs[i]);
                    case SCROLL -> sink.scroll(xs[i], atNs[i]);
                    case FOCUS -> sink.focus(downs[i], atNs[i]);
                    default -> sink.close(atNs[i]);
                }
            }
        } finally {
            count = 0;
        }
    }

    private void add(byte kind, int code, boolean down, float x, float y) {
        if (count == kinds.length) {
            grow();
        }
        kinds[count] = kind;
        codes[count] = code;
        downs[count] = down;
        xs[count] = x;
        ys[count] = y;
        atNs[count] = System.nanoTime();
        count++;
    }

    private void grow() {
        int size = count * 2;
        kinds = Arrays.copyOf(kinds, size);
        codes = Arrays.copyOf(codes, size);
        downs = Arrays.copyOf(downs, size);
        xs = Arrays.copyOf(xs, size);
        ys = Arrays.copyOf(ys, size);
        atNs = Arrays.copyOf(atNs, size);
    }
}
