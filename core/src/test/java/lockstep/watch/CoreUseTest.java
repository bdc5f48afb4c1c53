package lockstep.watch;

import static lockstep.watch.Examined.MS;
import static lockstep.watch.Examined.OWN_PID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who had the cores, by a {@code /proc} made by hand, in which a tick is 10 ms. */
class CoreUseTest {
    private static final Map<Integer, String> LANES = Map.of(78, "render", 79, "physics");

    @TempDir
    Path proc;

    private long nowNs = 10_000 * MS;

    private CoreUse use() {
        return new CoreUse(proc, OWN_PID, 2, () -> nowNs);
    }

    private void process(int pid, String name, long ticks) throws IOException {
        stat(proc.resolve(Integer.toString(pid)), pid, name, ticks);
    }

    private void thread(int number, String name, long ticks) throws IOException {
        stat(proc.resolve(OWN_PID + "/task/" + number), number, name, ticks);
    }

    private static void stat(Path folder, int number, String name, long ticks) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("stat"),
            number + " (" + name + ") R 1 1 1 0 -1 4194560 9 9 0 9 " + ticks / 2 + " " + (ticks - ticks / 2)
                + " 99 99 20 0 1 0 5 1000 10\n");
    }

    /** The first look begins a stretch, the second ends it a quarter of a second later. */
    private void looks(CoreUse use, Made meanwhile) throws IOException {
        use.wanted(nowNs);
        assertTrue(use.isDue(nowNs));
        assertFalse(use.look(LANES), "nothing is known after one look");
        nowNs += 250 * MS;
        meanwhile.make();
        assertTrue(use.isDue(nowNs) && use.look(LANES));
    }

    private interface Made {
        void make() throws IOException;
    }

    @Test
    void aProcessThatHadTheCoresIsNamed() throws IOException {
        CoreUse use = use();
        process(300, "stress-ng", 1_000);
        process(OWN_PID, "java", 5_000);
        looks(use, () -> {
            process(300, "stress-ng", 1_025);
            process(OWN_PID, "java", 5_020);
        });
        assertEquals("'stress-ng' (process 300) had 1.0 of 2 cores meanwhile",
            use.during(nowNs - 100 * MS, nowNs - 50 * MS, "render"));
        assertEquals("'stress-ng' (process 300) had 1.0 of 2 cores just after",
            use.during(nowNs - 400 * MS, nowNs - 300 * MS, "render"));
        assertEquals("", use.during(nowNs - 4_000 * MS, nowNs - 3_000 * MS, "render"));
        assertEquals("", use.during(nowNs, nowNs + 40 * MS, "render"), "who had the cores before says nothing");
    }

    @Test
    void plantedHogsAreToldFromLanesAndTheVirtualMachine() throws IOException {
        CoreUse use = use();
        thread(78, "java", 0);
        thread(79, "physics", 0);
        looks(use, () -> {
            thread(78, "java", 20);
            thread(79, "physics", 7);
            thread(90, "hog-1", 14);
            thread(91, "hog-2", 16);
            thread(92, "C2 CompilerThre", 6);
        });
        assertEquals("2 planted hog threads had 1.2, lane physics 0.3 of 2 cores meanwhile",
            use.during(nowNs - 9 * MS, nowNs, "render"));
        assertEquals("2 planted hog threads had 1.2, lane render 0.8 of 2 cores meanwhile",
            use.during(nowNs - 9 * MS, nowNs, "physics"));
    }

    @Test
    void processesOfOneProgramAreToldOfTogether() throws IOException {
        CoreUse use = use();
        looks(use, () -> {
            process(300, "cc1plus", 12);
            process(301, "cc1plus", 13);
            process(302, "idle", 4);
        });
        assertEquals("'cc1plus' (2 processes) had 1.0 of 2 cores meanwhile", use.during(nowNs - 9 * MS, nowNs, "render"));
    }

    @Test
    void aNameThatIsMadeToMisleadDoesNot() throws IOException {
        CoreUse use = use();
        looks(use, () -> process(300, "a) R 9 9 \n\u001b[2J(hog-1", 25));
        assertEquals("'a) R 9 9 ??[2J(hog-1' (process 300) had 1.0 of 2 cores meanwhile",
            use.during(nowNs - 9 * MS, nowNs, "render"));
    }

    @Test
    void whereNobodyHadTheCoresNothingIsSaid() throws IOException {
        CoreUse use = use();
        process(300, "a", 1_000);
        looks(use, () -> process(300, "a", 900));
        assertEquals("'a' (process 300) had 2.0 of 2 cores meanwhile", use.during(nowNs - 9 * MS, nowNs, "render"),
            "another process has that number now");
        nowNs += 250 * MS;
        use.look(LANES);
        assertEquals("", use.during(nowNs - 9 * MS, nowNs, "render"));
    }

    @Test
    void nothingIsReadUnlessALaneGotNoCoreOfLate() throws IOException {
        CoreUse use = use();
        assertFalse(use.isDue(nowNs));
        process(300, "a", 0);
        looks(use, () -> process(300, "a", 25));
        assertFalse(use.isDue(nowNs), "a quarter of a second apart");
        nowNs += 4_000 * MS;
        assertFalse(use.isDue(nowNs));
        use.wanted(nowNs);
        assertFalse(use.look(LANES), "the stretch in between is too long to say anything");
    }

    @Test
    void aVerdictIsRevisedOnceItIsKnownWhoHadTheCores() throws IOException {
        Examined game = new Examined(nowNs, proc);
        process(300, "stress-ng", 0);
        game.inTime(60);
        long start = game.nowNs;
        game.nowNs += 40 * MS;
        game.render.recorder().span(SpanKind.PACE, start, game.nowNs, start + 16 * MS);
        game.drawn(start);
        game.inTime(6);
        assertEquals("", machine(game).doing());
        process(300, "stress-ng", 60);
        game.inTime(30);
        assertEquals("'stress-ng' (process 300) had 2.0 of 2 cores just after", machine(game).doing());
        assertEquals(24 * MS, machine(game).ns());
        String said = game.verdicts.frozen().get(0).late().sentence();
        assertTrue(
            said.endsWith(
                ": render was ready but got no core for 24.0 ms ('stress-ng' (process 300) had 2.0 of 2 cores just after)"),
            said);
        game.examiner.finish();
    }

    private static Cause machine(Examined game) {
        Cause cause = game.verdicts.all().get(0).causes().get(0);
        assertEquals(Blame.MACHINE, cause.kind());
        return cause;
    }
}
