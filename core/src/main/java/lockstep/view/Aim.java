package lockstep.view;

/**
 * Maps screen positions to the world, so that the input lane can turn a pointer position into a place in the world. The rendering
 * lane writes once a frame, the input lane reads. The world position, the screen position and the scale are separate volatile
 * fields: a reader may combine values of two consecutive frames, an error of at most one frame's motion or zoom.
 */
public final class Aim {
    private volatile long origin;
    private volatile float pxPerMeter = 32;
    private volatile long screen;

    /**
     * Rendering lane: says that the place (x, y) in m, the ship if there is one, is drawn at (screenX, screenY) px from the top
     * left.
     */
    public void set(float x, float y, float pxPerMeter, float screenX, float screenY) {
        origin = pack(x, y);
        screen = pack(screenX, screenY);
        this.pxPerMeter = pxPerMeter;
    }

    /** The place's x in m. */
    public float originX() {
        return high(origin);
    }

    /** The place's y in m. */
    public float originY() {
        return low(origin);
    }

    /** World x in m of a pointer position in px from the top left. */
    public float worldX(float px) {
        return high(origin) + (px - high(screen)) / pxPerMeter;
    }

    /** World y in m of a pointer position in px from the top left. */
    public float worldY(float py) {
        return low(origin) - (py - low(screen)) / pxPerMeter;
    }

    private static long pack(float a, float b) {
        return (long) Float.floatToRawIntBits(a) << 32 | Float.floatToRawIntBits(b) & 0xffffffffL;
    }

    private static float high(long p) {
        return Float.intBitsToFloat((int) (p >> 32));
    }

    private static float low(long p) {
        return Float.intBitsToFloat((int) p);
    }
}
