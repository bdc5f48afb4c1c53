package lockstep.world;

import lockstep.game.Effect;
import org.jctools.queues.SpscArrayQueue;

/**
 * Things that happened, on their way from physics to render: for sparks and sounds, outside the hash. The physics lane
 * calls {@link #emit}, the rendering lane {@link #poll} and {@link #recycle}; JCTools' queues order them. Allocates
 * nothing: a happening goes back when it was used, and when none is free the effect is dropped and counted.
 */
public final class Effects {
    /** One thing that happened, in m. */
    public static final class Happening {
        public Effect effect;
        public float x, y, size;
    }

    private static final int ROOM = 512;

    private final SpscArrayQueue<Happening> out = new SpscArrayQueue<>(ROOM);
    private final SpscArrayQueue<Happening> free = new SpscArrayQueue<>(ROOM);
    private long dropped;

    public Effects() {
        for (int i = 0; i < ROOM; i++) {
            free.offer(new Happening());
        }
    }

    /** Physics: something happened. */
    public void emit(Effect effect, float x, float y, float size) {
        Happening h = free.poll();
        if (h == null) {
            dropped++;
            return;
        }
        h.effect = effect;
        h.x = x;
        h.y = y;
        h.size = size;
        out.offer(h);
    }

    /** Render: the oldest that was not looked at, or null. Give it back with {@link #recycle}. */
    public Happening poll() {
        return out.poll();
    }

    /** Render: it was used. */
    public void recycle(Happening h) {
        free.offer(h);
    }

    /** Effects dropped because render was too far behind; the physics lane asks. */
    public long dropped() {
        return dropped;
    }
}
