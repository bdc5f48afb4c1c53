package lockstep.desktop.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.desktop.fixture.GameJar;
import lockstep.desktop.fixture.XDisplay;
import org.opentest4j.TestAbortedException;

/**
 * Plants faults and prints how often the game names the culprit, as Markdown tables: {@code mvn -q -Pblame}, or
 * {@code BlameBench SHARE ROW...} on the test class path after {@code mvn package} for some rows and another share of the time,
 * 1 for all. What is wrong is told on stderr. Fails if a goal is missed.
 */
final class BlameBench {
    private static final int SEED = 3;

    private BlameBench() {
    }

    public static void main(String[] args) throws Exception {
        double share = args.length > 0 ? Double.parseDouble(args[0]) : 1;
        List<String> rows = List.of(args).subList(Math.min(1, args.length), args.length);
        List<BlameCase> cases = BlameCases.all().stream().filter(c -> rows.isEmpty() || rows.contains(c.row()))
            .map(c -> c.lasting(share)).toList();
        Path folder = Files.createTempDirectory("lockstep-blame");
        System.err.print(BlameTable.machine());
        Map<String, BlameScore> scores = new LinkedHashMap<>();
        try (XDisplay display = XDisplay.start(1280, 720)) {
            play(cases, folder, display, System.err::println, scores);
        } catch (TestAbortedException e) {
            System.err.println("not measured: " + e.getMessage());
            System.exit(1);
            return;
        } finally {
            LatencyBench.delete(folder);
            System.out.print(BlameTable.of(scores.values()));
        }
        boolean all = scores.values().stream().allMatch(s -> s.reachesGoal() && s.falselyAccused == 0);
        System.exit(all ? 0 : 1);
    }

    /** Plays these and adds to the score of each row; {@code display} may be null if none needs a window. */
    static void play(List<BlameCase> cases, Path folder, XDisplay display, Consumer<String> tell, Map<String, BlameScore> scores)
        throws Exception {
        for (BlameCase c : cases) {
            BlameScore score = new BlameScore(c.row());
            for (int i = 0; i < c.runs(); i++) {
                score.add(c.play(GameJar.ofClass(folder, BlameRun.class), display, SEED + i), tell);
            }
            tell.accept(
                String.format("%s %s: fired %d, late %d, right %d %s, partly %d (%d), untouched %d %s", c.row(), c.options(),
                    score.fired, score.frames, score.right, score.named, score.partly, score.partlyRight, score.untouched,
                    score.namedUntouched));
            scores.computeIfAbsent(c.row(), BlameScore::new).add(score);
        }
    }
}
