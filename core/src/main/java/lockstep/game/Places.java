package lockstep.game;

/** Finds free places in the sector. The result is in {@link #x} and {@link #y}, m. */
final class Places {
    private static final int TRIES = 24;

    private final Arena arena;
    private final Sector sector;
    private final Ship ship;
    private final Rng rng;
    float x, y;

    Places(Arena arena, Sector sector, Ship ship, Rng rng) {
        this.arena = arena;
        this.sector = sector;
        this.ship = ship;
        this.rng = rng;
    }

    /** Finds room for {@code radius} outside the clearing around the ship; if there is none, a place that overlaps. */
    void awayFromShip(float radius) {
        for (int i = 0; i < TRIES; i++) {
            draw(radius);
            if (!nearShip(x, y, radius) && arena.isFree(x, y, radius)) return;
        }
        while (nearShip(x, y, radius)) draw(radius);
    }

    /** Finds room for {@code radius} that is off the screen; false if there is none. */
    boolean outOfSight(float radius) {
        for (int i = 0; i < TRIES; i++) {
            draw(radius);
            boolean seen = StrictMath.abs(x - ship.x) < Rules.SIGHT_X + radius
                && StrictMath.abs(y - ship.y) < Rules.SIGHT_Y + radius;
            if (!seen && arena.isFree(x, y, radius)) return true;
        }
        return false;
    }

    private void draw(float radius) {
        float margin = radius + 0.1f;
        x = rng.between(sector.left + margin, sector.right - margin);
        y = rng.between(sector.bottom + margin, sector.top - margin);
    }

    /** True if a circle reaches into the clearing around the ship. */
    boolean nearShip(float atX, float atY, float radius) {
        float dx = atX - ship.x, dy = atY - ship.y, near = Rules.CLEARING + radius;
        return dx * dx + dy * dy <= near * near;
    }
}
