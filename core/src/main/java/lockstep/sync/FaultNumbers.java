package lockstep.sync;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The numbers by which spans name what was planted: each from 1 on is given once and keeps its meaning. Any thread. */
final class FaultNumbers {
    /** What is planted beyond these has none: a span has room for eight bits. */
    private static final int MOST = 255;

    private final List<FaultSpec> numbered = new CopyOnWriteArrayList<>();

    /** Its number, 0 if there is none left. */
    synchronized int of(FaultSpec spec) {
        if (!numbered.contains(spec) && numbered.size() < MOST) {
            numbered.add(spec);
        }
        return numbered.indexOf(spec) + 1;
    }

    /** In words for people, by number less 1. */
    List<String> words() {
        return numbered.stream().map(FaultSpec::words).toList();
    }
}
