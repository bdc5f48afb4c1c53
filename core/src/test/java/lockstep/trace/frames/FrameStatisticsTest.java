package lockstep.trace.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lockstep.time.FrameLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value is worked out by hand from the definition. */
class FrameStatisticsTest {
    /** 197 frames of 10 ms, then 100, 50 and 40: 2160 ms; FPS of the slowest: 10, 20, 25, then 100. */
    private static final double[] TWO_HUNDRED = with(197, 10, 100, 50, 40);
    /** 97 frames of 10 ms, then 30, 25 and 20: 1045 ms. */
    private static final double[] HUNDRED = with(97, 10, 30, 25, 20);

    private static double[] ms(double... ms) {
        return ms;
    }

    /** {@code count} frames of {@code ms}, then the rest. */
    private static double[] with(int count, double ms, double... rest) {
        double[] all = new double[count + rest.length];
        Arrays.fill(all, ms);
        System.arraycopy(rest, 0, all, count, rest.length);
        return all;
    }

    private static Arguments says(String what, ToDoubleFunction<double[]> figure, double[] ms, double value) {
        return arguments(what, figure, ms, value);
    }

    static Stream<Arguments> formulas() {
        return Stream.of(
            // R's type 8: h = (4 + 1/3) 0.5 + 1/3 = 2.5, half way from the 2nd to the 3rd.
            says("quantile, between", v -> CapFrameX.quantile(v, 0.5), ms(1, 2, 3, 4), 2.5),
            says("quantile, a quarter: h = 1.41667", v -> CapFrameX.quantile(v, 0.25), ms(1, 2, 3, 4), 1 + 5.0 / 12),
            says("quantile, below the first", v -> CapFrameX.quantile(v, 0.01), ms(1, 2, 3, 4), 1),
            says("quantile, beyond the last", v -> CapFrameX.quantile(v, 0.99), ms(1, 2, 3, 4), 4),
            // h = 200.3333 x 0.01 + 0.3333 = 2.33667: from 20 FPS on 0.33667 of the way to 25.
            says("P1", v -> new CapFrameX(v).fpsQuantile(0.01), TWO_HUNDRED, 20 + 5 * (2 + 1.01 / 3 - 2)),
            says("P0.1: h = 0.53", v -> new CapFrameX(v).fpsQuantile(0.001), TWO_HUNDRED, 10),
            // P99: h = 198.66333, 40 + 0.66333 x 10 = 46.63 ms; above it 50 and 100, mean 75.
            says("1 % low average", v -> new CapFrameX(v).lowAverageFps(0.01), TWO_HUNDRED, 1000 / 75.0),
            says("0.1 % low average: only 100", v -> new CapFrameX(v).lowAverageFps(0.001), TWO_HUNDRED, 10),
            // 10.45 ms: 30.
            says("1 % low integral", v -> new CapFrameX(v).lowIntegralFps(0.01), HUNDRED, 1000 / 30.0),
            // 62.7 ms: 30 + 25 are too few, with 20 they are 75.
            says("6 % low integral", v -> new CapFrameX(v).lowIntegralFps(0.06), HUNDRED, 50),
            // 104.5 ms: 30 + 25 + 20 + 10 + 10 + 10.
            says("10 % low integral", v -> new CapFrameX(v).lowIntegralFps(0.10), HUNDRED, 100),
            // 40 is over 3 x 10 and enters the average as 10: 40 > 2.5 x 10. As 40 it would be no stutter: 2.5 x 25.
            says("stutter", v -> new CapFrameX(v).stutterPercent(), ms(10, 40), 80),
            says("no stutter: 30 is not over 3 x 10, 30 < 2.5 x 20", v -> new CapFrameX(v).stutterPercent(), ms(10, 30), 0),
            // Mean 0.04 ms: a window of 10 x 0.2 = 2 frames. The last enters as 0.01: 0.042 > 2.5 x 0.01; 0.042 of 0.16 ms.
            says("stutter, short window", v -> new CapFrameX(v).stutterPercent(), ms(0.098, 0.01, 0.01, 0.042), 26.25),
            says("low FPS: 150 of 160 ms", v -> new CapFrameX(v).lowFpsPercent(), ms(50, 50, 50, 10), 93.75),
            says("low FPS, but stutter", v -> new CapFrameX(v).lowFpsPercent(), ms(10, 50), 0),
            says("25 FPS are not under 25", v -> new CapFrameX(v).lowFpsPercent(), ms(40, 40), 0),
            // FPS 100 and 50, averages 100 and 75: root of (0 + 625) / 1.
            says("adaptive deviation", v -> new CapFrameX(v).adaptiveDeviationFps(), ms(10, 20), 25),
            // FPS 2, 4, 4; the third's window is the last two: averages 2, 3, 4, root of (0 + 1 + 0) / 2.
            says("adaptive deviation over 500 ms", v -> new CapFrameX(v).adaptiveDeviationFps(), ms(500, 250, 250),
                Math.sqrt(0.5)),
            // 0.99 x 199 + 0.5 = 197.51: the 198th from the fastest, 40 ms.
            says("PresentMon", PresentMon::firstPercentileFps, TWO_HUNDRED, 25),
            says("PresentMon, few: 0.99 x 3 + 0.5 = 3.47", PresentMon::firstPercentileFps, ms(10, 50, 20, 40), 20),
            // 0.01 x 200 - 1 = 1: the second slowest.
            says("MangoHud 1 %", v -> MangoHud.fps(v, 0.01f), TWO_HUNDRED, 20),
            says("MangoHud 0.1 %: -0.8 is the first", v -> MangoHud.fps(v, 0.001f), TWO_HUNDRED, 10),
            says("MangoHud 1 %, the hundredth is slow", v -> MangoHud.fps(v, 0.01f), with(9_900, 10, with(100, 20)), 50),
            says("MangoHud 1 %, the hundredth is not", v -> MangoHud.fps(v, 0.01f), with(9_901, 10, with(99, 20)), 100),
            says("MangoHud forgets", v -> MangoHud.fps(v, 0.01f), with(100, 100, with(10_000, 10)), 100),
            says("a hitch", Unreal::hitches, ms(16, 60), 1),
            says("under 60 ms", Unreal::hitches, ms(16, 59.9), 0),
            says("60 is not over 1.5 x 40", Unreal::hitches, ms(40, 60), 0),
            // 6 x 16 + 100 = 196 ms and 7 x 16 + 100 = 212 ms after the first.
            says("too soon after a hitch", Unreal::hitches, ms(16, 100, 16, 16, 16, 16, 16, 16, 100), 1),
            says("late enough after a hitch", Unreal::hitches, ms(16, 100, 16, 16, 16, 16, 16, 16, 16, 100), 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void isWhatTheDefinitionSays(String what, ToDoubleFunction<double[]> figure, double[] ms, double value) {
        assertEquals(value, figure.applyAsDouble(ms), 1e-9, what);
    }

    @Test
    void animationErrorIsSignedAndNeedsBothToAdvance() {
        assertEquals(2, PresentMon.animationErrorNs(12, 10));
        assertEquals(-2, PresentMon.animationErrorNs(8, 10));
        assertEquals(Long.MIN_VALUE, PresentMon.animationErrorNs(0, 10));
        assertEquals(Long.MIN_VALUE, PresentMon.animationErrorNs(-1, 10));
        assertEquals(Long.MIN_VALUE, PresentMon.animationErrorNs(10, 0));
    }

    /** Frames of 10 ms, 2 ms of them in the swap, with those moments of the simulation in ms. */
    private static FrameHistory frames(long... simMs) {
        FrameLog log = new FrameLog();
        for (int i = 0; i < simMs.length; i++) {
            log.add(i * 10_000_000L, (i + 1) * 10_000_000L, 2_000_000, simMs[i] * 1_000_000, -1, 3, 0);
        }
        return kept(log);
    }

    private static FrameHistory kept(FrameLog log) {
        FrameHistory frames = new FrameHistory();
        frames.start(log);
        frames.stop();
        return frames;
    }

    private static Map<String, Double> figures(FrameHistory frames) {
        return FrameStatistics.of(frames).stream().collect(Collectors.toMap(Figure::label, Figure::value));
    }

    @Test
    void presentMonSplitsAFrameAndSumsAnimationErrors() {
        Map<String, Double> f = figures(frames(5, 17, 25, 25));
        assertEquals(10, f.get("PresentMon mean FrameTime ms"), 1e-9);
        assertEquals(8, f.get("PresentMon mean CPUBusy ms"), 1e-9);
        assertEquals(2, f.get("PresentMon mean CPUWait ms"), 1e-9);
        // +2 and -2 ms, none for the fourth: 4 ms in 40.
        assertEquals(100, f.get("PresentMon animation error ms/s"), 1e-9);
    }

    @Test
    void theFirstFrameKeptHasNoAnimationError() {
        FrameHistory frames = frames(upTo(2_000));
        assertEquals(977, frames.missed());
        assertEquals(Long.MIN_VALUE, PresentMon.animationErrorNs(frames, 0));
        assertEquals(1_000_000 - 10_000_000, PresentMon.animationErrorNs(frames, 1));
    }

    private static long[] upTo(int n) {
        return LongStream.range(0, n).toArray();
    }

    @Test
    void ofNoFramesNothingIsSaidButThatNoneHitched() {
        for (Figure f : FrameStatistics.of(frames())) {
            assertEquals(f.tool().equals("Unreal") ? 0 : Double.NaN, f.value(), f.label());
        }
    }

    @Test
    void ofOneFrameAllButADeviationIsSaid() {
        Map<String, Double> f = figures(frames(7));
        assertEquals(Double.NaN, f.remove("CapFrameX adaptive standard deviation fps"));
        assertTrue(f.values().stream().allMatch(Double::isFinite), f::toString);
        assertEquals(100, f.get("CapFrameX 1 % low average fps"), 1e-9);
        assertEquals(100, f.get("MangoHud 0.1 % fps"), 1e-9);
    }

    @Test
    void equalFramesAreEquallyFastByEveryDefinition() {
        Map<String, Double> f = figures(frames(upTo(500)));
        List<String> fast = f.keySet().stream().filter(k -> k.endsWith("fps") && !k.contains("deviation")).toList();
        assertEquals(9, fast.size(), fast::toString);
        for (String key : fast) {
            assertEquals(100, f.get(key), 1e-9, key);
        }
        assertEquals(0, f.get("CapFrameX adaptive standard deviation fps"), 1e-9);
        assertEquals(0, f.get("CapFrameX stutter %"));
        assertEquals(0, f.get("CapFrameX low FPS %"));
        assertEquals(0, f.get("Unreal hitches"));
    }

    @Test
    void everyFigureHasALabelOfItsOwnAndADefinition() {
        List<Figure> figures = FrameStatistics.of(frames(1, 2));
        assertEquals(figures.size(), new HashSet<>(figures.stream().map(Figure::label).toList()).size());
        assertTrue(figures.stream().noneMatch(f -> f.definition().isBlank()));
    }
}
