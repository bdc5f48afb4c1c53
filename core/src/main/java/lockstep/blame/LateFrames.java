package lockstep.blame;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The late frames of a run with their causes, and the evidence for the worst 12 and the last 12. One thread adds; any thread
 * reads. All methods briefly take this object's monitor except {@link #version}, which a drawing lane asks first.
 */
public final class LateFrames {
    /** How many of the worst and of the last frames keep their evidence. */
    public static final int WORST = 12, LAST = 12;
    /** When a frame's verdict is final, ns after its end; until then late evidence may revise it. */
    public static final long FINAL_NS = 2_500_000_000L;
    /** Late frames kept with their causes; later ones are only counted. */
    public static final int KEPT = 20_000;

    /**
     * What one culprit did in a whole run.
     *
     * @param frames late frames of which it was the first cause
     * @param ns ns above what is usual, over all late frames that it contributed to
     */
    public record Total(String lane, Blame kind, String what, long frames, long ns) {
    }

    private record Culprit(String lane, Blame kind, String what) {
    }

    private final List<LateFrame> all = new ArrayList<>();
    private final List<Frozen> worst = new ArrayList<>();
    private final List<Frozen> last = new ArrayList<>();
    private final Map<Culprit, long[]> totals = new LinkedHashMap<>();
    private final List<Consumer<LateFrame>> listeners = new CopyOnWriteArrayList<>();
    private long count;
    private volatile long version;

    /** Adds a listener that receives each verdict, and each revised one, on the thread that judges; before the run. */
    public void listen(Consumer<LateFrame> listener) {
        listeners.add(listener);
    }

    /** Adds a judged frame with its evidence; frames come in order. Only the thread that judges. */
    public void add(Frozen frozen) {
        synchronized (this) {
            count++;
            if (all.size() < KEPT) {
                all.add(frozen.late().withoutPath());
            }
            sum(frozen.late(), 1);
            last.add(frozen);
            if (last.size() > LAST) {
                last.remove(0);
            }
            worst.add(frozen);
            trimWorst();
            version++;
        }
        listeners.forEach(l -> l.accept(frozen.late()));
    }

    private void trimWorst() {
        if (worst.size() > WORST) {
            worst.remove(worst.stream().min(Comparator.comparingLong(f -> f.late().overNs())).orElseThrow());
        }
    }

    /** Replaces a verdict after late evidence. Only the thread that judges. */
    public void revise(LateFrame before, LateFrame after) {
        synchronized (this) {
            for (int i = all.size() - 1; i >= 0 && all.get(i).frame() >= before.frame(); i--) {
                if (all.get(i).frame() == before.frame()) {
                    all.set(i, after.withoutPath());
                }
            }
            sum(before, -1);
            sum(after, 1);
            worst.replaceAll(f -> f.late() == before ? f.with(after) : f);
            last.replaceAll(f -> f.late() == before ? f.with(after) : f);
            version++;
        }
        listeners.forEach(l -> l.accept(after));
    }

    private void sum(LateFrame f, int sign) {
        boolean first = true;
        for (Cause c : f.causes()) {
            long[] t = totals.computeIfAbsent(new Culprit(c.lane(), c.kind(), c.what()), k -> new long[2]);
            t[0] += first ? sign : 0;
            t[1] += sign * c.ns();
            first = false;
        }
    }

    /** Changes with each verdict; any thread, without waiting. */
    public long version() {
        return version;
    }

    /** Frames judged so far. */
    public synchronized long count() {
        return count;
    }

    /** The first {@value #KEPT} late frames, oldest first, without their paths. */
    public synchronized List<LateFrame> all() {
        return List.copyOf(all);
    }

    /** The frames for which there is evidence, oldest first. */
    public synchronized List<Frozen> frozen() {
        List<Frozen> both = new ArrayList<>(last);
        worst.stream().filter(w -> last.stream().noneMatch(l -> l.late().frame() == w.late().frame())).forEach(both::add);
        both.sort(Comparator.comparingLong(f -> f.late().frame()));
        return both;
    }

    /** The totals of each culprit, the biggest first. */
    public synchronized List<Total> totals() {
        return totals.entrySet().stream().filter(e -> e.getValue()[0] > 0 || e.getValue()[1] > 0)
            .map(e -> new Total(e.getKey().lane(), e.getKey().kind(), e.getKey().what(), e.getValue()[0], e.getValue()[1]))
            .sorted(Comparator.comparingLong(Total::ns).reversed()).toList();
    }
}
