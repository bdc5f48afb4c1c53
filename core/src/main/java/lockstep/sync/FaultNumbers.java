package lockstep.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The numbers, from 1, by which spans name planted faults. A number is given once and keeps its meaning. Any thread. */
final class FaultNumbers {
    /** The largest number: a span has eight bits for it. */
    private static final int MOST = 255;

    private final List<FaultSpec> numbered = new CopyOnWriteArrayList<>();

    /** The fault's number, 0 if none is left. */
    synchronized int of(FaultSpec spec) {
        if (!numbered.contains(spec) && numbered.size() < MOST) {
            numbered.add(spec);
        }
        return numbered.indexOf(spec) + 1;
    }

    /** The faults in words for people; the index is the number less 1. */
    List<String> words() {
        return numbered.stream().map(FaultSpec::words).toList();
    }
}
