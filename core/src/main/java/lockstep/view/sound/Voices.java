package lockstep.view.sound;

import java.util.Arrays;

/**
 * Decides which sounds play, at most {@value #MOST} at once. When all voices are taken, a new sound replaces the least important
 * one, of equals the one nearest to its end; it is dropped if it is less important than all of them.
 */
public final class Voices {
    static final int MOST = 12;
    /** The same sound is not played twice within this time, s. */
    static final float APART = 0.03f;
    private static final Cue[] CUES = Cue.values();

    private final float[] left = new float[MOST];
    private final int[] priority = new int[MOST];
    private final float[] since = new float[CUES.length];

    public Voices() {
        Arrays.fill(since, APART);
    }

    /** Lets {@code seconds} pass. */
    public void step(float seconds) {
        for (int i = 0; i < MOST; i++) {
            left[i] -= seconds;
        }
        for (int i = 0; i < since.length; i++) {
            since[i] += seconds;
        }
    }

    /** The voice to play a sound, or -1. It may still be playing; stop it first. */
    public int claim(Cue cue) {
        if (since[cue.ordinal()] < APART) {
            return -1;
        }
        int best = -1;
        for (int i = 0; i < MOST; i++) {
            if (left[i] <= 0) {
                best = i;
                break;
            }
            if (priority[i] <= cue.priority && (best < 0 || priority[i] < priority[best]
                || priority[i] == priority[best] && left[i] < left[best])) {
                best = i;
            }
        }
        if (best >= 0) {
            left[best] = cue.seconds;
            priority[best] = cue.priority;
            since[cue.ordinal()] = 0;
        }
        return best;
    }

    /** How many voices are playing. */
    int busy() {
        int n = 0;
        for (int i = 0; i < MOST; i++) {
            n += left[i] > 0 ? 1 : 0;
        }
        return n;
    }
}
