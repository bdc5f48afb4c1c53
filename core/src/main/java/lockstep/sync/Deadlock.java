package lockstep.sync;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lanes that wait for each other in a cycle, so that none can continue by itself.
 *
 * @param atNs when it was confirmed, ns of the run's clock
 * @param cycle its lanes; each waits for what the next one holds, the last for what the first holds
 * @param resolved {@code broken}, {@code reported} or {@code exit}
 * @param foreign true if locks that are not guards are part of it
 */
public record Deadlock(long atNs, List<Link> cycle, String resolved, boolean foreign) {
    /**
     * One lane, or other thread, of a deadlock.
     *
     * @param lane its name
     * @param holds the guards that it holds, by name, separated by commas; empty if unknown
     * @param waitsFor what it waits for
     */
    public record Link(String lane, String holds, String waitsFor) {
        /** What the lane holds and waits for, in words. */
        public String text() {
            return "'" + lane + "'" + (holds.isEmpty() ? "" : " holds " + holds + " and") + " waits for " + waitsFor;
        }
    }

    public Deadlock {
        cycle = List.copyOf(cycle);
    }

    /** One line for people. */
    public String text() {
        return (foreign ? "deadlock with locks that are not guards: " : "deadlock: ")
            + cycle.stream().map(Link::text).collect(Collectors.joining("; "));
    }

    /** Its lanes, for people: {@code 'a', 'b' and 'c'}. */
    public String lanes() {
        String last = "'" + cycle.get(cycle.size() - 1).lane + "'";
        return cycle.size() == 1 ? last
            : cycle.stream().limit(cycle.size() - 1).map(l -> "'" + l.lane + "'").collect(Collectors.joining(", ")) + " and "
                + last;
    }
}
