package lockstep.assets;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts of loaded, failed and evicted assets, and of uploads. Lanes add without waiting; any thread reads. Each figure is
 * consistent in itself; two of them may be from slightly different moments.
 */
public final class AssetStats {
    private final AtomicLong loaded = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong evicted = new AtomicLong();
    private final AtomicLong cancelled = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong queued = new AtomicLong();
    private final AtomicLong pixmapsMade = new AtomicLong();
    private final AtomicLong pixmapsFreed = new AtomicLong();
    private final AtomicLong uploadMaxNs = new AtomicLong();
    private final AtomicLong uploadNs = new AtomicLong();
    private final AtomicLong uploadBytes = new AtomicLong();
    private final AtomicLong slices = new AtomicLong();
    private final AtomicLong sliceMaxNs = new AtomicLong();
    private final AtomicLong placeholderFrames = new AtomicLong();

    void wasLoaded() {
        loaded.getAndIncrement();
    }

    void hasFailed() {
        failed.getAndIncrement();
    }

    void wasEvicted() {
        evicted.getAndIncrement();
    }

    void wasCancelled() {
        cancelled.getAndIncrement();
    }

    void addBytes(long n) {
        bytes.getAndAdd(n);
    }

    void setQueued(int n) {
        queued.setOpaque(n);
    }

    void pixmapsMade(int n) {
        pixmapsMade.getAndAdd(n);
    }

    void pixmapFreed() {
        pixmapsFreed.getAndIncrement();
    }

    /** The rendering lane copied a slice of {@code size} bytes in {@code ns}. */
    public void copied(long ns, long size) {
        slices.setOpaque(slices.getPlain() + 1);
        uploadBytes.setOpaque(uploadBytes.getPlain() + size);
        uploadNs.setOpaque(uploadNs.getPlain() + ns);
        if (ns > sliceMaxNs.getPlain()) {
            sliceMaxNs.setOpaque(ns);
        }
    }

    /** The rendering lane spent {@code ns} on uploads in one frame. */
    public void uploaded(long ns) {
        if (ns > uploadMaxNs.getPlain()) {
            uploadMaxNs.setOpaque(ns);
        }
    }

    /** The rendering lane drew a frame with at least one placeholder. */
    public void placeholderFrame() {
        placeholderFrames.setOpaque(placeholderFrames.getPlain() + 1);
    }

    /** Assets that became ready; an evicted asset that was loaded again counts again. */
    public long loaded() {
        return loaded.getOpaque();
    }

    /** Assets that could not be used. */
    public long failed() {
        return failed.getOpaque();
    }

    /** Assets evicted to make room. */
    public long evicted() {
        return evicted.getOpaque();
    }

    /** Assets claimed, read or decoded and then no longer wanted. */
    public long cancelled() {
        return cancelled.getOpaque();
    }

    /** Bytes of decoded and uploaded pixels kept. */
    public long bytes() {
        return bytes.getOpaque();
    }

    /** Assets that were wanted and not ready at the last look. */
    public long queued() {
        return queued.getOpaque();
    }

    /** Pictures made in native memory. */
    public long pixmapsMade() {
        return pixmapsMade.getOpaque();
    }

    /** Pictures in native memory given back. */
    public long pixmapsFreed() {
        return pixmapsFreed.getOpaque();
    }

    /** The longest time spent on uploads in one frame, ns. */
    public long uploadMaxNs() {
        return uploadMaxNs.getOpaque();
    }

    /** Time spent copying slices, ns. */
    public long uploadNs() {
        return uploadNs.getOpaque();
    }

    /** Bytes copied in slices. */
    public long uploadBytes() {
        return uploadBytes.getOpaque();
    }

    /** Slices copied. */
    public long slices() {
        return slices.getOpaque();
    }

    /** The slowest slice, ns. */
    public long sliceMaxNs() {
        return sliceMaxNs.getOpaque();
    }

    /** Frames in which at least one thing was a placeholder. */
    public long placeholderFrames() {
        return placeholderFrames.getOpaque();
    }
}
