package lockstep.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.Supplier;
import lockstep.time.LaneOrder;
import lockstep.time.LaneRecorder;
import lockstep.time.VectorClock;

/**
 * Three copies of something that one lane passes to another: one that the writer fills, one that the reader reads, and one in
 * between that is exchanged.
 *
 * <p>One lane is the writer and calls {@link #back} and {@link #publish}; one is the reader and calls {@link #newest}. Both are
 * wait-free: one atomic exchange, no loop. The reader sees the newest whole publication and never an older one than before;
 * publications that it did not take in time are skipped. Neither ever touches the other's copy, because each of the three indices
 * is in exactly one place at any moment: {@code back}, {@code front} or {@code middle}.
 *
 * <p>Ordering: both exchanges of {@code middle} are volatile reads and writes of one word. So what the writer put into a copy
 * happens before the reader that gets it, and what the reader read happens before the writer that gets the copy back. A bit
 * beside the index says whether the copy is fresh, so that a reader that comes twice keeps what it has instead of getting an
 * older one. The algorithm is that of {@code TTripleBuffer} in Unreal Engine and of the Rust crate {@code triple_buffer} (H.
 * Grasland), which both state it as here.
 */
public final class TripleBuffer<T> {
    private static final int INDEX = 3, FRESH = 4;
    private static final VarHandle MIDDLE;

    static {
        try {
            MIDDLE = MethodHandles.lookup().findVarHandle(TripleBuffer.class, "middle", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final T first, second, third;
    private final VectorClock[] handedOver = {new VectorClock(), new VectorClock(), new VectorClock()};
    private final Variable[] uses = new Variable[3];
    private int back;
    @SuppressWarnings("FieldMayBeFinal")
    private int middle = 1;
    private int front = 2;

    /** Three copies made by {@code empty}, none of them published. */
    public TripleBuffer(Supplier<T> empty) {
        first = empty.get();
        second = empty.get();
        third = empty.get();
    }

    /**
     * As the other constructor, for a run in which races are looked for; {@code variable} makes the detector's state for one
     * copy.
     */
    public TripleBuffer(Supplier<T> empty, Supplier<Variable> variable) {
        this(empty);
        Arrays.setAll(uses, i -> variable.get());
    }

    /** Writer: the copy to fill. It holds an older publication or nothing, so all of it must be written. */
    public T back() {
        return copy(back);
    }

    /** Writer: publishes {@link #back} to the reader. */
    public void publish() {
        back = (int) MIDDLE.getAndSet(this, back | FRESH) & INDEX;
    }

    /** Reader: the newest publication, or an empty copy before the first. It stays the reader's until the next call. */
    public T newest() {
        if (((int) MIDDLE.getOpaque(this) & FRESH) != 0) {
            front = (int) MIDDLE.getAndSet(this, front) & INDEX;
        }
        return copy(front);
    }

    /**
     * As {@link #publish()}, and records its happens-before order: what the writer knew travels with the copy, and what the
     * reader knew with the copy that comes back. Each clock has one owner at any time, the owner of its copy.
     */
    public void publish(LaneRecorder me) {
        LaneOrder order = me.order();
        if (order == null) {
            publish();
            return;
        }
        uses[back].write(order);
        handedOver[back].set(order.clock());
        order.step();
        publish();
        order.clock().join(handedOver[back]);
    }

    /** As {@link #newest()}, and records its happens-before order; {@code me} is null if no other lane runs. */
    public T newest(LaneRecorder me) {
        LaneOrder order = me == null ? null : me.order();
        if (order == null) {
            return newest();
        }
        int had = front;
        handedOver[had].set(order.clock());
        order.step();
        T newest = newest();
        if (front != had) {
            order.clock().join(handedOver[front]);
        }
        uses[front].read(order);
        return newest;
    }

    private T copy(int i) {
        return i == 0 ? first : i == 1 ? second : third;
    }
}
