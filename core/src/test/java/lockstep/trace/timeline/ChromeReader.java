package lockstep.trace.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Chrome's trace events as their definition has them, with a strict parser of JSON. */
final class ChromeReader {
    private record End(boolean from, long track, long ns) {
    }

    private final TraceModel model = new TraceModel();
    private final Map<Long, String> names = new LinkedHashMap<>();
    private final Map<Long, Integer> ranks = new HashMap<>();
    private final Map<Long, List<End>> flows = new HashMap<>();

    private ChromeReader() {
    }

    static TraceModel read(byte[] bytes) {
        JsonReader json = new JsonReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        json.setStrictness(Strictness.STRICT);
        ChromeReader reader = new ChromeReader();
        List<JsonObject> events = new ArrayList<>();
        for (JsonElement e : JsonParser.parseReader(json).getAsJsonArray()) {
            events.add(e.getAsJsonObject());
        }
        events.forEach(reader::metadata);
        reader.names.forEach((tid, name) -> reader.model.track(tid, name, reader.ranks.get(tid)));
        events.forEach(reader::event);
        reader.flows.forEach(reader::arrow);
        return reader.model;
    }

    private void metadata(JsonObject e) {
        assertTrue(e.has("pid"));
        if (phase(e).equals("M")) {
            JsonObject args = e.getAsJsonObject("args");
            switch (e.get("name").getAsString()) {
                case "thread_name" -> names.put(tid(e), args.get("name").getAsString());
                case "thread_sort_index" -> ranks.put(tid(e), args.get("sort_index").getAsInt());
                case "process_name" -> assertEquals("Lockstep", args.get("name").getAsString());
                default -> throw new AssertionError(e);
            }
        }
    }

    private void event(JsonObject e) {
        String name = e.get("name").getAsString();
        switch (phase(e)) {
            case "M" -> {}
            case "B" -> model.begin(tid(e), ns(e), name, List.of());
            case "E" -> model.end(tid(e), ns(e), name);
            case "i" -> model.instant(tid(e), ns(e), name);
            case "C" -> {
                var arg = e.getAsJsonObject("args").entrySet().iterator().next();
                if (arg.getKey().equals("value")) {
                    model.value(name, arg.getValue().getAsDouble());
                } else {
                    model.count(name, arg.getValue().getAsLong());
                }
            }
            case "s", "f" -> {
                assertTrue(phase(e).equals("s") || e.get("bp").getAsString().equals("e"), "an arrow ends in the slice around it");
                flows.computeIfAbsent(e.get("id").getAsLong(), i -> new ArrayList<>())
                    .add(new End(phase(e).equals("s"), tid(e), ns(e)));
            }
            default -> throw new AssertionError(e);
        }
    }

    private void arrow(long id, List<End> ends) {
        if (ends.size() == 2) {
            End from = ends.get(ends.get(0).from ? 0 : 1);
            End to = ends.get(ends.get(0).from ? 1 : 0);
            assertTrue(from.from && !to.from && from.ns <= to.ns, () -> "arrow " + ends);
        }
        for (End end : ends) {
            model.arrows.computeIfAbsent(id, i -> new ArrayList<>()).add(model.slices.get(end.track).stream()
                .filter(s -> s.startNs() <= end.ns && end.ns < s.endNs()).max((a, b) -> a.depth() - b.depth())
                .orElseThrow(() -> new AssertionError("arrow " + id + " has an end in no slice")));
        }
    }

    private static String phase(JsonObject e) {
        return e.get("ph").getAsString();
    }

    private static long tid(JsonObject e) {
        return e.get("tid").getAsLong();
    }

    private static long ns(JsonObject e) {
        return new BigDecimal(e.get("ts").getAsString()).movePointRight(3).longValueExact();
    }
}
