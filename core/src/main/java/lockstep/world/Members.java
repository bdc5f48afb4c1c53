package lockstep.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The roles that have an access to the world, the tallies they add to, and what those that left have counted. It never
 * changes; when a role comes or goes, or the world is shared in another way, another one takes its place. Any thread asks,
 * also while that happens: what was counted is in the old one and in the new.
 *
 * @param accesses of the roles there are
 * @param tallies first the one that all add to, then under an exchange one for each role that is here
 * @param gone what roles that left had really added
 * @param goneChecked views that they had checked, and {@code goneBad}, how many of them were bad
 */
record Members(List<Access> accesses, List<Tally> tallies, Ledger gone, long goneChecked, long goneBad) {
    /** Nobody yet, and an empty tally. */
    Members() {
        this(List.of(), List.of(new Tally()), new Ledger(), 0, 0);
    }

    /** The tally of all; under an exchange what was counted before the roles that are here. */
    Tally common() {
        return tallies.get(0);
    }

    /** One role more; {@code own} is its own tally, or the one of all. */
    Members with(Access access, Tally own) {
        return new Members(and(accesses, access), tallies.contains(own) ? tallies : and(tallies, own), gone, goneChecked,
            goneBad);
    }

    /** One role less, nothing of whose counts is lost; nobody adds to a tally meanwhile. */
    Members without(Access access) {
        List<Access> left = new ArrayList<>(accesses);
        left.remove(access);
        return new Members(List.copyOf(left), access.tally() == common() ? tallies : folded(access.tally()),
            gone.and(access.ledger()),
            goneChecked + access.views().checked(), goneBad + access.views().bad());
    }

    private List<Tally> folded(Tally own) {
        Tally sum = new Tally();
        sum.addAll(common());
        sum.addAll(own);
        List<Tally> left = new ArrayList<>(tallies);
        left.remove(own);
        left.set(0, sum);
        return List.copyOf(left);
    }

    /** The same roles with one tally for all, or one of each one's own; nobody adds to a tally meanwhile. */
    Members counting(boolean apart) {
        Tally sum = new Tally();
        tallies.forEach(sum::addAll);
        List<Tally> next = new ArrayList<>(List.of(sum));
        for (int i = 0; apart && i < accesses.size(); i++) {
            next.add(new Tally());
        }
        return new Members(accesses, List.copyOf(next), gone, goneChecked, goneBad);
    }

    /** What all roles really added to a counter. */
    long ledger(Counter c) {
        long sum = gone.get(c);
        for (int i = 0; i < accesses.size(); i++) {
            sum += accesses.get(i).ledger().get(c);
        }
        return sum;
    }

    /** What the shared counter says. */
    long tally(Counter c) {
        long sum = 0;
        for (int i = 0; i < tallies.size(); i++) {
            sum += tallies.get(i).get(c);
        }
        return sum;
    }

    long viewsChecked() {
        return goneChecked + accesses.stream().mapToLong(a -> a.views().checked()).sum();
    }

    long viewsBad() {
        return goneBad + accesses.stream().mapToLong(a -> a.views().bad()).sum();
    }

    private static <E> List<E> and(List<E> list, E more) {
        List<E> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
