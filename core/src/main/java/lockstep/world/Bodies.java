package lockstep.world;

import java.lang.invoke.VarHandle;
import java.util.Arrays;
import lockstep.game.Scene;
import lockstep.sync.Fault;
import lockstep.time.LaneRecorder;

/**
 * Content of the region {@code bodies}; also a lane's private copy of it.
 *
 * <p>Every publication carries two stamps of its tick: {@code first} is stored before the data and {@code last} after, with
 * release fences between; a taker reads them in the opposite order with acquire fences. So data from a later tick than
 * {@code last} come with a different {@code first}. This holds even if nothing else orders the accesses, and makes torn frames
 * countable. Content copied as a block has one pair of stamps, because all slots would be stamped at once anyway. Content written
 * slot by slot, under {@code none} and where faults fire between slots, has a pair for each slot, so a torn copy shows which
 * slots it mixed.
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

    private final int[] firstOf;
    private final int[] lastOf;
    private int first, last;
    private boolean slotwise;
    private long checksum;

    /** Empty content with room for {@code capacity} slots. */
    public Bodies(int capacity) {
        scene = new Scene(capacity);
        firstOf = new int[capacity];
        lastOf = new int[capacity];
    }

    long compute() {
        long h = scene.checksum();
        h = (h ^ tickNs) * 0x9E3779B97F4A7C15L;
        h = (h ^ batchNs) * 0x9E3779B97F4A7C15L;
        return (h ^ inputNs ^ sectorsVersion) * 0x9E3779B97F4A7C15L;
    }

    /** Stores a checksum beside the content, for views. */
    void sign() {
        checksum = compute();
    }

    /** True if the content matches its checksum. */
    boolean isWhole() {
        return checksum == compute();
    }

    /** Copies {@code mine} in, each array as one block; the caller holds a guard or has exclusive access. */
    void put(Bodies mine) {
        slotwise = false;
        first = mine.scene.tick;
        VarHandle.releaseFence();
        scene.set(mine.scene);
        copyHeader(mine);
        VarHandle.releaseFence();
        last = mine.scene.tick;
    }

    /** Writes {@code mine} slot by slot, as naive code would; {@code copy} faults fire in this loop. */
    void putSlots(Bodies mine, Fault copy, LaneRecorder lane) {
        int tick = mine.scene.tick;
        boolean armed = copy.armed();
        if (!slotwise) {
            Arrays.fill(firstOf, last);
            Arrays.fill(lastOf, last);
            slotwise = true;
        }
        for (int i = 0; i < mine.scene.slots; i++) {
            firstOf[i] = tick;
            VarHandle.releaseFence();
            scene.setSlot(i, mine.scene);
            VarHandle.releaseFence();
            lastOf[i] = tick;
            if (armed) {
                copy.fire(lane, tick);
            }
        }
        scene.setHeader(mine.scene);
        copyHeader(mine);
    }

    /** Copies the shared content out into this private copy. */
    void take(Bodies shared, Fault copy, LaneRecorder lane) {
        int n = Math.min(shared.scene.slots, scene.capacity);
        slotwise = shared.slotwise;
        last = shared.last;
        if (slotwise) {
            System.arraycopy(shared.lastOf, 0, lastOf, 0, n);
        }
        VarHandle.acquireFence();
        if (copy.armed()) {
            takeSlots(shared.scene, n, copy, lane);
        } else {
            scene.set(shared.scene);
            scene.slots = Math.min(n, scene.slots);
        }
        copyHeader(shared);
        VarHandle.acquireFence();
        if (slotwise) {
            System.arraycopy(shared.firstOf, 0, firstOf, 0, n);
        }
        first = shared.first;
    }

    private void takeSlots(Scene shared, int n, Fault copy, LaneRecorder lane) {
        scene.setHeader(shared);
        scene.slots = n;
        for (int i = 0; i < n; i++) {
            scene.setSlot(i, shared);
            copy.fire(lane, scene.tick);
        }
    }

    private void copyHeader(Bodies from) {
        tickNs = from.tickNs;
        batchNs = from.batchNs;
        inputNs = from.inputNs;
        sectorsVersion = from.sectorsVersion;
        checksum = from.checksum;
    }

    /** True if live slot {@code i} of this copy was not written completely in the copy's tick. */
    public boolean isTorn(int i) {
        return (scene.kind[i] & 0xff) != 0
            && (slotwise ? firstOf[i] != scene.tick || lastOf[i] != scene.tick : blockIsTorn());
    }

    private boolean blockIsTorn() {
        return first != scene.tick || last != scene.tick;
    }

    /** A lower bound on the live slots of this copy that belong to another tick; 0 under a correct guard. */
    public int tornSlots() {
        if (!slotwise) {
            return blockIsTorn() ? 1 : 0;
        }
        int torn = 0;
        for (int i = 0; i < scene.slots; i++) {
            if (isTorn(i)) {
                torn++;
            }
        }
        return torn;
    }
}
