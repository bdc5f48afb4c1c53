package lockstep.trace.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reader found in a trace; it fails where slices do not nest, time runs backwards or an event is on no track. */
final class TraceModel {
    /** A slice; {@code depth} 0 is the outermost. */
    record Slice(String name, long startNs, long endNs, int depth) {
    }

    /** Something at a moment. */
    record At(String name, long ns) {
    }

    private record Begun(String name, long ns, List<Long> flows) {
    }

    final Map<Long, String> tracks = new LinkedHashMap<>();
    final Map<Long, Integer> ranks = new HashMap<>();
    final Map<Long, List<Slice>> slices = new HashMap<>();
    final List<At> instants = new ArrayList<>();
    final Map<String, List<Long>> counts = new TreeMap<>();
    final Map<String, List<Double>> values = new TreeMap<>();
    /** The slices at the ends of each arrow. */
    final Map<Long, List<Slice>> arrows = new TreeMap<>();
    private final Map<Long, Deque<Begun>> open = new HashMap<>();
    private final Map<Long, Long> lastNs = new HashMap<>();

    void track(long id, String name, int rank) {
        tracks.put(id, name);
        ranks.put(id, rank);
    }

    void begin(long track, long ns, String name, List<Long> flows) {
        inOrder(track, ns);
        open.computeIfAbsent(track, t -> new ArrayDeque<>()).push(new Begun(name, ns, flows));
    }

    void end(long track, long ns, String name) {
        inOrder(track, ns);
        Deque<Begun> stack = open.getOrDefault(track, new ArrayDeque<>());
        assertFalse(stack.isEmpty(), () -> "a slice ends that did not begin, on " + tracks.get(track));
        Begun b = stack.pop();
        if (name != null) {
            assertEquals(b.name, name, "the slice that ends");
        }
        Slice s = new Slice(b.name, b.ns, ns, stack.size());
        slices.computeIfAbsent(track, t -> new ArrayList<>()).add(s);
        for (long f : b.flows) {
            arrows.computeIfAbsent(f, i -> new ArrayList<>()).add(s);
        }
    }

    void instant(long track, long ns, String name) {
        inOrder(track, ns);
        instants.add(new At(name, ns));
    }

    void value(String counter, double value) {
        values.computeIfAbsent(counter, c -> new ArrayList<>()).add(value);
    }

    void count(String counter, long value) {
        counts.computeIfAbsent(counter, c -> new ArrayList<>()).add(value);
    }

    private void inOrder(long track, long ns) {
        assertTrue(tracks.containsKey(track), () -> "an event on track " + track + ", of which nothing is known");
        assertTrue(lastNs.getOrDefault(track, Long.MIN_VALUE) <= ns, () -> "time runs backwards on " + tracks.get(track));
        lastNs.put(track, ns);
    }

    /** Every slice has ended. */
    TraceModel balanced() {
        open.forEach((track, stack) -> assertTrue(stack.isEmpty(), () -> stack + " did not end on " + tracks.get(track)));
        return this;
    }

    /** Every arrow has two ends. */
    TraceModel resolved() {
        arrows.forEach((id, ends) -> assertEquals(2, ends.size(), () -> "ends of arrow " + id + ": " + ends));
        return this;
    }

    /** The slices of a track in the order in which they begin, the outer first. */
    List<Slice> on(String track) {
        List<Slice> all = new ArrayList<>(slices.getOrDefault(id(track), List.of()));
        all.sort((a, b) -> a.startNs != b.startNs ? Long.compare(a.startNs, b.startNs) : Integer.compare(a.depth, b.depth));
        return all;
    }

    private long id(String track) {
        return tracks.entrySet().stream().filter(t -> t.getValue().equals(track)).findFirst()
            .orElseThrow(() -> new AssertionError("no track '" + track + "' among " + tracks.values())).getKey();
    }

    /** Names of the tracks from the top down. */
    List<String> order() {
        return tracks.keySet().stream().sorted((a, b) -> ranks.get(a) - ranks.get(b)).map(tracks::get).toList();
    }
}
