package lockstep.bake;

import java.util.Random;

/**
 * The music bed: four slow chords with far bells over them, 16 s, round without a seam. Every pitch makes a whole
 * number of periods in the loop, and what rings beyond the end is laid over the beginning.
 */
final class Ambient {
    private static final int RATE = 22_050;
    private static final double LENGTH_S = 16;
    private static final double[][] CHORDS_HZ = {
        {55.00, 110.00, 164.81, 220.00, 261.63, 329.63},
        {43.65, 87.31, 174.61, 220.00, 261.63, 349.23},
        {65.41, 130.81, 164.81, 196.00, 293.66, 329.63},
        {49.00, 98.00, 146.83, 196.00, 246.94, 293.66},
    };
    private static final double[] BELLS_HZ = {440, 523.25, 587.33, 659.26, 783.99, 880};

    private Ambient() {
    }

    static Wave loop() {
        Wave wave = new Wave(RATE, LENGTH_S);
        for (int chord = 0; chord < CHORDS_HZ.length; chord++) {
            for (int voice = 0; voice < CHORDS_HZ[chord].length; voice++) {
                double level = voice == 0 ? 0.9 : 0.55 / (1 + 0.25 * voice);
                pad(wave, chord, CHORDS_HZ[chord][voice], level);
            }
        }
        bells(wave);
        return wave.room(0.55, 3.0, true).loudness(-18);
    }

    /** Three slightly detuned voices of five partials that come and go with their chord. */
    private static void pad(Wave wave, int chord, double hz, double level) {
        for (int voice = -1; voice <= 1; voice++) {
            for (int partial = 1; partial <= 5; partial++) {
                double whole = StrictMath.round(hz * partial * (1 + 0.0022 * voice) * LENGTH_S) / LENGTH_S;
                double strength = level / StrictMath.pow(partial, 1.9) / 3;
                add(wave, whole, chord, strength, voice * 2.1 + partial);
            }
        }
    }

    private static void add(Wave wave, double hz, int chord, double strength, double phase) {
        int count = wave.samples.length;
        double middle = (chord + 0.5) * count / 4;
        for (int i = 0; i < count; i++) {
            double away = Math.abs(i - middle);
            away = Math.min(away, count - away) / (count / 4.0);
            if (away < 0.85) {
                double presence = 1 - Rgb.smooth(0.15, 0.85, away);
                double breath = 1 + 0.18 * StrictMath.sin(2 * StrictMath.PI * 3 * i / count + phase);
                wave.samples[i] += strength * presence * breath * StrictMath.sin(2 * StrictMath.PI * hz * i / RATE + phase);
            }
        }
    }

    private static void bells(Wave wave) {
        Random random = new Random(91);
        Wave ringing = new Wave(RATE, LENGTH_S * 2);
        for (int i = 0; i < 14; i++) {
            double startS = (i + 0.6 * random.nextDouble()) * LENGTH_S / 14;
            double hz = BELLS_HZ[random.nextInt(BELLS_HZ.length)];
            double level = 0.07 + 0.09 * random.nextDouble();
            for (int echo = 0; echo < 3; echo++) {
                Sounds.bell(ringing, startS + 0.5 * echo, hz, 0.55, level * StrictMath.pow(0.4, echo));
            }
        }
        for (int i = 0; i < ringing.samples.length; i++) {
            wave.samples[i % wave.samples.length] += ringing.samples[i];
        }
    }
}
