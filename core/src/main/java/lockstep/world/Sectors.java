package lockstep.world;

import java.lang.invoke.VarHandle;

/** Content of the region {@code sectors}: the state of each asset. Also a lane's private copy of it. */
public final class Sectors {
    /** States of an asset, in {@link #state}. */
    public static final byte ABSENT = 0, WANTED = 1, DECODED = 2, READY = 3, FAILED = 4;

    /** Per asset number, one of the states above. */
    public final byte[] state;
    /** Grows by one each time the content is published. */
    public int version;
    /** Bytes of decoded and uploaded pixels kept. */
    public long bytes;

    private int first, last;
    private long checksum;
    private boolean torn;

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

    void put(Sectors mine, long sum) {
        first = mine.version;
        VarHandle.releaseFence();
        copy(mine);
        checksum = sum;
        VarHandle.releaseFence();
        last = mine.version;
    }

    void take(Sectors shared) {
        last = shared.last;
        VarHandle.acquireFence();
        copy(shared);
        checksum = shared.checksum;
        VarHandle.acquireFence();
        first = shared.first;
        torn = first != last || last != version;
    }

    private void copy(Sectors from) {
        System.arraycopy(from.state, 0, state, 0, state.length);
        version = from.version;
        bytes = from.bytes;
    }

    /** True if this copy mixes two publications. */
    public boolean isTorn() {
        return torn;
    }

    boolean isWhole() {
        return checksum == compute();
    }
}
