package lockstep.game;

/**
 * Plays by what anybody can see. It follows the rocks from scene to scene, predicts a few ways to fly, and takes the one that
 * leads nearest to a token or the open gate without a collision. It shoots while it coasts. Its accuracy depends on its seed.
 * Allocates nothing after the first scene of the same capacity.
 */
public final class Autopilot {
    /** Thrust only while the nose is this near to the wanted heading, rad. */
    static final float ALIGNED = 0.5f;
    private static final int HEADINGS = 18;
    private static final float DECISIONS_PER_SECOND = 7;
    /** Seconds of thrust that it predicts. */
    private static final float SHORT = 0.5f, LONG = 1.6f;
    /** A token not caught by then is left alone for a while. */
    private static final float GIVE_UP_SECONDS = 10;
    private static final float PATIENCE_SECONDS = 2;

    private final Rng rng;
    private final Watcher watcher = new Watcher();
    private final Lookout lookout = new Lookout();
    private int decidedTick = Integer.MAX_VALUE;
    private int overSince = -1;
    private int goalId, goalSince, shunnedId;
    private float goalX, goalY;
    private float heading;
    private boolean thrust, fire;

    /** An autopilot whose decisions depend on {@code seed} and the scenes it sees. */
    public Autopilot(long seed) {
        rng = new Rng(seed);
    }

    /**
     * Sets the levels of {@code out}, and raises {@code out.starts} two seconds after a run is over; leaves the other counters
     * alone. Repeated and skipped ticks do no harm.
     */
    public void steer(Scene seen, Controls out) {
        watcher.see(seen);
        waitForStart(seen, out);
        boolean playing = seen.mode == Mode.PLAYING.ordinal() && seen.ship >= 0;
        if (playing && due(seen)) decide(seen);
        out.turn = 0;
        out.aiming = playing;
        out.thrust = playing && thrust && aligned(seen) ? 1 : 0;
        out.fire = playing && fire;
        if (!playing) return;
        out.aimX = seen.x[seen.ship] + Angle.cos(heading) * 20;
        out.aimY = seen.y[seen.ship] + Angle.sin(heading) * 20;
    }

    private void waitForStart(Scene seen, Controls out) {
        if (seen.mode != Mode.OVER.ordinal()) {
            overSince = -1;
        } else if (overSince < 0 || seen.tick < overSince) {
            overSince = seen.tick;
        } else if (seen.tick - overSince >= PATIENCE_SECONDS * seen.hz) {
            out.starts++;
            overSince = seen.tick;
        }
    }

    private boolean due(Scene seen) {
        if (seen.tick >= decidedTick && (seen.tick - decidedTick) * DECISIONS_PER_SECOND < seen.hz) return false;
        decidedTick = seen.tick;
        return true;
    }

    private boolean aligned(Scene seen) {
        double off = StrictMath.IEEEremainder(heading - seen.angle[seen.ship], 2 * StrictMath.PI);
        return StrictMath.abs(off) < ALIGNED;
    }

    private void decide(Scene s) {
        lookout.look(s, watcher);
        chooseGoal(s);
        float x = s.x[s.ship], y = s.y[s.ship];
        float ahead = (float) StrictMath.atan2(goalY - y, goalX - x);
        int target = lookout.target(s);
        float speed = (float) StrictMath.hypot(s.shipVx, s.shipVy);
        float least = lookout.cost(s, ahead, 0, goalX, goalY) - (target < 0 ? 0 : StrictMath.min(1.5f, speed / 6));
        heading = target < 0 ? ahead : lookout.lead(s, target);
        thrust = false;
        for (int i = 0; i < 2 * HEADINGS; i++) {
            float way = ahead + i / 2 * Rules.TURN / HEADINGS;
            float cost = lookout.cost(s, way, i % 2 == 0 ? SHORT : LONG, goalX, goalY);
            if (cost < least) {
                least = cost;
                heading = way;
                thrust = true;
            }
        }
        heading += rng.between(-0.12f, 0.12f);
        fire = lookout.inLine(s);
    }

    private void chooseGoal(Scene s) {
        if (goalId > 0 && (s.tick - goalSince) > GIVE_UP_SECONDS * s.hz) shunnedId = goalId;
        int before = goalId;
        float x = s.x[s.ship], y = s.y[s.ship], least = Float.MAX_VALUE;
        int chosen = -1;
        for (int i = 0; i < s.slots; i++) {
            if (Kind.of(s.kind[i]) != Kind.TOKEN || s.id[i] == shunnedId) continue;
            float distance = (float) StrictMath.hypot(s.x[i] - x, s.y[i] - y) * (s.id[i] == goalId ? 0.7f : 1);
            if (distance < least) {
                least = distance;
                chosen = i;
            }
        }
        if (s.gateOpen && least > 7 || chosen < 0) {
            float aside = StrictMath.abs(y - s.gateY);
            boolean lined = aside < s.gateHalf - 1 || s.gateX - x > 2 * aside;
            goalId = 0;
            goalX = lined ? s.gateX + 4 : s.gateX - 6;
            goalY = s.gateY;
        } else {
            goalId = s.id[chosen];
            goalX = s.x[chosen] + watcher.vx[chosen] / 2;
            goalY = s.y[chosen] + watcher.vy[chosen] / 2;
        }
        if (goalId != before || s.tick < goalSince) goalSince = s.tick;
    }
}
