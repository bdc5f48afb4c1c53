package lockstep.sync;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A triple buffer that swaps in two steps, a volatile read and a volatile write: both sides can get the same copy. */
final class GetThenSetBuffer<T> {
    private static final int INDEX = 3, FRESH = 4;

    private final List<T> copies;
    private int back;
    private volatile int middle = 1;
    private int front = 2;

    GetThenSetBuffer(Supplier<T> empty) {
        copies = Stream.generate(empty).limit(3).toList();
    }

    T back() {
        return copies.get(back);
    }

    void publish() {
        int was = middle;
        middle = back | FRESH;
        back = was & INDEX;
    }

    T newest() {
        int was = middle;
        if ((was & FRESH) != 0) {
            middle = front;
            front = was & INDEX;
        }
        return copies.get(front);
    }
}
