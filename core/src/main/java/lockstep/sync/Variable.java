package lockstep.sync;

import java.util.Arrays;
import lockstep.time.LaneOrder;
import lockstep.time.VectorClock;

/**
 * Something several lanes use, and who used it last: the state that FastTrack keeps for a variable (see
 * {@link VectorClock}). Its last write is one epoch; its reads since are one epoch too as long as each came after the one
 * before, and else one for each lane.
 *
 * <p>Any lane calls {@link #read} and {@link #write} at its own accesses, before or after but in the same step. Two
 * accesses of which one writes, and of which neither's step is known to the other, are told to {@link Races}: whether or
 * not they met in time. After a race it goes on with the later access. The monitor inside keeps the state whole; being in
 * it adds nothing to any lane's clock, so it hides no race from the detector, though on the machine it does order memory:
 * with the detector on less is torn. Allocates nothing unless there is a race never seen before.
 */
public final class Variable {
    private static final long NONE = 0, SHARED = -1;

    private final Races races;
    private final String name;
    private volatile long written = NONE;
    private volatile long read = NONE;
    private final long[] reads = new long[VectorClock.LANES];
    private final Place writer = new Place();
    private final Place[] readers = new Place[VectorClock.LANES];

    /** Where an access was. */
    static final class Place {
        String lane = "";
        String site = "";
        long tick;

        void set(LaneOrder me) {
            lane = me.name();
            site = me.site();
            tick = me.tick();
        }
    }

    Variable(Races races, String name) {
        this.races = races;
        this.name = name;
        Arrays.setAll(readers, i -> new Place());
    }

    /** The lane reads. */
    public void read(LaneOrder me) {
        long now = me.epoch();
        if (read == now) {
            return;
        }
        synchronized (this) {
            checkWriter(me, false);
            if (read == SHARED) {
                reads[me.lane()] = now;
            } else if (me.clock().knows(read)) {
                read = now;
            } else {
                Arrays.fill(reads, NONE);
                reads[VectorClock.laneOf(read)] = read;
                reads[me.lane()] = now;
                read = SHARED;
            }
            readers[me.lane()].set(me);
        }
    }

    /** The lane writes, or reads and writes. */
    public void write(LaneOrder me) {
        long now = me.epoch();
        if (written == now) {
            return;
        }
        synchronized (this) {
            checkWriter(me, true);
            if (read == SHARED) {
                for (long r : reads) {
                    checkReader(me, r);
                }
            } else {
                checkReader(me, read);
            }
            read = NONE;
            written = now;
            writer.set(me);
        }
    }

    private void checkWriter(LaneOrder me, boolean writes) {
        if (!me.clock().knows(written)) {
            races.found(name, writer, true, me, writes);
        }
    }

    private void checkReader(LaneOrder me, long epoch) {
        if (!me.clock().knows(epoch)) {
            races.found(name, readers[VectorClock.laneOf(epoch)], false, me, true);
        }
    }

    /** The step of the last write, for a reader that does not keep writers out and has yet to find out whether one came. */
    public long lastWrite() {
        return written;
    }

    /**
     * The lane has read without keeping writers out, and none came: {@code lastWrite} was and is the last write. Such a
     * read is not remembered, because whoever takes the guard to write comes after it by the very check that passed.
     */
    public void readUnheld(LaneOrder me, long lastWrite) {
        if (!me.clock().knows(lastWrite)) {
            synchronized (this) {
                races.found(name, writer, true, me, false);
            }
        }
    }
}
