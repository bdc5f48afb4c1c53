package lockstep.trace.frames;

/** Unreal Engine's hitches. Source: {@code ChartCreation.cpp} and the defaults of {@code EnginePerformanceTargets.cpp}. */
final class Unreal {
    private static final double HITCH_MS = 60;
    private static final double RATIO = 1.5;
    private static final double APART_MS = 200;

    private Unreal() {
    }

    /**
     * How many frames took 60 ms or more and over 1.5 times the previous frame, and ended 200 ms or more after the last hitch.
     */
    static int hitches(double[] ms) {
        int hitches = 0;
        double sinceLast = APART_MS;
        double before = 0;
        for (double t : ms) {
            sinceLast += t;
            if (t >= HITCH_MS && sinceLast >= APART_MS && t > RATIO * before) {
                hitches++;
                sinceLast = 0;
            }
            before = t;
        }
        return hitches;
    }
}
