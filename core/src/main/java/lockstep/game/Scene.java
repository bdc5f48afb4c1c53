package lockstep.game;

/**
 * What others may see of a tick: a header, and one entry per slot in each array. A thing keeps its slot while it lives;
 * {@link #id} shows whether it is still the same thing. Plain data; not thread-safe.
 */
public final class Scene {
    /** The number of slots and the length of each array. */
    public final int capacity;
    /** Slots in use: every live one is in [0, slots). */
    public int slots;
    /** Center, m. */
    public final float[] x, y;
    /** Heading, rad, counter-clockwise from +x. */
    public final float[] angle;
    /** Radius, m; of the gate, half its height. */
    public final float[] size;
    /** {@link Kind} in bits 0-7 (0 = free slot), variant in bits 8-15, tier of a rock in bits 16-23. */
    public final int[] kind;
    /** A number that is unique to each thing. */
    public final int[] id;

    /** Ticks so far, and ticks per second. */
    public int tick, hz;
    /** Ordinal of {@link Mode}. */
    public int mode;
    public int score, best, multiplier, shields;
    /** The sector's number, from 0. */
    public int sector;
    /** Tokens caught in this sector; the gate opens at five. */
    public int tokens;
    /** Runs begun so far. */
    public int run;
    /** Slot of the ship, or -1. */
    public int ship;
    /** Seconds left until the ship can be hit again, and until the multiplier falls. */
    public float graceSeconds, multiplierSeconds;
    public boolean gateOpen, thrusting;
    /** The sector's bounds, m. */
    public float left, bottom, right, top;
    /** Center and half height of the gate, m. */
    public float gateX, gateY, gateHalf;
    /** Velocity of the ship, m/s. */
    public float shipVx, shipVy;

    /** The run's numbers so far. */
    public int shotsFired, rocksHit, tokensCaught, highestMultiplier;
    public float runSeconds;
    /** Tier of the rock that ended the run, or -1. */
    public int endedByTier;
    /** The score is above the best one of all earlier runs. */
    public boolean newBest;

    private final Hash hash = new Hash();

    /** @param capacity as {@link Game#capacity()} */
    public Scene(int capacity) {
        this.capacity = capacity;
        x = new float[capacity];
        y = new float[capacity];
        angle = new float[capacity];
        size = new float[capacity];
        kind = new int[capacity];
        id = new int[capacity];
        ship = -1;
    }

    /**
     * Becomes equal to {@code other}, as far as its slots fit. They are counted once, so that a copy of something that
     * changes meanwhile is bounded.
     */
    public void set(Scene other) {
        int n = Math.min(other.slots, capacity);
        System.arraycopy(other.x, 0, x, 0, n);
        System.arraycopy(other.y, 0, y, 0, n);
        System.arraycopy(other.angle, 0, angle, 0, n);
        System.arraycopy(other.size, 0, size, 0, n);
        System.arraycopy(other.kind, 0, kind, 0, n);
        System.arraycopy(other.id, 0, id, 0, n);
        setHeader(other);
        slots = n;
    }

    /** Copies one slot of {@code other}. */
    public void setSlot(int i, Scene other) {
        x[i] = other.x[i];
        y[i] = other.y[i];
        angle[i] = other.angle[i];
        size[i] = other.size[i];
        kind[i] = other.kind[i];
        id[i] = other.id[i];
    }

    /** Copies everything of {@code other} but the slots. */
    public void setHeader(Scene other) {
        slots = other.slots;
        tick = other.tick;
        hz = other.hz;
        mode = other.mode;
        score = other.score;
        best = other.best;
        multiplier = other.multiplier;
        shields = other.shields;
        sector = other.sector;
        tokens = other.tokens;
        run = other.run;
        ship = other.ship;
        graceSeconds = other.graceSeconds;
        multiplierSeconds = other.multiplierSeconds;
        gateOpen = other.gateOpen;
        thrusting = other.thrusting;
        left = other.left;
        bottom = other.bottom;
        right = other.right;
        top = other.top;
        gateX = other.gateX;
        gateY = other.gateY;
        gateHalf = other.gateHalf;
        shipVx = other.shipVx;
        shipVy = other.shipVy;
        shotsFired = other.shotsFired;
        rocksHit = other.rocksHit;
        tokensCaught = other.tokensCaught;
        highestMultiplier = other.highestMultiplier;
        runSeconds = other.runSeconds;
        endedByTier = other.endedByTier;
        newBest = other.newBest;
    }

    /** A checksum of the header and the slots in use, in a fixed order. Not for two threads at once. */
    public long checksum() {
        hash.reset();
        for (int i = 0; i < slots; i++) {
            hash.add(x[i], y[i]).add(angle[i], size[i]).add(kind[i], id[i]);
        }
        hash.add(slots, tick).add(hz, mode).add(score, best).add(multiplier, shields).add(sector, tokens).add(run, ship);
        hash.add(graceSeconds, multiplierSeconds).add(gateOpen).add(thrusting);
        hash.add(left, bottom).add(right, top).add(gateX, gateY).add(gateHalf, runSeconds).add(shipVx, shipVy);
        hash.add(shotsFired, rocksHit).add(tokensCaught, highestMultiplier).add(endedByTier).add(newBest);
        return hash.value();
    }
}
