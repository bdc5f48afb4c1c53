package lockstep.world;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import lockstep.game.Scene;
import lockstep.sync.Fault;
import lockstep.time.LaneTimer;

/**
 * Content of the region {@code bodies}; also a lane's private copy of it.
 *
 * <p>Every live slot carries two stamps of the tick it was written in: {@code first} is stored before its data and
 * {@code last} after, with release fences between; a taker reads them in the opposite order with acquire fences. So a
 * slot whose data come from a later tick than {@code last} shows a {@code first} that differs. That holds under
 * {@code none} too, where nothing else orders the accesses; it is what makes torn frames countable.
 */
public final class Bodies {
    /** Slots and header. */
    public final Scene scene;
    /** When this tick was due, and when the batch it belongs to began, ns of the run's clock. */
    public long tickNs, batchNs;
    /** Stamp of the newest event the simulation has seen, ns; 0 before the first. */
    public long inputNs;
    /** Version of {@code sectors} that physics saw in this tick. */
    public int sectorsVersion;

    private final int[] first;
    private final int[] last;
    private long checksum;
    private int torn;

    public Bodies(int capacity) {
        scene = new Scene(capacity);
        first = new int[capacity];
        last = new int[capacity];
    }

    /** A checksum over the content, for views. */
    long compute() {
        long h = scene.checksum();
        h = (h ^ tickNs) * 0x9E3779B97F4A7C15L;
        h = (h ^ batchNs) * 0x9E3779B97F4A7C15L;
        return (h ^ inputNs ^ sectorsVersion) * 0x9E3779B97F4A7C15L;
    }

    /** Copies {@code mine} in as one block each array; the caller holds a guard. */
    void put(Bodies mine, long sum) {
        int n = mine.scene.slots;
        Arrays.fill(first, 0, n, mine.scene.tick);
        VarHandle.releaseFence();
        scene.set(mine.scene);
        copyHeader(mine, sum);
        VarHandle.releaseFence();
        Arrays.fill(last, 0, n, mine.scene.tick);
    }

    /** Writes {@code mine} slot by slot, as naive code would; also the loop in which {@code copy} faults fire. */
    void putSlots(Bodies mine, long sum, Fault copy, LaneTimer lane) {
        int tick = mine.scene.tick;
        boolean armed = copy.armed();
        for (int i = 0; i < mine.scene.slots; i++) {
            first[i] = tick;
            VarHandle.releaseFence();
            scene.setSlot(i, mine.scene);
            VarHandle.releaseFence();
            last[i] = tick;
            if (armed) {
                copy.fire(lane, tick);
            }
        }
        scene.setHeader(mine.scene);
        copyHeader(mine, sum);
    }

    /** Copies the shared content out into this private copy and counts the slots that do not belong to its tick. */
    void take(Bodies shared, Fault copy, LaneTimer lane) {
        int n = Math.min(shared.scene.slots, scene.capacity);
        System.arraycopy(shared.last, 0, last, 0, n);
        VarHandle.acquireFence();
        if (copy.armed()) {
            scene.setHeader(shared.scene);
            for (int i = 0; i < n; i++) {
                scene.setSlot(i, shared.scene);
                copy.fire(lane, scene.tick);
            }
        } else {
            scene.set(shared.scene);
        }
        copyHeader(shared, shared.checksum);
        VarHandle.acquireFence();
        System.arraycopy(shared.first, 0, first, 0, n);
        countTorn();
    }

    private void copyHeader(Bodies from, long sum) {
        tickNs = from.tickNs;
        batchNs = from.batchNs;
        inputNs = from.inputNs;
        sectorsVersion = from.sectorsVersion;
        checksum = sum;
    }

    private void countTorn() {
        int t = 0;
        for (int i = 0; i < scene.slots; i++) {
            if (isTorn(i)) {
                t++;
            }
        }
        torn = t;
    }

    /** True if the live slot {@code i} of this copy was not written, whole, in the copy's tick. */
    public boolean isTorn(int i) {
        return (scene.kind[i] & 0xff) != 0 && (first[i] != scene.tick || last[i] != scene.tick);
    }

    /** Live slots of this copy that belong to another tick, at least; 0 under a correct guard. */
    public int tornSlots() {
        return torn;
    }

    /** True if this copy is what was published, by the checksum beside it. */
    boolean isWhole() {
        return checksum == compute();
    }
}
