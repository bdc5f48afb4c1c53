package lockstep.world;

import java.util.ArrayList;
import java.util.List;

/**
 * The roles that have access to the world, the tallies they add to, and the counts of roles that left. Immutable; when a role
 * comes or goes or the sharing changes, another object replaces it. Any thread may ask, even meanwhile: both objects contain all
 * that was counted.
 *
 * @param accesses the accesses of the present roles
 * @param tallies the common tally and, under an exchange, one for each present role
 * @param gone what roles that left had really added
 * @param goneChecked views that roles that left had checked
 * @param goneBad how many of these were bad
 */
record Members(List<Access> accesses, List<Tally> tallies, Ledger gone, long goneChecked, long goneBad) {
    /** No roles, and an empty tally. */
    Members() {
        this(List.of(), List.of(new Tally()), new Ledger(), 0, 0);
    }

    /** The common tally; under an exchange, what was counted before the present roles came. */
    Tally common() {
        return tallies.get(0);
    }

    /** With one more role; {@code own} is its own tally or the common one. */
    Members with(Access access, Tally own) {
        return new Members(and(accesses, access), tallies.contains(own) ? tallies : and(tallies, own), gone, goneChecked,
            goneBad);
    }

    /** Without a role, whose counts are kept; nobody may add to a tally meanwhile. */
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

    /** The same roles with a common tally, or with one each if {@code apart}; nobody may add to a tally meanwhile. */
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

    /** The value of the shared counter. */
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
