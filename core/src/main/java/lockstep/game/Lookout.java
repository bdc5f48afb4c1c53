package lockstep.game;

/** The rocks near the ship, and predictions of how a ship that flew a certain way would fare. */
final class Lookout {
    private static final int MOST = 96;
    private static final float REACH = 24;
    private static final float STEP = 0.1f;
    private static final int STEPS = 16;
    /** The distance to keep from rocks, m. */
    private static final float BERTH = 1.1f;
    /** The weight of a meter towards the goal against danger. */
    private static final float EAGERNESS = 1.5f;
    private static final float WALL = Rules.SHIP_RADIUS + 0.05f;

    private final float[] x = new float[MOST], y = new float[MOST], vx = new float[MOST], vy = new float[MOST];
    private final float[] radius = new float[MOST];
    private int count;

    /** Takes in the rocks around the ship; only the nearest if there are too many. */
    void look(Scene s, Watcher watcher) {
        float reach = REACH;
        do {
            gather(s, watcher, reach);
            reach *= 0.7f;
        } while (count == MOST);
    }

    private void gather(Scene s, Watcher watcher, float reach) {
        float shipX = s.x[s.ship], shipY = s.y[s.ship];
        count = 0;
        for (int i = 0; i < s.slots && count < MOST; i++) {
            if (Kind.of(s.kind[i]) != Kind.ROCK) continue;
            float dx = s.x[i] - shipX, dy = s.y[i] - shipY, near = reach + s.size[i];
            if (dx * dx + dy * dy > near * near) continue;
            x[count] = s.x[i];
            y[count] = s.y[i];
            vx[count] = watcher.vx[i];
            vy[count] = watcher.vy[i];
            radius[count++] = s.size[i];
        }
    }

    /**
     * Cost of turning to {@code heading} (rad), thrusting for {@code thrust} s and coasting up to 1.6 s: how close to the goal
     * and how soon, and how closely rocks are passed or hit on the way.
     */
    float cost(Scene s, float heading, float thrust, float goalX, float goalY) {
        float px = s.x[s.ship], py = s.y[s.ship], ux = s.shipVx, uy = s.shipVy, angle = s.angle[s.ship];
        float cost = 0, nearest = Float.MAX_VALUE, turn = Rules.SHIP_TURN * STEP, drag = 1 / (1 + Rules.SHIP_DRAG * STEP);
        for (int k = 1; k <= STEPS; k++) {
            float time = k * STEP;
            float off = (float) StrictMath.IEEEremainder(heading - angle, 2 * StrictMath.PI);
            angle += StrictMath.max(-turn, StrictMath.min(turn, off));
            if (time <= thrust && StrictMath.abs(off) < Autopilot.ALIGNED) {
                ux += Angle.cos(angle) * Rules.SHIP_THRUST * STEP;
                uy += Angle.sin(angle) * Rules.SHIP_THRUST * STEP;
            }
            ux *= drag;
            uy *= drag;
            float over = (float) StrictMath.sqrt(ux * ux + uy * uy) / Rules.SHIP_TOP;
            if (over > 1) {
                ux /= over;
                uy /= over;
            }
            px += ux * STEP;
            py += uy * STEP;
            if (py < s.bottom + WALL || py > s.top - WALL) {
                uy = -uy / 2;
                cost += 2;
            }
            boolean inGate = s.gateOpen && StrictMath.abs(py - s.gateY) < s.gateHalf - 1;
            if (px < s.left + WALL || px > s.right - WALL && !inGate) {
                ux = -ux / 2;
                cost += 2;
            }
            cost += danger(px, py, time) * (time < s.graceSeconds - 0.2f ? 0.1f : 1) * (1.3f - time / 2);
            float dx = goalX - px, dy = goalY - py;
            nearest = StrictMath.min(nearest, (float) StrictMath.sqrt(dx * dx + dy * dy) + 6 * time);
        }
        return cost + nearest * EAGERNESS;
    }

    private float danger(float px, float py, float time) {
        float worst = 0;
        for (int i = 0; i < count; i++) {
            float dx = x[i] + vx[i] * time - px, dy = y[i] + vy[i] * time - py;
            float near = radius[i] + Rules.SHIP_RADIUS + BERTH, square = dx * dx + dy * dy;
            if (square > near * near) continue;
            float gap = (float) StrictMath.sqrt(square) - near + BERTH;
            worst = StrictMath.max(worst, gap < 0.15f ? 40 : (BERTH - gap) * 2);
        }
        return worst;
    }

    /** Whether a shot fired now would strike a rock. */
    boolean inLine(Scene s) {
        float angle = s.angle[s.ship];
        float wx = s.shipVx + Angle.cos(angle) * Rules.SHOT_SPEED;
        float wy = s.shipVy + Angle.sin(angle) * Rules.SHOT_SPEED;
        for (int i = 0; i < count; i++) {
            float rx = x[i] - s.x[s.ship], ry = y[i] - s.y[s.ship], qx = wx - vx[i], qy = wy - vy[i];
            float time = (rx * qx + ry * qy) / (qx * qx + qy * qy);
            if (time < 0 || time > Rules.SHOT_LIFE) continue;
            float mx = rx - qx * time, my = ry - qy * time;
            if (mx * mx + my * my < radius[i] * radius[i]) return true;
        }
        return false;
    }

    /** The rock most worth a shot, or -1: near, or coming nearer. */
    int target(Scene s) {
        int best = -1;
        float least = 12;
        for (int i = 0; i < count; i++) {
            float dx = x[i] - s.x[s.ship], dy = y[i] - s.y[s.ship];
            float distance = (float) StrictMath.sqrt(dx * dx + dy * dy);
            float closing = -(dx * (vx[i] - s.shipVx) + dy * (vy[i] - s.shipVy)) / distance;
            float worth = distance - radius[i] - closing;
            if (worth < least) {
                least = worth;
                best = i;
            }
        }
        return best;
    }

    /** Heading, rad, at which a shot meets the rock. */
    float lead(Scene s, int rock) {
        float rx = x[rock] - s.x[s.ship], ry = y[rock] - s.y[s.ship];
        float time = (float) StrictMath.sqrt(rx * rx + ry * ry) / Rules.SHOT_SPEED;
        return (float) StrictMath.atan2(ry + (vy[rock] - s.shipVy) * time, rx + (vx[rock] - s.shipVx) * time);
    }
}
