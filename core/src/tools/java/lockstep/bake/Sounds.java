package lockstep.bake;

import static lockstep.bake.Wave.Shape.SAW;
import static lockstep.bake.Wave.Shape.SINE;
import static lockstep.bake.Wave.Shape.SQUARE;
import static lockstep.bake.Wave.Shape.TRIANGLE;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Every sound of the game. The last call of each sets how loud it is against the others (dBFS). */
final class Sounds {
    private static final int RATE = 44_100;

    /** A sound as the file that is shipped. */
    record Named(String name, byte[] wav) {
    }

    private Sounds() {
    }

    static List<Named> all() {
        return List.of(
            new Named("shot", shot().wav()),
            new Named("hit", hit().wav()),
            new Named("split", split().wav()),
            new Named("catch", caught().wav()),
            new Named("thrust", thrust().wav()),
            new Named("gate", gate().wav()),
            new Named("shield", shield().wav()),
            new Named("death", death().wav()),
            new Named("start", start().wav()),
            new Named("menu", menu().wav()),
            new Named("ambient", Ambient.loop().wav()));
    }

    private static Wave shot() {
        return new Wave(RATE, 0.12)
            .tone(SQUARE, 0, 0.09, sweep(880, 220, 0.09), decay(0.055))
            .tone(SINE, 0, 0.12, sweep(440, 90, 0.09), scaled(0.8, decay(0.05)))
            .noise(11, 0, 0.03, t -> 7000, scaled(0.35, decay(0.008)))
            .drive(0.9).fade(0.001, 0.03).loudness(-12);
    }

    private static Wave hit() {
        return new Wave(RATE, 0.40)
            .noise(21, 0, 0.40, sweep(3800, 260, 0.20), decay(0.085))
            .tone(SINE, 0, 0.40, sweep(150, 60, 0.05), scaled(1.1, decay(0.13)))
            .drive(1.3).highPass(30, false).fade(0.001, 0.08).loudness(-9.5);
    }

    private static Wave split() {
        Wave wave = new Wave(RATE, 0.75)
            .tone(SINE, 0, 0.6, sweep(110, 42, 0.16), scaled(1.2, decay(0.20)))
            .noise(31, 0, 0.75, sweep(2400, 180, 0.40), scaled(0.8, decay(0.17)));
        Random random = new Random(32);
        for (int i = 0; i < 16; i++) {
            double startS = 0.015 + 0.40 * random.nextDouble() * random.nextDouble();
            double corner = 1500 + 5200 * random.nextDouble();
            double level = (0.35 + 0.5 * random.nextDouble()) * (1 - startS);
            wave.noise(random.nextLong(), startS, 0.06, t -> corner, scaled(level, decay(0.010)));
        }
        return wave.drive(1.3).room(0.25, 0.5, false).highPass(30, false).fade(0.001, 0.15).loudness(-9.5);
    }

    private static Wave caught() {
        Wave wave = new Wave(RATE, 0.62);
        bell(wave, 0, 660, 0.16, 0.8);
        bell(wave, 0.075, 990, 0.26, 1.0);
        bell(wave, 0.075, 1980, 0.14, 0.25);
        return wave.room(0.35, 0.7, false).fade(0.002, 0.20).loudness(-13);
    }

    /** Brown noise round a loop: the filter runs over the same noise twice, so it ends in the state it starts from. */
    private static Wave thrust() {
        Wave wave = new Wave(RATE, 1.5);
        Random random = new Random(51);
        double[] white = new double[wave.samples.length];
        for (int i = 0; i < white.length; i++) {
            white[i] = random.nextDouble() * 2 - 1;
        }
        double brown = 0;
        double soft = 0;
        for (int i = 0; i < 2 * white.length; i++) {
            brown = 0.988 * brown + white[i % white.length];
            soft += 0.30 * (brown - soft);
            double t = (double) (i % white.length) / RATE;
            double flutter = 1 + 0.10 * StrictMath.sin(2 * StrictMath.PI * 14 * t / 1.5)
                + 0.06 * StrictMath.sin(2 * StrictMath.PI * 23 * t / 1.5);
            wave.samples[i % white.length] = soft * flutter;
        }
        return wave.highPass(45, true).loudness(-20);
    }

    /** A chord that opens upwards, with air rushing through. */
    private static Wave gate() {
        Wave wave = new Wave(RATE, 2.0);
        double[] notesHz = {220, 330, 440, 554.37, 659.26, 880};
        for (int i = 0; i < notesHz.length; i++) {
            double hz = notesHz[i];
            wave.tone(SAW, 0.09 * i, 1.7 - 0.09 * i, t -> hz * (1 - 0.03 * StrictMath.exp(-t * 18)),
                scaled(0.16, swell(0.04, 0.42)));
            wave.tone(TRIANGLE, 0.09 * i, 1.7 - 0.09 * i, t -> hz * 1.004, scaled(0.30, swell(0.02, 0.5)));
        }
        wave.noise(61, 0, 1.6, t -> 500 + 4200 * StrictMath.exp(-StrictMath.pow((t - 0.55) / 0.3, 2)),
            scaled(0.16, swell(0.35, 0.4)));
        wave.tone(SINE, 0, 1.2, sweep(55, 110, 0.6), scaled(0.5, swell(0.05, 0.35)));
        return wave.room(0.5, 1.4, false).fade(0.004, 0.5).loudness(-12);
    }

    /** A hull struck through a force field: inharmonic metal and a falling zap. */
    private static Wave shield() {
        Wave wave = new Wave(RATE, 0.9);
        double[] partialsHz = {311, 497, 742, 1187, 1693, 2411};
        for (int i = 0; i < partialsHz.length; i++) {
            double hz = partialsHz[i];
            double level = 0.6 / (1 + 0.45 * i);
            wave.tone(SINE, 0, 0.9, t -> hz * (1 + 0.012 * StrictMath.sin(2 * StrictMath.PI * 17 * t)),
                scaled(level, decay(0.26 / (1 + 0.30 * i))));
        }
        wave.tone(SQUARE, 0, 0.25, sweep(1400, 180, 0.2), scaled(0.35, decay(0.06)));
        wave.tone(SINE, 0, 0.5, sweep(140, 60, 0.08), scaled(1.1, decay(0.14)));
        wave.noise(71, 0, 0.12, t -> 5000, scaled(0.5, decay(0.025)));
        return wave.drive(0.9).room(0.3, 0.7, false).highPass(30, false).fade(0.001, 0.25).loudness(-10.5);
    }

    private static Wave death() {
        Wave wave = new Wave(RATE, 2.4)
            .tone(SINE, 0, 2.0, sweep(130, 30, 0.7), scaled(1.2, decay(0.55)))
            .noise(81, 0, 2.4, sweep(6500, 120, 1.3), decay(0.50))
            .tone(SAW, 0.02, 1.3, sweep(440, 45, 1.1), scaled(0.30, decay(0.40)))
            .tone(SAW, 0.02, 1.3, sweep(446, 44, 1.1), scaled(0.30, decay(0.40)));
        Random random = new Random(82);
        for (int i = 0; i < 26; i++) {
            double startS = 0.08 + 1.3 * random.nextDouble();
            double corner = 700 + 4000 * random.nextDouble();
            double level = (0.2 + 0.6 * random.nextDouble()) * (1.5 - startS) / 1.5;
            wave.noise(random.nextLong(), startS, 0.09, t -> corner, scaled(level, decay(0.018)));
        }
        return wave.drive(1.5).room(0.45, 1.6, false).highPass(24, false).fade(0.001, 0.7).loudness(-8.5);
    }

    private static Wave start() {
        Wave wave = new Wave(RATE, 1.3);
        double[] notesHz = {329.63, 440, 554.37, 659.26, 880};
        for (int i = 0; i < notesHz.length; i++) {
            double hz = notesHz[i];
            double lengthS = i == 4 ? 0.30 : 0.12;
            wave.tone(SQUARE, 0.085 * i, 0.8, t -> hz, scaled(0.22, decay(lengthS)));
            wave.tone(TRIANGLE, 0.085 * i, 0.8, t -> hz * 1.003, scaled(0.45, decay(lengthS * 1.3)));
        }
        return wave.room(0.4, 0.9, false).fade(0.002, 0.4).loudness(-13);
    }

    private static Wave menu() {
        return new Wave(RATE, 0.07)
            .tone(SINE, 0, 0.07, sweep(1500, 1180, 0.02), decay(0.012))
            .tone(TRIANGLE, 0, 0.07, t -> 590, scaled(0.5, decay(0.014)))
            .fade(0.001, 0.02).loudness(-18);
    }

    /** A struck bell: a tone with a few partials that die sooner the higher they are. */
    static void bell(Wave wave, double startS, double hz, double ringS, double level) {
        double[] ratios = {1, 2, 3, 4.16};
        for (int i = 0; i < ratios.length; i++) {
            double pitch = hz * ratios[i];
            wave.tone(SINE, startS, 6 * ringS, t -> pitch, scaled(level * StrictMath.pow(0.38, i), decay(ringS / (1 + 0.9 * i))));
        }
    }

    /** From one pitch to another in equal ratios, then held. */
    static DoubleUnaryOperator sweep(double fromHz, double toHz, double seconds) {
        return t -> fromHz * StrictMath.pow(toHz / fromHz, Math.min(1, t / seconds));
    }

    /** Full in 1.5 ms, then down to 37 % after each {@code seconds}. */
    static DoubleUnaryOperator decay(double seconds) {
        return t -> Math.min(1, t / 0.0015) * StrictMath.exp(-t / seconds);
    }

    private static DoubleUnaryOperator swell(double riseS, double fallS) {
        return t -> t < riseS ? t / riseS : StrictMath.exp(-(t - riseS) / fallS);
    }

    static DoubleUnaryOperator scaled(double factor, DoubleUnaryOperator level) {
        return t -> factor * level.applyAsDouble(t);
    }
}
