package lockstep.sync;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lanes that wait for each other in a circle, so that none will ever go on by itself.
 *
 * @param atNs     when it was certain, on the run's clock
 * @param cycle    each waits for what the next one has; the last for what the first has
 * @param resolved {@code broken}, {@code reported} or {@code exit}
 * @param foreign  true if locks that are none of our guards are part of it
 */
public record Deadlock(long atNs, List<Link> cycle, String resolved, boolean foreign) {
    /**
     * One lane, or thread, of it.
     *
     * @param lane     its name
     * @param holds    what it holds: guards by name, separated by commas; empty if that cannot be known
     * @param waitsFor what it waits for
     */
    public record Link(String lane, String holds, String waitsFor) {
    }

    public Deadlock {
        cycle = List.copyOf(cycle);
    }

    /** One line for people. */
    public String text() {
        return (foreign ? "deadlock with locks that are no guards: " : "deadlock: ") + cycle.stream()
            .map(l -> "'" + l.lane + "'" + (l.holds.isEmpty() ? "" : " holds " + l.holds + " and") + " waits for " + l.waitsFor)
            .collect(Collectors.joining("; "));
    }
}
