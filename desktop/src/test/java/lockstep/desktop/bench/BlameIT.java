package lockstep.desktop.bench;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short form of {@link BlameBench}: planted culprits are named, by a margin that a busy machine leaves. Where it is so busy
 * that nearly no late frame is the planted fault's, that cannot be told and is skipped.
 */
@EnabledOnOs(OS.LINUX)
final class BlameIT {
    private static final int LEAST_FRAMES = 20;
    private static final int LEAST_FRAMES_OF_ROW = 10;

    @TempDir
    Path folder;

    @Test
    void plantedCulpritsAreNamed() throws Exception {
        StringBuilder told = new StringBuilder();
        Map<String, BlameScore> rows = new LinkedHashMap<>();
        BlameBench.play(BlameCases.quick(), folder, null, line -> told.append(line).append('\n'), rows);
        Collection<BlameScore> scores = rows.values();
        String all = told + BlameTable.of(scores);
        int frames = sum(scores, s -> s.frames);
        int partly = sum(scores, s -> s.partly);
        int others = partly + sum(scores, s -> s.untouched);
        assertAll(Stream.concat(
            scores.stream().map(s -> () -> assertTrue(s.fired > 0, () -> s.row + " never fired\n" + all)),
            scores.stream().filter(s -> s.frames >= LEAST_FRAMES_OF_ROW)
                .map(s -> () -> assertTrue(s.share() >= 0.7, () -> s.row + "\n" + all))));
        assertTrue(sum(scores, s -> s.partlyRight) >= 0.8 * partly,
            () -> "named neither what was planted nor the machine\n" + all);
        assertTrue(sum(scores, s -> s.falselyAccused) <= 2 + 0.1 * others, () -> "lanes are accused without evidence\n" + all);
        assumeTrue(frames >= LEAST_FRAMES, () -> "the machine is too busy to tell\n" + all);
        assertTrue(sum(scores, s -> s.right) >= 0.85 * frames, () -> "culprits are not named\n" + all);
    }

    private static int sum(Collection<BlameScore> scores, ToIntFunction<BlameScore> what) {
        return scores.stream().mapToInt(what).sum();
    }
}
