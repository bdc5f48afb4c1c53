package lockstep.game;

/** Looks for room in the sector. The result is in {@link #x} and {@link #y}. */
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

    /** Room for a radius outside the clearing around the ship; where everything is taken, a place that overlaps. */
    void awayFromShip(float radius) {
        for (int i = 0; i < TRIES; i++) {
            draw(radius);
            if (!nearShip(x, y, radius) && arena.isFree(x, y, radius)) return;
        }
        while (nearShip(x, y, radius)) draw(radius);
    }

    /** Whether room was found that nobody who watches the ship can see. */
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

    /** Whether a circle reaches into the clearing around the ship. */
    boolean nearShip(float atX, float atY, float radius) {
        float dx = atX - ship.x, dy = atY - ship.y, near = Rules.CLEARING + radius;
        return dx * dx + dy * dy <= near * near;
    }
}
