package lockstep.game;

/**
 * Sine and cosine of an angle in radians, with the same bits on every machine. {@link StrictMath} is called only within an eighth
 * of a turn, because beyond that JDK 21 and later allocate an array per call. Stateless; any thread.
 */
final class Angle {
    private static final double QUARTER = StrictMath.PI / 2;

    private Angle() {
    }

    static float sin(double angle) {
        return (float) quarters(angle, 0);
    }

    static float cos(double angle) {
        return (float) quarters(angle, 1);
    }

    /** The sine of {@code angle} plus {@code more} quarters of a turn. */
    private static double quarters(double angle, int more) {
        double turned = StrictMath.rint(angle / QUARTER);
        double rest = angle - turned * QUARTER;
        return switch ((int) turned + more & 3) {
            case 0 -> StrictMath.sin(rest);
            case 1 -> StrictMath.cos(rest);
            case 2 -> -StrictMath.sin(rest);
            default -> -StrictMath.cos(rest);
        };
    }
}
