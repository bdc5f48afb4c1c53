package lockstep.world;

import lockstep.game.Effect;
import org.jctools.queues.SpscArrayQueue;

/**
 * Events of the simulation on their way from physics to render, for sparks and sounds; not part of the hash. The physics lane
 * calls {@link #emit}, the rendering lane {@link #poll} and {@link #recycle}; JCTools' queues order them. Allocates nothing: used
 * objects are recycled, and when none is free the effect is dropped and counted.
 */
public final class Effects {
    /** One event; position and size in m. */
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

    /** Physics: adds an event. */
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

    /** Render: takes the oldest event, or null; return it with {@link #recycle}. */
    public Happening poll() {
        return out.poll();
    }

    /** Render: returns an event that was used. */
    public void recycle(Happening h) {
        free.offer(h);
    }

    /** Effects dropped because render was too far behind; for the physics lane. */
    public long dropped() {
        return dropped;
    }
}
