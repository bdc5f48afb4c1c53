package lockstep.trace.summary;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import lockstep.time.TimeCounts;
import lockstep.watch.Intervals;
import org.HdrHistogram.Histogram;

/**
 * Writes the key {@code intervals} of a summary. {@code ns} is the length of each interval; {@code totals} is how much each total
 * grew in it; {@code times} are durations in it, ns, as a compressed HdrHistogram in base 64 ("" for none), as in an HdrHistogram
 * log. A total or times are named by {@code group}, {@code of} and {@code figure}: lanes, physics, guard_wait_ns.
 */
final class IntervalsJson {
    private IntervalsJson() {
    }

    static void write(JsonWriter json, Intervals intervals) throws IOException {
        json.object("intervals").array("ns");
        for (int i = 0; i < intervals.count(); i++) {
            json.value(intervals.ns(i));
        }
        json.pop().array("totals");
        for (Intervals.Total t : intervals.totals()) {
            name(json, t.name());
            for (int i = 0; i < intervals.count(); i++) {
                json.value(t.in(i));
            }
            json.pop().pop();
        }
        json.pop().array("times");
        for (Intervals.Times t : intervals.times()) {
            name(json, t.name());
            Histogram empty = t.empty();
            for (int i = 0; i < intervals.count(); i++) {
                json.value(encoded(t.in(i), empty));
            }
            json.pop().pop();
        }
        json.pop().pop();
    }

    private static void name(JsonWriter json, Intervals.Name n) throws IOException {
        json.object().set("group", n.group()).set("of", n.of().get()).set("figure", n.figure()).array("each");
    }

    /** The encoded histogram of {@code times}; {@code scratch} is any histogram that can hold them. */
    static String encoded(TimeCounts times, Histogram scratch) {
        if (times.size() == 0) {
            return "";
        }
        scratch.reset();
        times.addTo(scratch);
        ByteBuffer bytes = ByteBuffer.allocate(scratch.getNeededByteBufferCapacity());
        int length = scratch.encodeIntoCompressedByteBuffer(bytes, Deflater.DEFAULT_COMPRESSION);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
    }
}
