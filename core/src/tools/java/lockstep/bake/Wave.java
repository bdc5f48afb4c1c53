package lockstep.bake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** A mono sound being made: samples around -1 to 1. Only exact arithmetic and StrictMath, so every machine makes the same. */
final class Wave {
    static final double PEAK = StrictMath.pow(10, -3.2 / 20);
    final int rate;
    final double[] samples;

    Wave(int rate, double seconds) {
        this.rate = rate;
        samples = new double[(int) StrictMath.round(rate * seconds)];
    }

    /** Adds a tone from {@code startS} whose pitch (Hz) and level are functions of its own time in seconds. */
    Wave tone(Shape shape, double startS, double lengthS, DoubleUnaryOperator pitchHz, DoubleUnaryOperator level) {
        int first = (int) (startS * rate);
        int count = Math.min((int) (lengthS * rate), samples.length - first);
        double phase = 0;
        for (int i = 0; i < count; i++) {
            double t = (double) i / rate;
            double step = pitchHz.applyAsDouble(t) / rate;
            samples[first + i] += release(i, count) * level.applyAsDouble(t) * shape.at(phase, step);
            phase += step;
            phase -= Math.floor(phase);
        }
        return this;
    }

    /** Adds white noise through a two-pole low-pass whose corner (Hz) and level are functions of time in seconds. */
    Wave noise(long seed, double startS, double lengthS, DoubleUnaryOperator cornerHz, DoubleUnaryOperator level) {
        Random random = new Random(seed);
        int first = (int) (startS * rate);
        int count = Math.min((int) (lengthS * rate), samples.length - first);
        double one = 0;
        double two = 0;
        for (int i = 0; i < count; i++) {
            double t = (double) i / rate;
            double share = 1 - StrictMath.exp(-2 * StrictMath.PI * cornerHz.applyAsDouble(t) / rate);
            one += share * (random.nextDouble() * 2 - 1 - one);
            two += share * (one - two);
            samples[first + i] += release(i, count) * level.applyAsDouble(t) * two / Math.sqrt(share);
        }
        return this;
    }

    /** Lets go over the last 15 ms, so that what still sounds does not click. */
    private double release(int i, int count) {
        return Math.min(1, (count - 1 - i) / (0.015 * rate));
    }

    /** Adds a room: four combs and two all-passes (after Schroeder, 1962). A loop is run round once to fill the room. */
    Wave room(double wet, double seconds, boolean loop) {
        double[] out = new double[samples.length];
        double[] combsS = {0.0297, 0.0371, 0.0411, 0.0437};
        for (double delayS : combsS) {
            int delay = (int) (delayS * rate);
            double feedback = StrictMath.pow(0.001, delayS / seconds);
            double[] line = new double[delay];
            double damped = 0;
            int rounds = loop ? 3 : 1;
            for (int i = 0; i < rounds * samples.length; i++) {
                double echo = line[i % delay];
                damped += 0.55 * (echo - damped);
                line[i % delay] = samples[i % samples.length] + feedback * damped;
                if (i >= (rounds - 1) * samples.length) {
                    out[i % samples.length] += 0.25 * echo;
                }
            }
        }
        for (int i = 0; i < samples.length; i++) {
            samples[i] += wet * out[i];
        }
        return this;
    }

    /** Removes what lies below the corner. */
    Wave highPass(double cornerHz, boolean loop) {
        double keep = StrictMath.exp(-2 * StrictMath.PI * cornerHz / rate);
        double low = 0;
        double[] in = samples.clone();
        for (int i = loop ? -in.length : 0; i < in.length; i++) {
            double now = in[Math.floorMod(i, in.length)];
            low = keep * low + (1 - keep) * now;
            samples[Math.floorMod(i, in.length)] = now - low;
        }
        return this;
    }

    /** Rounds off what is loud, as a tape does. */
    Wave drive(double gain) {
        for (int i = 0; i < samples.length; i++) {
            samples[i] = StrictMath.tanh(gain * samples[i]);
        }
        return this;
    }

    /** Starts and ends in silence. */
    Wave fade(double inS, double outS) {
        int in = Math.max(1, (int) (inS * rate));
        int out = Math.max(1, (int) (outS * rate));
        for (int i = 0; i < samples.length; i++) {
            double left = Math.min(1, (double) i / in);
            double right = Math.min(1, (double) (samples.length - 1 - i) / out);
            samples[i] *= left * right * right;
        }
        return this;
    }

    /** Brings the loudest 50 ms to this level (dBFS, RMS), but no sample above the peak allowed. */
    Wave loudness(double rmsDb) {
        double peak = 0;
        for (double sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        double gain = Math.min(PEAK / peak, StrictMath.pow(10, rmsDb / 20) / loudest());
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= gain;
        }
        return this;
    }

    private double loudest() {
        int window = Math.min(samples.length, rate / 20);
        double energy = 0;
        double most = 0;
        for (int i = 0; i < samples.length; i++) {
            energy += samples[i] * samples[i];
            if (i >= window) {
                energy -= samples[i - window] * samples[i - window];
            }
            most = Math.max(most, energy);
        }
        return Math.sqrt(most / window);
    }

    /** A RIFF WAVE file: PCM, mono, 16 bits. */
    byte[] wav() {
        int bytes = samples.length * 2;
        ByteBuffer file = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
        file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        file.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
        file.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
        for (double sample : samples) {
            file.putShort((short) StrictMath.round(sample * 32767));
        }
        return file.array();
    }

    /** Waveforms of one period; phase from 0 to 1, step is how far it moves in a sample. */
    enum Shape {
        SINE {
            @Override
            double at(double phase, double step) {
                return StrictMath.sin(2 * StrictMath.PI * phase);
            }
        },
        TRIANGLE {
            @Override
            double at(double phase, double step) {
                return 1 - 4 * Math.abs(phase - 0.5);
            }
        },
        SQUARE {
            @Override
            double at(double phase, double step) {
                double half = phase < 0.5 ? phase + 0.5 : phase - 0.5;
                return (phase < 0.5 ? 1 : -1) + corner(phase, step) - corner(half, step);
            }
        },
        SAW {
            @Override
            double at(double phase, double step) {
                return 2 * phase - 1 - corner(phase, step);
            }
        };

        abstract double at(double phase, double step);

        /** Rounds the jump at phase 0 over two samples, so that it does not alias (PolyBLEP, Valimaki 2007). */
        private static double corner(double phase, double step) {
            if (phase < step) {
                double t = phase / step;
                return t + t - t * t - 1;
            }
            if (phase > 1 - step) {
                double t = (phase - 1) / step;
                return t * t + t + t + 1;
            }
            return 0;
        }
    }
}
