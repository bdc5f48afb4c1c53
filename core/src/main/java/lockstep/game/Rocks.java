package lockstep.game;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;

/** The field of rocks: how many there are, how they break, and that they neither stop nor race. */
final class Rocks {
    /** Each rock's drift is checked once in this many ticks. */
    private static final int ROUND = 64;
    /** The weight of a rock in the density, by tier. */
    private static final int[] WEIGHT = {1, 2, 4};
    private static final int START_WEIGHT = 110, MOST_WEIGHT = 440;
    private static final float MORE_PER_SECTOR = 0.5f;
    /** Rocks of a wanted number cover at most this part of the sector. */
    private static final float COVER = 0.22f;

    /** Slots reserved for everything that is not a rock. */
    private static final int RESERVED = 64;

    private final Entities things;
    private final Places places;
    private final Sector sector;
    private final Rng rng;
    private final int hz;
    /** Wanted number of rocks; 0 = by weight. */
    private final int wanted;
    private final float scale;
    /** Left bound of the sector the rocks are in, m. */
    private float at;

    Rocks(Entities things, Places places, Sector sector, Rng rng, int hz, int wanted) {
        this.things = things;
        this.places = places;
        this.sector = sector;
        this.rng = rng;
        this.hz = hz;
        this.wanted = wanted;
        scale = wanted == 0 ? 1 : scaleFor(wanted);
    }

    private static float scaleFor(int rocks) {
        float[] r = Rules.ROCK_RADIUS;
        double area = rocks * StrictMath.PI * (0.94 * r[0] * r[0] + 0.05 * r[1] * r[1] + 0.01 * r[2] * r[2]);
        double room = COVER * Rules.SECTOR_WIDTH * Rules.SECTOR_HEIGHT;
        return (float) StrictMath.min(1, StrictMath.sqrt(room / area));
    }

    /**
     * Fills a new sector, leaving a clearing around the ship; large rocks first, while there is room. A wanted number of rocks is
     * made once and then moved from sector to sector, because making thousands would delay a tick.
     */
    void populate() {
        float by = sector.left - at;
        at = sector.left;
        if (wanted == 0) things.removeAll(Kind.ROCK);
        if (things.count(Kind.ROCK) > 0) {
            moveAlong(by);
        } else if (wanted > 0) {
            int large = wanted / 100, medium = wanted / 20;
            for (int i = 0; i < wanted; i++) grow(i < large ? 2 : i < large + medium ? 1 : 0);
        } else {
            for (int weight = 0; weight < wantedWeight();) {
                int tier = mixedTier();
                grow(tier);
                weight += WEIGHT[tier];
            }
        }
    }

    private void moveAlong(float by) {
        for (int slot = 0; slot < things.used(); slot++) {
            if (!things.is(slot, Kind.ROCK)) continue;
            Body body = things.body[slot];
            float x = body.getPosition().x + by, y = body.getPosition().y, angle = body.getAngle();
            if (places.nearShip(x, y, things.radius[slot])) {
                places.awayFromShip(things.radius[slot]);
                body.setTransform(places.x, places.y, angle);
            } else if (by != 0) {
                body.setTransform(x, y, angle);
            }
        }
    }

    private void grow(int tier) {
        places.awayFromShip(radius(tier));
        drift(tier);
    }

    private int mixedTier() {
        int draw = rng.below(20);
        return draw < 9 ? 2 : draw < 16 ? 1 : 0;
    }

    private int wantedWeight() {
        return StrictMath.min(MOST_WEIGHT, (int) (START_WEIGHT * (1 + MORE_PER_SECTOR * sector.number)));
    }

    private float radius(int tier) {
        return Rules.ROCK_RADIUS[tier] * scale;
    }

    private float fastest() {
        return (Rules.ROCK_FASTEST + Rules.ROCK_FASTER_PER_SECTOR * sector.number) * StrictMath.max(0.3f, scale);
    }

    private void drift(int tier) {
        float way = rng.angle(), speed = rng.between(Rules.ROCK_SLOWEST, fastest());
        add(tier, places.x, places.y, speed * Angle.cos(way), speed * Angle.sin(way));
    }

    private void add(int tier, float x, float y, float vx, float vy) {
        if (things.free() <= RESERVED) return;
        things.add(Kind.ROCK, rng.below(Rules.ROCK_VARIANTS), tier, x, y, vx, vy, rng.angle(),
            rng.between(-Rules.ROCK_SPIN, Rules.ROCK_SPIN), radius(tier));
    }

    /** Replaces a rock with two or three of the next smaller tier that fly apart; a rock of the smallest tier just goes. */
    void shatter(int slot) {
        Body body = things.body[slot];
        Vector2 p = body.getPosition(), v = body.getLinearVelocity();
        float x = p.x, y = p.y, vx = v.x, vy = v.y;
        int tier = Kind.tier(things.packed[slot]) - 1;
        things.remove(slot);
        if (tier < 0) return;
        int pieces = 2 + rng.below(2);
        float way = rng.angle(), out = radius(tier) * (pieces == 2 ? 1.02f : 1.18f);
        for (int i = 0; i < pieces; i++) {
            float cos = Angle.cos(way), sin = Angle.sin(way), speed = rng.between(1, 2.4f);
            add(tier, x + cos * out, y + sin * out, vx + cos * speed, vy + sin * speed);
            way += Rules.TURN / pieces;
        }
    }

    /** Once a tick: keeps speeds in bounds, and the field from thinning. */
    void upkeep(int tick) {
        for (int slot = tick % ROUND; slot < things.used(); slot += ROUND) {
            if (!things.is(slot, Kind.ROCK)) continue;
            if (things.isIn(sector, slot)) things.hold(slot, Rules.ROCK_SLOWEST, fastest(), rng);
            else things.remove(slot);
        }
        if (wanted > 0) {
            for (int i = things.count(Kind.ROCK); i < wanted && places.outOfSight(radius(0)); i++) drift(0);
        } else if (tick % hz == 0 && weight() + WEIGHT[2] <= wantedWeight() && places.outOfSight(radius(2))) {
            drift(2);
        }
    }

    private int weight() {
        int weight = 0;
        for (int slot = 0; slot < things.used(); slot++) {
            if (things.is(slot, Kind.ROCK)) weight += WEIGHT[Kind.tier(things.packed[slot])];
        }
        return weight;
    }
}
