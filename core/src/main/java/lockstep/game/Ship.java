package lockstep.game;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;

/** The ship: flying, shooting, and the grace after a hit. */
final class Ship {
    private final Entities things;
    private final Events events;
    private final int hz;
    private final float tickSeconds;
    /** -1 when there is no ship. */
    int slot = -1;
    /** Where the ship is, or was when it was lost, m. */
    float x, y;
    int graceTicks;
    boolean thrusting;
    private float gunSeconds;
    private int waiting;

    Ship(Entities things, Events events, int hz) {
        this.things = things;
        this.events = events;
        this.hz = hz;
        tickSeconds = 1f / hz;
    }

    boolean alive() {
        return slot >= 0;
    }

    /** Places a ship at rest at (atX, atY), heading for the gate's side. */
    void appear(float atX, float atY) {
        x = atX;
        y = atY;
        slot = things.add(Kind.SHIP, 0, 0, atX, atY, 0, 0, 0, 0, Rules.SHIP_RADIUS);
        gunSeconds = 0;
        waiting = 0;
        thrusting = false;
        grace(Rules.GRACE);
    }

    void vanish() {
        things.remove(slot);
        slot = -1;
        graceTicks = 0;
        thrusting = false;
    }

    /** Makes the ship invulnerable for at least {@code seconds}. */
    void grace(float seconds) {
        graceTicks = StrictMath.max(graceTicks, StrictMath.round(seconds * hz));
    }

    void fly(Controls c) {
        Body body = things.body[slot];
        float angle = body.getAngle();
        body.setAngularVelocity(c.aiming ? towards(c.aimX, c.aimY, angle) : between(-1, c.turn, 1) * Rules.SHIP_TURN);
        Vector2 v = body.getLinearVelocity();
        float vx = v.x, vy = v.y, thrust = between(0, c.thrust, 1);
        thrusting = thrust > 0;
        vx += Angle.cos(angle) * Rules.SHIP_THRUST * thrust * tickSeconds;
        vy += Angle.sin(angle) * Rules.SHIP_THRUST * thrust * tickSeconds;
        float speed = (float) StrictMath.sqrt(vx * vx + vy * vy);
        float keep = speed > Rules.SHIP_TOP ? Rules.SHIP_TOP / speed : speed < 1e-3f ? 0 : 1;
        body.setLinearVelocity(vx * keep, vy * keep);
        if (graceTicks > 0) graceTicks--;
    }

    /** The turn in rad/s that points the nose at (aimX, aimY) within the tick, as far as the ship can turn. */
    private float towards(float aimX, float aimY, float angle) {
        double wanted = StrictMath.atan2(aimY - y, aimX - x);
        float off = (float) StrictMath.IEEEremainder(wanted - angle, 2 * StrictMath.PI);
        return between(-Rules.SHIP_TURN, off * hz, Rules.SHIP_TURN);
    }

    private static float between(float low, float value, float high) {
        return value > low ? StrictMath.min(value, high) : low;
    }

    /** Shoots if asked to and ready; true if a shot left. */
    boolean shoot(boolean held, int taps) {
        waiting = StrictMath.min(Rules.SHOTS_WAITING, waiting + taps);
        gunSeconds = StrictMath.max(0, gunSeconds - tickSeconds);
        if (!held && waiting == 0 || gunSeconds > tickSeconds / 2) return false;
        gunSeconds += Rules.SHOT_INTERVAL;
        waiting = StrictMath.max(0, waiting - 1);
        Body body = things.body[slot];
        Vector2 p = body.getPosition(), v = body.getLinearVelocity();
        float angle = body.getAngle(), cos = Angle.cos(angle), sin = Angle.sin(angle);
        // Starts inside the ship's own circle: never beyond a wall or a rock that the ship touches.
        float atX = p.x + cos * Rules.SHIP_RADIUS * 0.6f, atY = p.y + sin * Rules.SHIP_RADIUS * 0.6f;
        int shot = things.add(Kind.SHOT, 0, 0, atX, atY, v.x + cos * Rules.SHOT_SPEED, v.y + sin * Rules.SHOT_SPEED,
            angle, 0, Rules.SHOT_RADIUS);
        if (shot < 0) return false;
        things.ticksLeft[shot] = StrictMath.max(1, StrictMath.round(Rules.SHOT_LIFE * hz));
        events.add(Effect.SHOT, atX, atY, Rules.SHOT_RADIUS);
        return true;
    }

    /** Reads the position after a step. */
    void look() {
        Vector2 p = things.body[slot].getPosition();
        x = p.x;
        y = p.y;
    }

    void hash(Hash hash) {
        hash.add(slot, graceTicks).add(x, y).add(Float.floatToRawIntBits(gunSeconds), waiting).add(thrusting);
    }

    void copyTo(Scene scene) {
        scene.ship = slot;
        scene.graceSeconds = graceTicks * tickSeconds;
        scene.thrusting = thrusting;
        scene.shipVx = 0;
        scene.shipVy = 0;
        if (slot < 0) return;
        Vector2 v = things.body[slot].getLinearVelocity();
        scene.shipVx = v.x;
        scene.shipVy = v.y;
    }
}
