package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import lockstep.time.LaneRecorder;
import org.junit.jupiter.api.Test;

/** The order that a triple buffer makes, on traces made by hand: a lane's steps are counted by the buffer alone. */
class PublicationOrderTest {
    private final LaneRecorder writer = new LaneRecorder(0, "writer", () -> 0);
    private final LaneRecorder reader = new LaneRecorder(1, "reader", () -> 0);
    private final LaneRecorder other = new LaneRecorder(2, "other", () -> 0);
    private final Races races = new Races();
    private final Variable x = races.variable("bodies");
    private final TripleBuffer<long[]> buffer = new TripleBuffer<>(() -> new long[1], () -> races.variable("copy"));

    PublicationOrderTest() {
        races.on(List.of(writer, reader, other));
    }

    @Test
    void whatTheWriterDidComesBeforeWhatTheReaderDoesWithThePublication() {
        for (int i = 0; i < 10; i++) {
            Variable each = races.variable("bodies");
            each.write(writer.order());
            buffer.publish(writer);
            buffer.newest(reader);
            each.read(reader.order());
        }
        assertEquals(0, races.count());
    }

    @Test
    void whatTheWriterDoesAfterPublishingDoesNot() {
        buffer.publish(writer);
        x.write(writer.order());
        buffer.newest(reader);
        x.read(reader.order());
        assertEquals(1, races.count());
    }

    @Test
    void aPublicationNotTakenIsNoOrder() {
        buffer.publish(writer);
        buffer.newest(reader);
        x.write(writer.order());
        buffer.publish(writer);
        x.read(reader.order());
        assertEquals(1, races.count());
    }

    @Test
    void whatTheReaderDidComesBeforeWhatTheWriterDoesWithTheCopyItGetsBack() {
        buffer.publish(writer);
        x.read(reader.order());
        buffer.newest(reader);
        buffer.publish(writer);
        x.write(writer.order());
        assertEquals(0, races.count());
    }

    @Test
    void whatTheReaderDoesWithItsNewCopyDoesNot() {
        buffer.publish(writer);
        buffer.newest(reader);
        x.read(reader.order());
        buffer.publish(writer);
        x.write(writer.order());
        assertEquals(1, races.count());
    }

    /** Canary: a buffer has one reader; were there two, they would meet in a copy that nothing made for the second. */
    @Test
    void aSecondReaderIsNoticed() {
        buffer.publish(writer);
        buffer.newest(reader);
        assertEquals(0, races.count());
        buffer.newest(other);
        assertEquals("copy", races.found().get(0).region());
    }

    @Test
    void theReaderGetsTheSameWhetherRacesAreLookedForOrNot() {
        for (int i = 1; i <= 6; i++) {
            if (i == 4) {
                races.off(List.of(writer, reader, other));
            }
            buffer.back()[0] = i;
            buffer.publish(writer);
            long[] newest = buffer.newest(reader);
            assertEquals(i, newest[0]);
            assertSame(newest, buffer.newest(null));
        }
    }
}
