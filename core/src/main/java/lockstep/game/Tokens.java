package lockstep.game;

/** The tokens that drift in the sector. */
final class Tokens {
    private final Entities things;
    private final Places places;
    private final Sector sector;
    private final Rng rng;
    private final int hz;

    Tokens(Entities things, Places places, Sector sector, Rng rng, int hz) {
        this.things = things;
        this.places = places;
        this.sector = sector;
        this.rng = rng;
        this.hz = hz;
    }

    void populate() {
        for (int i = 0; i < Rules.TOKENS_AFLOAT; i++) {
            places.awayFromShip(Rules.TOKEN_RADIUS);
            setAfloat(places.x, places.y);
        }
    }

    /** Sometimes leaves a token where a small rock broke. */
    void maybeFrom(float x, float y) {
        if (rng.below(Rules.TOKEN_CHANCE) == 0 && things.count(Kind.TOKEN) < Rules.TOKENS_MOST) setAfloat(x, y);
    }

    private void setAfloat(float x, float y) {
        float way = rng.angle(), speed = rng.between(Rules.TOKEN_SLOWEST, Rules.TOKEN_FASTEST);
        things.add(Kind.TOKEN, 0, 0, x, y, speed * Angle.cos(way), speed * Angle.sin(way),
            rng.angle(), rng.between(-1, 1), Rules.TOKEN_RADIUS);
    }

    /** Once a tick: keeps the tokens drifting, and replaces caught ones off the screen. */
    void upkeep(int tick) {
        for (int slot = tick % 8; slot < things.used(); slot += 8) {
            if (!things.is(slot, Kind.TOKEN)) continue;
            if (things.isIn(sector, slot)) things.hold(slot, Rules.TOKEN_SLOWEST, Rules.TOKEN_FASTEST, rng);
            else things.remove(slot);
        }
        if (tick % (2 * hz) == 0 && things.count(Kind.TOKEN) < Rules.TOKENS_AFLOAT
            && places.outOfSight(Rules.TOKEN_RADIUS)) {
            setAfloat(places.x, places.y);
        }
    }
}
