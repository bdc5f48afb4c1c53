package lockstep.trace.jfr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;
import lockstep.time.Spans;

/** Reads flight recordings and says what is wrong with them. */
final class Flight {
    /** A lane may lose its core between the end of a span and that of its event; so many waits do not all suffer that. */
    private static final int ENOUGH = 5;

    private Flight() {
    }

    /** The events of one name, by the time at which they began. */
    static List<RecordedEvent> events(Path file, String name) throws IOException {
        return RecordingFile.readAllEvents(file).stream().filter(e -> e.getEventType().getName().equals(name))
            .sorted(Comparator.comparing(RecordedEvent::getStartTime)).toList();
    }

    /** What is wrong with the events of waits of one kind on one lane, by the spans in its ring; empty if nothing is. */
    static List<String> faults(List<RecordedEvent> events, SpanRing ring, SpanKind kind, long threadId) {
        List<String> faults = new ArrayList<>();
        long[] spans = durations(ring, kind);
        if (events.size() != spans.length) {
            faults.add(events.size() + " events for " + spans.length + " spans");
            return faults;
        }
        long[] off = IntStream.range(0, spans.length).mapToLong(i -> Math.abs(events.get(i).getDuration().toNanos() - spans[i]))
            .sorted().toArray();
        if (spans.length >= ENOUGH && off[spans.length / 2] > 500_000) {
            faults
                .add("durations are off by a median of " + off[spans.length / 2] + " ns: " + Arrays.toString(spans) + " recorded "
                    + events.stream().map(e -> e.getDuration().toNanos()).toList());
        }
        if (events.stream().anyMatch(e -> e.getThread() == null || e.getThread().getJavaThreadId() != threadId)) {
            faults.add("another thread");
        }
        if (events.stream().anyMatch(e -> e.getStackTrace() != null)) {
            faults.add("a stack trace");
        }
        return faults;
    }

    /** How long the waits of a kind took, ns, oldest first. */
    static long[] durations(SpanRing ring, SpanKind kind) {
        Spans spans = new Spans(1 << 14);
        spans.read(ring, 0);
        if (spans.lost() > 0) {
            throw new IllegalStateException("the run is too long: " + spans.lost() + " spans are overwritten");
        }
        return IntStream.range(0, spans.count()).filter(i -> spans.kind(i) == kind)
            .mapToLong(i -> spans.endNs(i) - spans.startNs(i)).toArray();
    }
}
