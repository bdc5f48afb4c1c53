package lockstep.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import lockstep.blame.Pauses;
import lockstep.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StoppedTimeTest {
    private static final long MS = 1_000_000;
    private static final int FIRST_ENTRY = 32;
    private static final int ENTRY = 64;

    @TempDir
    private Path folder;
    private long nowNs;

    /** A file of counters as HotSpot lays it out: {@code sun.rt.safepoints}, {@code sun.rt.safepointTime}, the frequency. */
    private static ByteBuffer counters(ByteOrder order, long safepointTicks, long frequency) {
        ByteBuffer b = ByteBuffer.allocate(FIRST_ENTRY + 3 * ENTRY).putInt(0, 0xcafec0c0);
        b.order(order).put(4, (byte) (order == ByteOrder.BIG_ENDIAN ? 0 : 1)).put(5, (byte) 2).putInt(24, FIRST_ENTRY).putInt(28,
            3);
        entry(b, 0, "sun.rt.safepoints", 17);
        entry(b, 1, "sun.rt.safepointTime", safepointTicks);
        entry(b, 2, "sun.os.hrt.frequency", frequency);
        return b;
    }

    private static void entry(ByteBuffer b, int i, String name, long value) {
        int at = FIRST_ENTRY + i * ENTRY;
        b.putInt(at, ENTRY).putInt(at + 4, 20).put(at + 12, (byte) 'J').putInt(at + 16, 48).putLong(at + 48, value);
        b.put(at + 20, name.getBytes(StandardCharsets.US_ASCII));
    }

    private Path write(ByteBuffer counters) throws IOException {
        return Files.write(folder.resolve("counters"), counters.array());
    }

    private void sample(StoppedTime stopped, long atMs) {
        nowNs = atMs * MS;
        stopped.sample(() -> nowNs);
    }

    private static Stream<ByteOrder> orders() {
        return Stream.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void growthBetweenTheSamplesAroundTwoMomentsIsTheStop(ByteOrder order) throws IOException {
        Path file = write(counters(order, 1000, 10_000));
        StoppedTime stopped = new StoppedTime(file);
        sample(stopped, 0);
        Files.write(file, counters(order, 1200, 10_000).array());
        sample(stopped, 60);
        Files.write(file, counters(order, 1250, 10_000).array());
        sample(stopped, 120);
        assertEquals(20 * MS, stopped.ns(10 * MS, 30 * MS, new Pauses()));
        assertEquals(25 * MS, stopped.ns(10 * MS, 70 * MS, new Pauses()));
    }

    @Test
    void aStopIsSeenThatIsCountedALittleAfterItsEnd() throws IOException {
        Path file = write(counters(ByteOrder.LITTLE_ENDIAN, 0, 1000));
        StoppedTime stopped = new StoppedTime(file);
        sample(stopped, 0);
        sample(stopped, 50);
        Files.write(file, counters(ByteOrder.LITTLE_ENDIAN, 20, 1000).array());
        sample(stopped, 100);
        assertEquals(20 * MS, stopped.ns(10 * MS, 49 * MS, new Pauses()));
    }

    @Test
    void collectionsThatAreKnownAreTakenOff() throws IOException {
        Path file = write(counters(ByteOrder.LITTLE_ENDIAN, 0, 1000));
        StoppedTime stopped = new StoppedTime(file);
        sample(stopped, 0);
        Files.write(file, counters(ByteOrder.LITTLE_ENDIAN, 20, 1000).array());
        sample(stopped, 50);
        Pauses pauses = new Pauses();
        pauses.add(5 * MS, 18 * MS, "a collector");
        assertEquals(7 * MS, stopped.ns(20 * MS, 40 * MS, pauses));
        pauses.add(30 * MS, 45 * MS, "a collector");
        assertEquals(0, stopped.ns(20 * MS, 40 * MS, pauses));
    }

    private static Stream<Arguments> strange() {
        ByteBuffer sane = counters(ByteOrder.LITTLE_ENDIAN, 5, 1000);
        ByteBuffer cut = ByteBuffer.wrap(java.util.Arrays.copyOf(sane.array(), 100));
        return Stream.of(Arguments.of("empty", ByteBuffer.allocate(0)), Arguments.of("cut short", cut),
            Arguments.of("another kind", copy(sane).put(0, (byte) 'x')),
            Arguments.of("another version", copy(sane).put(5, (byte) 3)),
            Arguments.of("no frequency", counters(ByteOrder.LITTLE_ENDIAN, 5, 0)),
            Arguments.of("no such counter", copy(sane).put(FIRST_ENTRY + ENTRY + 20, (byte) 'x')));
    }

    private static ByteBuffer copy(ByteBuffer b) {
        return ByteBuffer.wrap(b.array().clone());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("strange")
    void aFileThatIsNotUnderstoodTellsNothing(String what, ByteBuffer content) throws IOException {
        StoppedTime stopped = new StoppedTime(write(content));
        sample(stopped, 0);
        sample(stopped, 50);
        assertEquals(-1, stopped.ns(10 * MS, 30 * MS, new Pauses()));
    }

    @Test
    void whereThereIsNoFileNothingIsTold() {
        StoppedTime stopped = new StoppedTime(folder.resolve("none"));
        sample(stopped, 0);
        sample(stopped, 50);
        assertEquals(-1, stopped.ns(10 * MS, 30 * MS, new Pauses()));
    }

    @Test
    void realSafepointsAreSeen() {
        StoppedTime stopped = StoppedTime.ofThisProcess();
        long begin = System.nanoTime();
        stopped.sample(Clock.SYSTEM);
        long from = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            assertTrue(Thread.getAllStackTraces().size() > 1);
        }
        long to = System.nanoTime();
        stopped.sample(Clock.SYSTEM);
        long ns = stopped.ns(from, to, new Pauses());
        assumeTrue(ns != -1, "this virtual machine keeps no performance counters in a file");
        long end = System.nanoTime();
        assertTrue(ns > 0 && ns <= end - begin, () -> ns + " of " + (end - begin));
    }
}
