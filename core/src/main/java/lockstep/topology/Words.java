package lockstep.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lockstep.files.OneLine;
import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Order;

/**
 * Parses the words of {@code [sync]} and of the command-line options of the same names. For an unknown word each method throws
 * {@link IllegalArgumentException} with a message that lists the known ones.
 */
public final class Words {
    private Words() {
    }

    /** Parses a {@link Granularity}. */
    public static Granularity granularity(String word) {
        return parse("granularity", Granularity.values(), Granularity::word, word);
    }

    /** Parses an {@link Order}. */
    public static Order order(String word) {
        return parse("order", Order.values(), Order::word, word);
    }

    /** Parses a {@link Hold}. */
    public static Hold hold(String word) {
        return parse("hold", Hold.values(), Hold::word, word);
    }

    /** Parses a {@link BarrierMode}. */
    public static BarrierMode barrier(String word) {
        return parse("barrier", BarrierMode.values(), BarrierMode::word, word);
    }

    /** The value whose spelling is {@code word}; {@code what} names the kind of value in the message. */
    public static <E> E parse(String what, E[] values, Function<E, String> spelling, String word) {
        List<String> known = new ArrayList<>();
        for (E value : values) {
            if (spelling.apply(value).equals(word)) {
                return value;
            }
            known.add(spelling.apply(value));
        }
        throw new IllegalArgumentException(
            "unknown " + what + " " + OneLine.quote(word) + Nearest.help(word, "one of", known));
    }

    /** Parses an {@link OnDeadlock}. */
    public static OnDeadlock onDeadlock(String word) {
        return parse("reaction", OnDeadlock.values(), OnDeadlock::word, word);
    }
}
