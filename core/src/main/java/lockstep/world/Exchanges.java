package lockstep.world;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import lockstep.sync.TripleBuffer;
import lockstep.sync.Variable;
import lockstep.time.LaneTimer;

/**
 * The exchanges of one region: a {@link TripleBuffer} for each pair of a role that writes it and one that reads it.
 *
 * <p>A role joins with {@link #writer} or {@link #reader} when it starts, on any lane and at any time; from then on only
 * its lane uses what it got. Until {@link #close} says that all have come, writers also keep their last publication for
 * those still to come, under a lock; afterwards publishing and taking are wait-free. One that comes later still begins
 * with what was kept last and gets the next publication. Ordering: pairs are handed to both sides through volatile
 * arrays, content through the triple buffers.
 */
final class Exchanges<T> {
    private final Supplier<T> empty;
    private final BiConsumer<T, T> copy;
    private final ToLongFunction<T> version;
    private final Supplier<Variable> variable;
    @GuardedBy("this")
    private final List<Writer> writers = new ArrayList<>();
    @GuardedBy("this")
    private final List<Reader> readers = new ArrayList<>();
    @GuardedBy("this")
    private final T kept;
    @GuardedBy("this")
    private boolean any;
    private volatile boolean closed;

    /**
     * @param copy makes the second equal to the first
     * @param variable what the race detector keeps for one copy
     * @param version grows with each publication of any writer; may stay 0 where there is only one writer
     */
    Exchanges(Supplier<T> empty, BiConsumer<T, T> copy, ToLongFunction<T> version, Supplier<Variable> variable) {
        this.empty = empty;
        this.copy = copy;
        this.version = version;
        this.variable = variable;
        kept = empty.get();
    }

    /** A role that will write joins. {@code put}: how it copies its own (first) into one of ours (second), all of it. */
    synchronized Writer writer(BiConsumer<T, T> put) {
        Writer w = new Writer(put);
        writers.add(w);
        for (Reader r : readers) {
            w.join(r);
        }
        return w;
    }

    /** How many roles write. */
    synchronized int writers() {
        return writers.size();
    }

    /** A role that will read joins. */
    synchronized Reader reader() {
        Reader r = new Reader();
        readers.add(r);
        for (Writer w : writers) {
            TripleBuffer<T> pair = w.join(r);
            if (any) {
                copy.accept(kept, pair.back());
                pair.publish();
            }
        }
        return r;
    }

    /** What those who come from now on begin with; before anybody writes. */
    synchronized void keep(T first) {
        copy.accept(first, kept);
        any = true;
    }

    /** The newest publication, or an empty one; only while no lane uses the exchange. */
    synchronized T newest() {
        T best = null;
        for (Reader r : readers) {
            T t = r.newest(null);
            if (t != null && (best == null || version.applyAsLong(t) > version.applyAsLong(best))) {
                best = t;
            }
        }
        return best != null ? best : kept;
    }

    /** All roles have joined. */
    void close() {
        closed = true;
    }

    private synchronized void publishAndKeep(Writer writer, T mine, LaneTimer me) {
        if (version.applyAsLong(mine) >= version.applyAsLong(kept)) {
            copy.accept(mine, kept);
            any = true;
        }
        writer.toAll(mine, me);
    }

    /** One role's way to publish. */
    final class Writer {
        private final BiConsumer<T, T> put;
        private volatile List<TripleBuffer<T>> pairs = List.of();

        private Writer(BiConsumer<T, T> put) {
            this.put = put;
        }

        /** Publishes the lane's own copy to every reader. */
        void publish(T mine, LaneTimer me) {
            if (closed) {
                toAll(mine, me);
            } else {
                publishAndKeep(this, mine, me);
            }
        }

        private void toAll(T mine, LaneTimer me) {
            List<TripleBuffer<T>> to = pairs;
            for (int i = 0; i < to.size(); i++) {
                TripleBuffer<T> pair = to.get(i);
                put.accept(mine, pair.back());
                pair.publish(me);
            }
        }

        private TripleBuffer<T> join(Reader r) {
            TripleBuffer<T> pair = new TripleBuffer<>(empty, variable);
            pairs = with(pairs, pair);
            r.pairs = with(r.pairs, pair);
            return pair;
        }
    }

    /** One role's way to take. */
    final class Reader {
        private volatile List<TripleBuffer<T>> pairs = List.of();

        /** The newest publication of all writers, good until asked again; null if nobody writes the region. */
        T newest(LaneTimer me) {
            List<TripleBuffer<T>> from = pairs;
            T best = null;
            for (int i = 0; i < from.size(); i++) {
                T t = from.get(i).newest(me);
                if (best == null || version.applyAsLong(t) > version.applyAsLong(best)) {
                    best = t;
                }
            }
            return best;
        }
    }

    private static <E> List<E> with(List<E> list, E more) {
        List<E> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
