package lockstep.world;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import lockstep.sync.TripleBuffer;
import lockstep.sync.Variable;
import lockstep.time.LaneRecorder;

/**
 * The exchanges of one region: a {@link TripleBuffer} for each pair of a role that writes it and one that reads it.
 *
 * <p>A role joins with {@link #writer} or {@link #reader} when it starts, on any lane and at any time; from then on only its lane
 * uses the result. Until {@link #close}, and while nobody reads, writers also keep their last publication under a lock for roles
 * still to come. After that, publishing and taking are wait-free. A role that joins later begins with what was kept last ({@link
 * #keepNewest}) and gets the next publication. A role leaves with {@link #leave}, only while no lane uses the exchange; its last
 * publication stays readable. Ordering: both sides get their pairs through volatile lists, and content through the triple
 * buffers.
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

    /** Adds a role that writes. {@code put} copies all of its own content (first) into a shared copy (second). */
    synchronized Writer writer(BiConsumer<T, T> put) {
        Writer w = new Writer(put);
        writers.add(w);
        for (Reader r : readers) {
            join(w, r);
        }
        return w;
    }

    /** How many roles write. */
    synchronized int writers() {
        return writers.size();
    }

    /** How many roles read. */
    synchronized int readers() {
        return readers.size();
    }

    /** Adds a role that reads. */
    synchronized Reader reader() {
        Reader r = new Reader();
        readers.add(r);
        if (any && writers.isEmpty()) {
            r.remains = copyOf(kept);
        }
        for (Writer w : writers) {
            join(w, r);
        }
        return r;
    }

    /** Connects a writer and a reader. The pair is filled with what the reader begins with before either side can reach it. */
    @GuardedBy("this")
    private void join(Writer w, Reader r) {
        TripleBuffer<T> pair = new TripleBuffer<>(empty, variable);
        if (any) {
            copy.accept(kept, pair.back());
            pair.publish();
        }
        r.pairs = with(r.pairs, pair);
        w.pairs = with(w.pairs, pair);
    }

    /** Removes a role that read; only while no lane uses the exchange. */
    synchronized void leave(Reader gone) {
        keepNewest();
        readers.remove(gone);
        for (Writer w : writers) {
            w.pairs = without(w.pairs, gone.pairs);
        }
    }

    /** Removes a role that wrote; only while no lane uses the exchange. */
    synchronized void leave(Writer gone) {
        keepNewest();
        writers.remove(gone);
        for (Reader r : readers) {
            T newest = r.newest(null);
            r.remains = newest == null ? null : copyOf(newest);
            r.pairs = without(r.pairs, gone.pairs);
        }
    }

    /** Makes roles that join from now on begin with what is newest now; only while no lane uses the exchange. */
    synchronized void keepNewest() {
        T newest = newest();
        if (newest != kept) {
            copy.accept(newest, kept);
            any = true;
        }
    }

    private T copyOf(T other) {
        T fresh = empty.get();
        copy.accept(other, fresh);
        return fresh;
    }

    /** Sets what roles that join begin with; before anybody writes. */
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

    /** Says that all roles have joined, which makes publishing wait-free. */
    void close() {
        closed = true;
    }

    private synchronized void publishAndKeep(Writer writer, T mine, LaneRecorder me) {
        if (version.applyAsLong(mine) >= version.applyAsLong(kept)) {
            copy.accept(mine, kept);
            any = true;
        }
        writer.toAll(mine, me);
    }

    /** The end of a role that writes. */
    final class Writer {
        private final BiConsumer<T, T> put;
        private volatile List<TripleBuffer<T>> pairs = List.of();

        private Writer(BiConsumer<T, T> put) {
            this.put = put;
        }

        /** Publishes the lane's own copy to every reader. */
        void publish(T mine, LaneRecorder me) {
            if (closed && !pairs.isEmpty()) {
                toAll(mine, me);
            } else {
                publishAndKeep(this, mine, me);
            }
        }

        private void toAll(T mine, LaneRecorder me) {
            List<TripleBuffer<T>> to = pairs;
            for (int i = 0; i < to.size(); i++) {
                TripleBuffer<T> pair = to.get(i);
                put.accept(mine, pair.back());
                pair.publish(me);
            }
        }
    }

    /** The end of a role that reads. */
    final class Reader {
        private volatile List<TripleBuffer<T>> pairs = List.of();
        /** The newest publication when a writer left, or null; a pair with the same version is newer. */
        private T remains;

        /**
         * The newest publication of all writers, including those that left; valid until the next call; null if nobody ever wrote
         * the region.
         */
        T newest(LaneRecorder me) {
            List<TripleBuffer<T>> from = pairs;
            T best = remains;
            for (int i = 0; i < from.size(); i++) {
                T t = from.get(i).newest(me);
                if (best == null || version.applyAsLong(t) >= version.applyAsLong(best)) {
                    best = t;
                }
            }
            return best;
        }
    }

    private static <E> List<E> without(List<E> list, List<E> gone) {
        return list.stream().filter(e -> !gone.contains(e)).toList();
    }

    private static <E> List<E> with(List<E> list, E more) {
        List<E> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
