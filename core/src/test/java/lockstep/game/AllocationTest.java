package lockstep.game;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final int TICKS = 5000, PASSES = 4;

    /**
     * The same run is played several times. The just-in-time compiler now and then allocates on the thread whose code it
     * gives up; that is never at the same tick each time, while what the game allocates is. Building a sector is no
     * steady state.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1000})
    void aTickWithoutANewSectorAllocatesNothing(int bodies) {
        long[] least = new long[TICKS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (int pass = 0; pass < PASSES; pass++) play(bodies, least);
        for (int i = 0; i < TICKS; i++) assertEquals(0, least[i], "bytes in tick " + (i + 1));
    }

    private static void play(int bodies, long[] least) {
        Game game = new Game(3, bodies, 60);
        Scene scene = new Scene(game.capacity()), copy = new Scene(game.capacity());
        Controls c = new Controls();
        Autopilot pilot = new Autopilot(3);
        game.copyTo(scene);
        pilot.steer(scene, c);
        long self = Thread.currentThread().getId(), start = THREADS.getThreadAllocatedBytes(self);
        long ofMeasuring = THREADS.getThreadAllocatedBytes(self) - start, checksums = 0;
        for (int i = 0; i < TICKS; i++) {
            int run = scene.run, sector = scene.sector;
            long before = THREADS.getThreadAllocatedBytes(self);
            pilot.steer(scene, c);
            game.step(c);
            game.copyTo(scene);
            copy.set(scene);
            checksums += copy.checksum() + game.hash();
            long bytes = THREADS.getThreadAllocatedBytes(self) - before - ofMeasuring;
            boolean steady = scene.run == run && scene.sector == sector;
            least[i] = Math.max(0, Math.min(least[i], steady ? bytes : 0));
        }
        assertNotEquals(0, checksums);
        game.dispose();
    }
}
