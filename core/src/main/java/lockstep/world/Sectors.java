package lockstep.world;

import java.lang.invoke.VarHandle;

/** Content of the region {@code sectors}: the state of each asset. Also a lane's private copy of it. */
public final class Sectors {
    /** States of an asset, in {@link #state}. */
    public static final byte ABSENT = 0, WANTED = 1, DECODED = 2, READY = 3, FAILED = 4;

    /** One of the states above by asset number. */
    public final byte[] state;
    /** Grows each time the content is published. */
    public int version;
    /** Bytes of decoded and uploaded pixels kept. */
    public long bytes;

    private int first, last;
    private long checksum;

    /** States of {@code assets} assets, all absent. */
    public Sectors(int assets) {
        state = new byte[assets];
    }

    long compute() {
        long h = version;
        for (byte s : state) {
            h = (h ^ s) * 0x9E3779B97F4A7C15L;
        }
        return (h ^ bytes) * 0x9E3779B97F4A7C15L;
    }

    /** Stores a checksum beside the content, for views. */
    void sign() {
        checksum = compute();
    }

    /** True if the content matches its checksum. */
    boolean isWhole() {
        return checksum == compute();
    }

    /** Copies {@code mine} in between two stamps of its version, as {@link Bodies} does. */
    void put(Sectors mine) {
        first = mine.version;
        VarHandle.releaseFence();
        copy(mine);
        VarHandle.releaseFence();
        last = mine.version;
    }

    void take(Sectors shared) {
        last = shared.last;
        VarHandle.acquireFence();
        copy(shared);
        VarHandle.acquireFence();
        first = shared.first;
    }

    private void copy(Sectors from) {
        System.arraycopy(from.state, 0, state, 0, state.length);
        version = from.version;
        bytes = from.bytes;
        checksum = from.checksum;
    }

    /** True if this copy, as it was taken, mixes two publications. */
    public boolean isTorn() {
        return first != last || last != version;
    }
}
