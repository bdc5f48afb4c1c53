package lockstep.trace.timeline;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.trace.JsonText;

/**
 * Chrome's trace events: a JSON array, one event per line. The format allows the closing bracket to be missing. Times are µs with
 * three decimals. Slices are pairs of {@code B} and {@code E} events, so that no reader has to add a rounded start and duration.
 */
final class ChromeFormat implements TraceFormat {
    private final StringBuilder text = new StringBuilder("[");
    private final Map<String, String> quoted = new HashMap<>();
    private final String pid;
    private boolean any;

    /** Events of process {@code pid}. */
    public ChromeFormat(long pid) {
        this.pid = ",\"pid\":" + pid;
        metadata("process_name", 0, "\"name\":\"Lockstep\"");
    }

    @Override
    public void track(Track t) {
        if (t.sort() == Sort.LANE || t.sort() == Sort.ROW) {
            metadata("thread_name", t.id(), "\"name\":" + quote(t.name()));
            metadata("thread_sort_index", t.id(), "\"sort_index\":" + t.rank());
        }
    }

    private void metadata(String what, int track, String args) {
        line().append("\"ph\":\"M\"").append(pid).append(",\"tid\":").append(track).append(",\"name\":\"").append(what)
            .append("\",\"args\":{").append(args).append("}}");
    }

    @Override
    public void begin(int track, long ns, String name, List<Slice.Flow> flows) {
        event("B", track, ns, quote(name)).append('}');
        for (Slice.Flow f : flows) {
            event(f.from() ? "s" : "f", track, Math.max(ns, f.atNs()), "\"waits for\"").append(",\"cat\":\"wait\",\"id\":")
                .append(f.id())
                .append(f.from() ? "}" : ",\"bp\":\"e\"}");
        }
    }

    @Override
    public void beginOnce(int track, long ns, String name) {
        event("B", track, ns, JsonText.quote(name)).append('}');
    }

    @Override
    public void end(int track, long ns, String name) {
        String known = quoted.get(name);
        event("E", track, ns, known != null ? known : JsonText.quote(name)).append('}');
    }

    @Override
    public void instant(int track, long ns, String name) {
        event("i", track, ns, JsonText.quote(name)).append(",\"s\":\"t\"}");
    }

    @Override
    public void count(Track track, long ns, long value) {
        event("C", 0, ns, quote(track.name())).append(",\"args\":{\"").append(track.sort() == Sort.BYTES ? "bytes" : "count")
            .append("\":")
            .append(value).append("}}");
    }

    @Override
    public void count(Track track, long ns, double value) {
        event("C", 0, ns, quote(track.name())).append(",\"args\":{\"value\":").append(value).append("}}");
    }

    private StringBuilder event(String phase, int track, long ns, String quotedName) {
        line().append("\"ph\":\"").append(phase).append('"').append(pid).append(",\"tid\":").append(track).append(",\"ts\":");
        micros(ns);
        return text.append(",\"name\":").append(quotedName);
    }

    private StringBuilder line() {
        text.append(any ? ",\n{" : "\n{");
        any = true;
        return text;
    }

    private void micros(long ns) {
        long rest = Math.floorMod(ns, 1000L);
        text.append(Math.floorDiv(ns, 1000L)).append('.');
        text.append((char) ('0' + rest / 100)).append((char) ('0' + rest / 10 % 10)).append((char) ('0' + rest % 10));
    }

    private String quote(String s) {
        return quoted.computeIfAbsent(s, JsonText::quote);
    }

    @Override
    public void drainTo(ByteArrayOutputStream bytes) throws IOException {
        bytes.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }

    @Override
    public void close() {
        text.append("\n]\n");
    }
}
