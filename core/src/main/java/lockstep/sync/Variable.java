package lockstep.sync;

import java.util.Arrays;
import lockstep.time.LaneOrder;
import lockstep.time.VectorClock;

/**
 * A shared variable and its last accesses: the state that FastTrack keeps (see {@link VectorClock}). The last write is one epoch.
 * The reads since then are one epoch as long as each happened after the one before, else one per lane.
 *
 * <p>Any lane calls {@link #read} and {@link #write} at its own accesses, before or after them but in the same step. Two accesses
 * of which at least one writes, and of which neither happens before the other, are reported to {@link Races}, whether or not they
 * overlapped in time. After a race the state continues with the later access. The monitor inside protects the state. Entering it
 * adds nothing to any lane's clock, so it hides no race from the detector; but it does order memory on the machine, so fewer torn
 * reads occur while the detector is on. Allocates nothing unless there is a race never seen before.
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

    /** Where in the code an access was. */
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

    /** Records that the lane reads. */
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

    /** Records that the lane writes, or reads and writes. */
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

    /** The step of the last write, for an optimistic reader, which must still find out whether a writer came. */
    public long lastWrite() {
        return written;
    }

    /**
     * Records a successful optimistic read: {@code lastWrite} was the last write before and after it. Such a read is not kept,
     * because the successful check means that any later writer happens after it.
     */
    public void readUnheld(LaneOrder me, long lastWrite) {
        if (!me.clock().knows(lastWrite)) {
            synchronized (this) {
                races.found(name, writer, true, me, false);
            }
        }
    }
}
