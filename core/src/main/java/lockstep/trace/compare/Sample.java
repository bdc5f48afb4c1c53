package lockstep.trace.compare;

import java.util.List;

/** The measurements of one thing in each interval of a run. Several threads may read it. */
interface Sample {
    /** How many intervals there are. */
    int intervals();

    /** The figures of a run in which interval {@code i} occurred {@code weights[i]} times. */
    double[] figures(int[] weights);

    /** For each figure, its influence function: how far each interval moves it, up to a constant factor. */
    List<double[]> influence();
}
