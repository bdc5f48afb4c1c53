package lockstep.desktop.terminal;

import lockstep.overlay.OverlayModel;

/**
 * What went wrong so far, by count. Any thread may take it; while lanes run, {@code lost} can only be too small.
 *
 * @param torn frames whose snapshot mixed ticks within a region
 * @param skewed frames whose regions were from different ticks
 * @param redrawn frames that showed the last snapshot again
 * @param lost updates of the tally that are gone
 * @param badViews views that were not what had been published
 * @param placeholders drawn for assets that were not there
 */
record DamageCounts(long torn, long skewed, long redrawn, long lost, long badViews, long placeholders) {
    static DamageCounts of(OverlayModel model) {
        return new DamageCounts(model.tornFrames().getAsLong(), model.skewedFrames().getAsLong(),
            model.redrawnFrames().getAsLong(),
            Math.max(0, model.world().lostUpdates()), model.world().viewsBad(), model.placeholders().getAsLong());
    }
}
