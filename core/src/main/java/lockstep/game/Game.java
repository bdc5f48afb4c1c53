package lockstep.game;

import com.badlogic.gdx.utils.Disposable;

/**
 * The game's rules: one world, stepped one tick at a time, deterministic for the same seed, number of bodies, rate and controls.
 * The first thread that steps it owns it; {@link #step}, {@link #hash}, {@link #copyTo} and {@link #dispose} throw an
 * {@link IllegalStateException} on any other. In the steady state a step allocates nothing.
 */
public final class Game implements Disposable {
    private static final int OWN_CAPACITY = 1024, HEADROOM = 256, MOST_BODIES = 20_000;

    private final int hz;
    private final float tickSeconds;
    private final Owner owner = new Owner();
    private final Rng rng;
    private final Hits hits = new Hits();
    private final Events events = new Events();
    private final Hash hash = new Hash();
    private final Arena arena;
    final Entities things;
    final Sector sector;
    final Ship ship;
    private final Rocks rocks;
    private final Tokens tokens;
    final Run run;
    private Mode mode;
    private int tick;
    private int seenShots, seenPauses, seenStarts;

    /**
     * A new run at tick 0.
     *
     * @param bodies wanted number of rocks, up to 20,000, or 0 for the game's own density
     * @param hz     ticks a second, 30 to 1,000
     */
    public Game(long seed, int bodies, int hz) {
        if (bodies < 0 || bodies > MOST_BODIES) {
            throw new IllegalArgumentException("bodies is " + bodies + ", not 0 to " + MOST_BODIES);
        }
        if (hz < 30 || hz > 1000) throw new IllegalArgumentException("hz is " + hz + ", not 30 to 1000");
        this.hz = hz;
        tickSeconds = 1f / hz;
        rng = new Rng(seed);
        arena = new Arena(hits);
        things = new Entities(bodies == 0 ? OWN_CAPACITY : bodies + HEADROOM, arena);
        hits.watch(things);
        sector = new Sector(arena, things);
        ship = new Ship(things, events, hz);
        Places places = new Places(arena, sector, ship, rng);
        rocks = new Rocks(things, places, sector, rng, hz, bodies);
        tokens = new Tokens(things, places, sector, rng, hz);
        run = new Run(hz);
        begin();
        arena.fillPool();
    }

    /** Steps exactly one tick of 1/hz s. While paused only the tick and the press counters advance. */
    public void step(Controls c) {
        owner.claim();
        events.clear();
        tick++;
        int taps = StrictMath.max(0, c.shots - seenShots);
        boolean start = c.starts - seenStarts > 0, pause = (c.pauses - seenPauses & 1) != 0;
        adopt(c);
        if (start) begin();
        else if (pause && mode != Mode.OVER) mode = mode == Mode.PAUSED ? Mode.PLAYING : Mode.PAUSED;
        if (mode == Mode.PAUSED) return;

        if (ship.alive()) {
            run.tick();
            ship.fly(c);
            if (ship.shoot(c.fire, taps)) run.shotsFired++;
        }
        hits.clear();
        arena.step(tickSeconds);
        if (ship.alive()) ship.look();
        resolve();
        endShots();
        if (ship.alive() && ship.x > sector.right + Rules.PASSED) pass();
        rocks.upkeep(tick);
        tokens.upkeep(tick);
    }

    /** Takes over the press counters, so that presses before this game are not acted on. */
    public void adopt(Controls c) {
        seenShots = c.shots;
        seenPauses = c.pauses;
        seenStarts = c.starts;
    }

    private void begin() {
        things.removeAll(Kind.SHIP);
        ship.slot = -1;
        ship.graceTicks = 0;
        mode = Mode.PLAYING;
        run.begin();
        moveTo(0);
        ship.appear(sector.left + 14, (sector.bottom + sector.top) / 2);
        populate();
        events.add(Effect.START, ship.x, ship.y, Rules.SHIP_RADIUS);
    }

    private void pass() {
        run.tokens = 0;
        moveTo(sector.number + 1);
        populate();
        ship.grace(Rules.GRACE_AT_ENTRY);
        events.add(Effect.SECTOR, ship.x, ship.y, Rules.GATE_HALF);
    }

    private void moveTo(int sectorNumber) {
        things.removeAll(Kind.SHOT);
        things.removeAll(Kind.TOKEN);
        things.removeAll(Kind.GATE);
        sector.build(sectorNumber, rng);
    }

    private void populate() {
        rocks.populate();
        tokens.populate();
    }

    private void resolve() {
        for (int i = 0; i < hits.count(); i++) {
            if (!hits.stands(i)) continue;
            int first = hits.first(i), second = hits.second(i);
            Kind struck = second < 0 ? Kind.GATE : things.kind(second);
            if (things.is(first, Kind.SHOT)) {
                if (struck == Kind.ROCK) shoot(first, second);
                else end(first, Effect.WALL);
            } else if (struck == Kind.ROCK) {
                collide(second);
            } else if (struck == Kind.TOKEN) {
                collect(second);
            }
        }
    }

    private void shoot(int shot, int rock) {
        int tier = Kind.tier(things.packed[rock]);
        float x = things.body[rock].getPosition().x, y = things.body[rock].getPosition().y;
        float size = things.radius[rock];
        end(shot, Effect.HIT);
        run.rockHit(tier, sector.number);
        rocks.shatter(rock);
        if (tier == 0) tokens.maybeFrom(x, y);
        else events.add(Effect.SPLIT, x, y, size);
    }

    private void end(int shot, Effect effect) {
        events.add(effect, things.body[shot].getPosition().x, things.body[shot].getPosition().y, things.radius[shot]);
        things.remove(shot);
    }

    private void collide(int rock) {
        if (ship.graceTicks > 0) return;
        if (run.shields > 0) {
            run.shields--;
            ship.grace(Rules.GRACE);
            events.add(Effect.SHIELD, ship.x, ship.y, Rules.SHIP_RADIUS);
        } else {
            run.endedByTier = Kind.tier(things.packed[rock]);
            mode = Mode.OVER;
            ship.vanish();
            things.removeAll(Kind.SHOT); // the score shown, kept and ranked is the one at this moment
            events.add(Effect.DEATH, ship.x, ship.y, Rules.SHIP_RADIUS);
        }
    }

    private void collect(int token) {
        float x = things.body[token].getPosition().x, y = things.body[token].getPosition().y;
        things.remove(token);
        run.tokenCaught(sector.number);
        events.add(Effect.CATCH, x, y, Rules.TOKEN_RADIUS);
        if (run.tokens == Rules.TOKENS_FOR_GATE) {
            sector.open();
            events.add(Effect.GATE, sector.right, sector.gateY, Rules.GATE_HALF);
        }
    }

    private void endShots() {
        if (things.count(Kind.SHOT) == 0) return;
        for (int slot = things.used() - 1; slot >= 0; slot--) {
            if (!things.is(slot, Kind.SHOT)) continue;
            if (--things.ticksLeft[slot] <= 0 || !things.isIn(sector, slot)) things.remove(slot);
        }
    }

    /** Ticks stepped so far. */
    public int tick() {
        return tick;
    }

    /** The number of slots. */
    public int capacity() {
        return things.capacity;
    }

    /** The best score of earlier runs, for {@link Scene#best}; not part of the hash. */
    public void setBest(int points) {
        owner.check();
        run.setBest(points);
    }

    /**
     * A hash of everything that decides the future: transforms and velocities in slot order, every rule's fields, the random
     * generator.
     */
    public long hash() {
        owner.check();
        hash.reset().add(tick, hz).add(mode.ordinal(), seenShots).add(seenPauses, seenStarts).add(rng.state());
        things.hash(hash);
        sector.hash(hash);
        ship.hash(hash);
        run.hash(hash);
        return hash.value();
    }

    /** Fills a scene of this game's {@link #capacity()} with the current state that others may see. */
    public void copyTo(Scene scene) {
        owner.check();
        scene.tick = tick;
        scene.hz = hz;
        scene.mode = mode.ordinal();
        things.copyTo(scene);
        sector.copyTo(scene);
        ship.copyTo(scene);
        run.copyTo(scene);
    }

    /** Number of effects of the last step. */
    public int effects() {
        return events.count();
    }

    /** Effect {@code i} of the last step, in the order of happening. */
    public Effect effect(int i) {
        return events.what(i);
    }

    /** m. */
    public float effectX(int i) {
        return events.x(i);
    }

    /** m. */
    public float effectY(int i) {
        return events.y(i);
    }

    /** Radius of what effect {@code i} happened to, m; of the gate, half its height. */
    public float effectSize(int i) {
        return events.size(i);
    }

    /** Forgets the owner; the next thread to step becomes it. Only while no thread is in a call. */
    public void handOver() {
        owner.handOver();
    }

    @Override
    public void dispose() {
        owner.check();
        owner.dispose();
        arena.dispose();
    }
}
