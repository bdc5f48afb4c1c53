package lockstep.trace.compare;

import java.util.List;

/** What was measured of one matter in each interval of a run. May be read by several threads. */
interface Sample {
    /** How many intervals there are. */
    int intervals();

    /** The figures of a run in which interval {@code i} occurred {@code weights[i]} times. */
    double[] figures(int[] weights);

    /** For each figure how far an interval pulls it from where it stands, up to a factor: its influence function. */
    List<double[]> influence();
}
