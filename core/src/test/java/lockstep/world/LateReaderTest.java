package lockstep.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.TestLane;
import lockstep.sync.Races;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role that begins to read while another one publishes. */
class LateReaderTest {
    private static final LaneRecorder LANE = new LaneRecorder(0, "lane", Clock.SYSTEM);
    private static final int LENGTH = 64;

    private Runnable inCopy = () -> {};

    private final Exchanges<long[]> exchanges = new Exchanges<>(() -> new long[LENGTH], (from, to) -> {
        System.arraycopy(from, 0, to, 0, LENGTH / 2);
        inCopy.run();
        System.arraycopy(from, LENGTH / 2, to, LENGTH / 2, LENGTH / 2);
    }, a -> 0, () -> new Races().variable("region"));

    private static long[] numbered(long n) {
        long[] content = new long[LENGTH];
        java.util.Arrays.fill(content, n);
        return content;
    }

    private static boolean isWhole(long[] content) {
        for (long n : content) {
            if (n != content[0]) {
                return false;
            }
        }
        return true;
    }

    /** The writer publishes at the worst moment: while what the reader is to begin with is being copied. */
    @Test
    void aPublicationWhileAReaderJoinsIsNotMixedWithWhatItBeginsWith() {
        Exchanges<long[]>.Writer writer = writer(exchanges);
        exchanges.reader();
        writer.publish(numbered(1), LANE);
        exchanges.close();
        int[] copies = new int[1];
        inCopy = () -> {
            if (copies[0]++ == 0) {
                writer.publish(numbered(2), LANE);
            }
        };
        Exchanges<long[]>.Reader late = exchanges.reader();
        assertEquals(1, copies[0], "nothing was published meanwhile");
        assertTrue(isWhole(late.newest(LANE)), "it begins with a mix");
        assertEquals(1, late.newest(LANE)[0], "it begins with what was kept");
        writer.publish(numbered(3), LANE);
        assertEquals(3, late.newest(LANE)[0]);
        assertTrue(isWhole(late.newest(LANE)));
    }

    private Exchanges<long[]>.Writer writer(Exchanges<long[]> to) {
        return to.writer((mine, copy) -> System.arraycopy(mine, 0, copy, 0, LENGTH));
    }

    @Test
    void aReaderThatComesWhenAllOthersHaveLeftBeginsWithWhatTheyHad() {
        Exchanges<long[]>.Reader gone = exchanges.reader();
        Exchanges<long[]>.Writer writer = writer(exchanges);
        exchanges.close();
        writer.publish(numbered(1), LANE);
        exchanges.leave(gone);
        assertEquals(1, exchanges.reader().newest(LANE)[0]);
    }

    /** Of a region with one writer publications bear no version: then what the first reader has is as new as any. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsNewestIsNotWhatALateReaderBeganWith(boolean numbersItsPublications) {
        Exchanges<long[]> all = new Exchanges<>(() -> new long[LENGTH], (from, to) -> System.arraycopy(from, 0, to, 0, LENGTH),
            a -> numbersItsPublications ? a[0] : 0, () -> new Races().variable("region"));
        Exchanges<long[]>.Writer writer = writer(all);
        all.reader();
        writer.publish(numbered(1), LANE);
        all.close();
        writer.publish(numbered(5), LANE);
        assertEquals(1, all.reader().newest(LANE)[0]);
        assertEquals(5, all.newest()[0]);
    }

    @Test
    void readersThatJoinAtAnyTimeSeeWholePublicationsThatNeverGoBack() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong published = new AtomicLong();
        try (TestLane lane = new TestLane(0, "writer")) {
            Exchanges<long[]>.Writer writer = writer(exchanges);
            exchanges.reader();
            writer.publish(numbered(1), LANE);
            exchanges.close();
            Future<Long> writing = lane.begin(() -> {
                long n = 1;
                while (!over.get()) {
                    writer.publish(numbered(++n), lane.recorder());
                    published.set(n);
                }
                return n;
            });
            List<Exchanges<long[]>.Reader> readers = new ArrayList<>();
            List<Long> last = new ArrayList<>();
            try {
                for (int i = 0; i < 200; i++) {
                    while (published.get() <= i && !writing.isDone()) {
                        Thread.onSpinWait();
                    }
                    readers.add(exchanges.reader());
                    last.add(1L);
                    for (int r = 0; r < readers.size(); r++) {
                        long[] seen = readers.get(r).newest(LANE);
                        assertTrue(isWhole(seen), "torn");
                        assertFalse(seen[0] < last.get(r), "went back");
                        last.set(r, seen[0]);
                    }
                }
            } finally {
                over.set(true);
            }
            assertTrue(TestLane.result(writing) >= 200);
        }
    }
}
