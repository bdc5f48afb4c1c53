package lockstep.game;

/** The numbers of the game: meters, seconds, radians. */
final class Rules {
    static final float TURN = (float) (2 * StrictMath.PI);

    static final float SECTOR_WIDTH = 120, SECTOR_HEIGHT = 72;
    static final float GATE_HALF = 4;
    static final int TOKENS_FOR_GATE = 5;
    /** How far the ship's centre must be beyond the right wall to be in the next sector. */
    static final float PASSED = 0.9f;
    /** Beyond these distances from the ship nothing is on screen, whatever the camera's lead. */
    static final float SIGHT_X = 28, SIGHT_Y = 18;

    static final float SHIP_RADIUS = 0.7f;
    static final float SHIP_TURN = TURN * 240 / 360;
    static final float SHIP_THRUST = 14, SHIP_TOP = 16, SHIP_DRAG = 0.35f;
    static final int SHIELDS = 3;
    static final float GRACE = 2, GRACE_AT_ENTRY = 1.5f;
    /** Rocks keep this far from where a ship appears. */
    static final float CLEARING = 10;

    static final float SHOT_RADIUS = 0.12f, SHOT_SPEED = 28, SHOT_LIFE = 1.1f;
    static final float SHOT_INTERVAL = 1 / 6f;
    /** How many taps may wait for the gun. */
    static final int SHOTS_WAITING = 2;

    static final float[] ROCK_RADIUS = {0.7f, 1.3f, 2.4f};
    static final int[] ROCK_POINTS = {100, 50, 20};
    static final int ROCK_VARIANTS = 8;
    static final float ROCK_SLOWEST = 0.4f, ROCK_FASTEST = 2.6f, ROCK_FASTER_PER_SECTOR = 0.5f;
    static final float ROCK_SPIN = 1.2f;

    static final float TOKEN_RADIUS = 0.6f, TOKEN_SLOWEST = 0.2f, TOKEN_FASTEST = 0.9f;
    static final int TOKEN_POINTS = 25;
    /** Tokens that a sector starts with and is kept at, and the most there may be. */
    static final int TOKENS_AFLOAT = 5, TOKENS_MOST = 9;
    /** One small rock in this many leaves a token. */
    static final int TOKEN_CHANCE = 6;
    static final int MULTIPLIER_MOST = 8;
    static final float MULTIPLIER_SECONDS = 4;

    private Rules() {}

    /** What {@code points} are worth in a sector: half as much again for each sector passed, rounded down. */
    static int pay(long points, int sector) {
        double worth = points;
        for (int i = 0; i < sector && worth < Integer.MAX_VALUE; i++) worth *= 1.5;
        return (int) StrictMath.min(Integer.MAX_VALUE, worth);
    }
}
