package lockstep.trace.compare;

import java.util.List;

/** The sum of one series over the sum of another: a rate or a share. */
final class Rate implements Sample {
    private final long[] amounts;
    private final long[] exposures;
    private final double scale;

    /** Its only figure is {@code scale} times the sum of amounts over that of exposures. */
    Rate(long[] amounts, long[] exposures, double scale) {
        this.amounts = amounts;
        this.exposures = exposures;
        this.scale = scale;
    }

    @Override
    public int intervals() {
        return amounts.length;
    }

    @Override
    public double[] figures(int[] weights) {
        double sum = 0;
        double over = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += (double) weights[i] * amounts[i];
            over += (double) weights[i] * exposures[i];
        }
        return new double[] {over == 0 ? 0 : scale * sum / over};
    }

    @Override
    public List<double[]> influence() {
        return List.of(residuals(amounts, exposures));
    }

    /** The amounts minus what they would be at the overall rate. */
    static double[] residuals(long[] amounts, long[] exposures) {
        double sum = 0;
        double over = 0;
        for (int i = 0; i < amounts.length; i++) {
            sum += amounts[i];
            over += exposures[i];
        }
        double rate = over == 0 ? 0 : sum / over;
        double[] z = new double[amounts.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = amounts[i] - rate * exposures[i];
        }
        return z;
    }
}
