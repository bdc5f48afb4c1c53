package lockstep.desktop.terminal;

import lockstep.overlay.OverlayModel;

/**
 * The damage counted so far. Any thread may read it; while lanes run, {@code lost} can only be too small.
 *
 * @param torn frames whose snapshot mixed ticks within a region
 * @param skewed frames whose regions were from different ticks
 * @param redrawn frames that showed the last snapshot again
 * @param lost lost updates of the tally
 * @param badViews views that differed from what was published
 * @param placeholders placeholders drawn for missing assets
 */
record DamageCounts(long torn, long skewed, long redrawn, long lost, long badViews, long placeholders) {
    static DamageCounts of(OverlayModel model) {
        return new DamageCounts(model.tornFrames().getAsLong(), model.skewedFrames().getAsLong(),
            model.redrawnFrames().getAsLong(),
            Math.max(0, model.world().lostUpdates()), model.world().viewsBad(), model.placeholders().getAsLong());
    }
}
