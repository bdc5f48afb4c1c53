package lockstep.trace.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Compares two runs by every figure that at least one of them has. */
final class Comparison {
    /** With fewer intervals no confidence interval is given. */
    static final int ENOUGH = 10;
    /** With fewer intervals, the correlation of neighbours is hard to estimate. */
    static final int AMPLE = 60;

    private Comparison() {
    }

    /** One row per figure, in the order of the table. */
    static List<CompareRow> of(RunFile a, RunFile b) {
        if (a.ns().length == 0 || b.ns().length == 0) {
            return points(Points.of(a), Points.of(b));
        }
        String tooFew = Math.min(a.ns().length, b.ns().length) < ENOUGH ? "too short" : null;
        Map<List<Compared>, Family> fa = byFigures(Families.of(a));
        Map<List<Compared>, Family> fb = byFigures(Families.of(b));
        return both(fa, fb).parallelStream().flatMap(f -> rows(fa.get(f), fb.get(f), tooFew)).toList();
    }

    private static Stream<CompareRow> rows(Family a, Family b, String tooFew) {
        return (b == null ? a.alone(true) : a == null ? b.alone(false) : a.against(b, tooFew)).stream();
    }

    private static Map<List<Compared>, Family> byFigures(List<Family> families) {
        Map<List<Compared>, Family> map = new LinkedHashMap<>();
        families.forEach(f -> map.put(f.figures(), f));
        return map;
    }

    private static List<CompareRow> points(Map<Compared, Double> a, Map<Compared, Double> b) {
        return both(a, b).stream().map(f -> {
            String word = !b.containsKey(f) ? "only in A" : a.containsKey(f) ? "" : "only in B";
            return CompareRow.without(f, a.getOrDefault(f, Double.NaN), b.getOrDefault(f, Double.NaN), word);
        }).toList();
    }

    /** The keys of both: those of {@code a}, then those that only {@code b} has. */
    private static <K> List<K> both(Map<K, ?> a, Map<K, ?> b) {
        Set<K> keys = new LinkedHashSet<>(a.keySet());
        keys.addAll(b.keySet());
        return new ArrayList<>(keys);
    }
}
