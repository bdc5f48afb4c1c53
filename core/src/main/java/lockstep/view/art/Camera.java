package lockstep.view.art;

import lockstep.game.Scene;

/**
 * Which part of the world is on screen. The centre follows the ship, leads it by its flight in {@value #LEAD_SECONDS} s but at
 * most {@value #LEAD_MOST} m, and is softly limited to the sector. Rendering lane.
 */
public final class Camera {
    static final float LEAD_SECONDS = 0.35f;
    static final float LEAD_MOST = 6;
    private static final float LEAD_RATE = 4.5f;
    private static final float BOUND_RATE = 2;
    /** How much is shown beyond a wall, m. */
    private static final float BEYOND = 3;
    private static final float SOFT = 1.5f;
    /** The camera cuts to a ship that appears farther away than this, m. */
    private static final float CUT = 70;

    private final Spring aheadX = new Spring(), aheadY = new Spring();
    private final Spring left = new Spring(), right = new Spring();
    private final Spring shift = new Spring();
    private float anchorX, anchorY;
    private float x, y;
    private float centerX, centerY, pxPerMeter = 32;
    private float leftPx, topPx;
    private int width = 1280, height = 720, dock;
    private int sector = -1, ship = -1;

    /** World x, m, in the middle of the free part of the screen. */
    public float x() {
        return x;
    }

    /** World y, m, in the middle of the free part of the screen. */
    public float y() {
        return y;
    }

    /** Framebuffer px per metre. */
    public float pxPerMeter() {
        return pxPerMeter;
    }

    /** Where the middle is drawn, px from the bottom left. */
    float centerX() {
        return centerX;
    }

    float centerY() {
        return centerY;
    }

    /** How far the centre is ahead of the ship before it is limited to the sector, m. */
    float lead() {
        return (float) Math.hypot(aheadX.value, aheadY.value);
    }

    /**
     * Follows the ship, which is drawn at (shipX, shipY) m.
     *
     * @param dock px covered at the bottom
     * @param side px covered at the right
     * @param aside share of the width by which the middle is moved to the right, for screens with words on the left
     */
    public void follow(Scene s, float shipX, float shipY, float seconds, int width, int height, int dock, int side, float aside) {
        this.width = width - side;
        this.height = height;
        this.dock = dock;
        pxPerMeter = 32 * Math.max(0.25f, Math.min(width / 1280f, height / 720f));
        boolean first = sector < 0;
        if (first) {
            shift.snap(aside);
        }
        shift.step(aside, 3, seconds);
        centerX = this.width * (0.5f + shift.value);
        centerY = (height + dock) / 2f;
        leftPx = centerX;
        topPx = centerY;
        if (s.right <= s.left) {
            return; // nothing was simulated yet
        }
        float wantX = 0, wantY = 0;
        boolean cut = first;
        if (s.ship >= 0) {
            cut |= arrive(s.id[s.ship], shipX, shipY);
            anchorX = shipX;
            anchorY = shipY;
            float reach = LEAD_SECONDS * (float) Math.hypot(s.shipVx, s.shipVy);
            float keep = reach > LEAD_MOST ? LEAD_MOST / reach : 1;
            wantX = s.shipVx * LEAD_SECONDS * keep;
            wantY = s.shipVy * LEAD_SECONDS * keep;
        }
        aheadX.step(wantX, LEAD_RATE, seconds);
        aheadY.step(wantY, LEAD_RATE, seconds);
        float leftHalf = centerX / pxPerMeter, rightHalf = (this.width - centerX) / pxPerMeter;
        bound(s, cut, leftHalf, rightHalf, seconds);
        float halfY = (height - dock) / 2f / pxPerMeter;
        x = keep(anchorX + aheadX.value, left.value - BEYOND + leftHalf, right.value + BEYOND - rightHalf);
        y = keep(anchorY + aheadY.value, s.bottom - BEYOND + halfY, s.top + BEYOND - halfY);
    }

    /** Moves the picture by (dx, dy) px in this frame; {@link #centerX} stays. */
    public void shake(float dx, float dy) {
        leftPx = centerX + dx;
        topPx = centerY + dy;
    }

    /** Keeps the centre when a new ship appears, so that the picture glides to it; true if it is too far away for that. */
    private boolean arrive(int id, float shipX, float shipY) {
        if (id == ship) {
            return false;
        }
        boolean far = ship < 0 || Math.hypot(shipX - x, shipY - y) > CUT;
        ship = id;
        aheadX.snap(far ? 0 : x - shipX);
        aheadY.snap(far ? 0 : y - shipY);
        return far;
    }

    /** Sets the limits: an open gate extends them beyond the wall, the next sector narrows them again. */
    private void bound(Scene s, boolean cut, float leftHalf, float rightHalf, float seconds) {
        float wide = s.right + (s.gateOpen ? rightHalf + LEAD_MOST : 0);
        if (cut || s.sector != sector) {
            left.snap(cut || s.sector != sector + 1 ? s.left : Math.min(s.left, x + BEYOND - leftHalf - 4 * SOFT));
            right.snap(wide);
        }
        sector = s.sector;
        left.step(s.left, BOUND_RATE, seconds);
        right.step(wide, BOUND_RATE, seconds);
    }

    private static float keep(float at, float low, float high) {
        if (low >= high) {
            return (low + high) / 2;
        }
        return -over(-over(at, low), -high);
    }

    /** A smooth maximum of {@code at} and {@code bottom}. */
    private static float over(float at, float bottom) {
        float t = (at - bottom) / SOFT;
        return t > 15 ? at : bottom + SOFT * (float) Math.log1p(Math.exp(t));
    }

    /** Screen x, px from the left, of a world x, m. */
    public float screenX(float worldX) {
        return leftPx + (worldX - x) * pxPerMeter;
    }

    /** Screen y, px from the bottom, of a world y, m. */
    public float screenY(float worldY) {
        return topPx + (worldY - y) * pxPerMeter;
    }

    /** World x at px from the left, m. */
    float worldX(float px) {
        return x + (px - leftPx) / pxPerMeter;
    }

    float worldY(float px) {
        return y + (px - topPx) / pxPerMeter;
    }

    /** True if a circle may be on the screen, m. */
    public boolean sees(float worldX, float worldY, float radius) {
        float sx = screenX(worldX), sy = screenY(worldY), r = radius * pxPerMeter;
        return sx > -r && sx < width + r && sy > -r && sy < height + r;
    }

    /** True if a place is in the free area, at least {@code px} from its edges. */
    public boolean shows(float worldX, float worldY, float px) {
        float sx = screenX(worldX), sy = screenY(worldY);
        return sx > px && sx < width - px && sy > dock + px && sy < height - px;
    }

    /** Horizontal position of a world x for panning sounds, from -1 at the left edge of the screen to 1 at the right. */
    public float pan(float worldX) {
        return Math.max(-1, Math.min(1, 2 * screenX(worldX) / width - 1));
    }
}
