package lockstep.view.menu;

import org.jctools.queues.SpscArrayQueue;

/**
 * Key and pointer events for the menus, from the input lane, which calls {@link #offer}, to the rendering lane, which calls
 * {@link #poll} and {@link #recycle}. JCTools' queues order them; nothing is allocated. When the rendering lane is {@value #ROOM}
 * events behind, further ones are dropped; flight controls do not use this queue.
 */
public final class Inbox {
    /** The kinds of event. */
    public enum What {
        KEY_DOWN, KEY_UP, POINTER, BUTTON_DOWN, BUTTON_UP, SCROLL, PAD_DOWN, FOCUS_GAINED, FOCUS_LOST
    }

    /** One event: {@code code} is a key, button or pad bit; positions are px from the top left. */
    public static final class Event {
        public What what;
        public int code;
        public float x, y;
    }

    private static final int ROOM = 512;

    private final SpscArrayQueue<Event> out = new SpscArrayQueue<>(ROOM);
    private final SpscArrayQueue<Event> free = new SpscArrayQueue<>(ROOM);

    public Inbox() {
        for (int i = 0; i < ROOM; i++) {
            free.offer(new Event());
        }
    }

    /** Input lane: adds an event; false if it was dropped. */
    public boolean offer(What what, int code, float x, float y) {
        Event e = free.poll();
        if (e == null) {
            return false;
        }
        e.what = what;
        e.code = code;
        e.x = x;
        e.y = y;
        return out.offer(e);
    }

    /** Rendering lane: takes the oldest event, or null; return it with {@link #recycle}. */
    public Event poll() {
        return out.poll();
    }

    /** Rendering lane: returns an event that was handled. */
    public void recycle(Event e) {
        free.offer(e);
    }
}
