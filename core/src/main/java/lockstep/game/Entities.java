package lockstep.game;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;

/**
 * Everything in the arena, one slot each. A new thing takes the lowest free slot, so slots stay dense and their order depends
 * only on the game.
 */
final class Entities {
    /** Marks a body with its slot; walls carry none. */
    static final class Tag {
        final int slot;

        Tag(int slot) {
            this.slot = slot;
        }
    }

    final int capacity;
    final Body[] body;
    final int[] packed;
    final int[] id;
    final float[] radius;
    /** Ticks left to live; 0 = no limit. */
    final int[] ticksLeft;
    private final int[] count = new int[Kind.values().length];
    private final Tag[] tags;
    private final Arena arena;
    private int used;
    private int live;
    private int lowestFree;
    private int lastId;

    Entities(int capacity, Arena arena) {
        this.capacity = capacity;
        this.arena = arena;
        body = new Body[capacity];
        packed = new int[capacity];
        id = new int[capacity];
        radius = new float[capacity];
        ticksLeft = new int[capacity];
        tags = new Tag[capacity];
        for (int i = 0; i < capacity; i++) tags[i] = new Tag(i);
    }

    /** Every live slot is below this. */
    int used() {
        return used;
    }

    int count(Kind kind) {
        return count[kind.ordinal()];
    }

    int free() {
        return capacity - live;
    }

    Kind kind(int slot) {
        return Kind.of(packed[slot]);
    }

    boolean is(int slot, Kind kind) {
        return (packed[slot] & 0xff) == kind.ordinal();
    }

    boolean isIn(Sector sector, int slot) {
        Vector2 p = body[slot].getPosition();
        return sector.holds(p.x, p.y);
    }

    /** A round thing, moving at (vx, vy) m/s; returns its slot, or -1 when every slot is taken. */
    int add(Kind kind, int variant, int tier, float x, float y, float vx, float vy, float angle, float spin, float size) {
        if (free() == 0) return -1;
        return keep(kind.pack(variant, tier), arena.round(kind, x, y, vx, vy, angle, spin, size), size);
    }

    int addGate(float x, float y, float half) {
        return keep(Kind.GATE.pack(0, 0), arena.gate(x, y, half), half);
    }

    private int keep(int packedKind, Body made, float size) {
        int slot = lowestFree;
        while (packed[slot] != 0) slot++;
        lowestFree = slot + 1;
        used = StrictMath.max(used, slot + 1);
        body[slot] = made;
        made.setUserData(tags[slot]);
        packed[slot] = packedKind;
        id[slot] = ++lastId;
        radius[slot] = size;
        ticksLeft[slot] = 0;
        live++;
        count[packedKind & 0xff]++;
        return slot;
    }

    void remove(int slot) {
        arena.remove(body[slot]);
        live--;
        count[packed[slot] & 0xff]--;
        body[slot] = null;
        packed[slot] = 0;
        id[slot] = 0;
        radius[slot] = 0;
        ticksLeft[slot] = 0;
        lowestFree = StrictMath.min(lowestFree, slot);
        while (used > 0 && packed[used - 1] == 0) used--;
    }

    void removeAll(Kind kind) {
        for (int slot = used - 1; slot >= 0; slot--) if (is(slot, kind)) remove(slot);
    }

    /** Keeps a drifting thing's speed between two bounds, m/s; one at rest is sent off in a random direction. */
    void hold(int slot, float slowest, float fastest, Rng rng) {
        Vector2 v = body[slot].getLinearVelocity();
        float speed = (float) StrictMath.sqrt(v.x * v.x + v.y * v.y);
        if (speed > fastest) {
            body[slot].setLinearVelocity(v.x * 0.9f, v.y * 0.9f);
        } else if (speed < slowest / 16) {
            float way = rng.angle();
            body[slot].setLinearVelocity(slowest * Angle.cos(way), slowest * Angle.sin(way));
        } else if (speed < slowest) {
            body[slot].setLinearVelocity(v.x * 1.2f, v.y * 1.2f);
        }
    }

    /** Adds the bits of transforms, velocities and all other fields, in slot order. */
    void hash(Hash hash) {
        hash.add(used, lastId);
        for (int slot = 0; slot < used; slot++) {
            hash.add(packed[slot], id[slot]);
            Body b = body[slot];
            if (b == null) continue;
            Vector2 p = b.getPosition(), v = b.getLinearVelocity();
            hash.add(p.x, p.y).add(v.x, v.y).add(b.getAngle(), b.getAngularVelocity());
            hash.add(Float.floatToRawIntBits(radius[slot]), ticksLeft[slot]);
        }
    }

    void copyTo(Scene scene) {
        scene.slots = used;
        System.arraycopy(packed, 0, scene.kind, 0, used);
        System.arraycopy(id, 0, scene.id, 0, used);
        System.arraycopy(radius, 0, scene.size, 0, used);
        for (int slot = 0; slot < used; slot++) {
            Body b = body[slot];
            if (b == null) {
                scene.x[slot] = 0;
                scene.y[slot] = 0;
                scene.angle[slot] = 0;
            } else {
                Vector2 p = b.getPosition();
                scene.x[slot] = p.x;
                scene.y[slot] = p.y;
                scene.angle[slot] = b.getAngle();
            }
        }
    }
}
