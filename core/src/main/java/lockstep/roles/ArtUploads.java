package lockstep.roles;

import lockstep.sync.Fault;
import lockstep.time.LaneTimer;
import lockstep.view.LoadedArt;

/** Uploads of what the asset lanes decoded, within a fixed time each frame. Only the rendering lane calls it. */
final class ArtUploads implements Uploads {
    private final LoadedArt art;
    private final long budgetNs;
    private Fault slice = Fault.NONE;

    /** @param budgetNs time for uploads in one frame */
    ArtUploads(LoadedArt art, long budgetNs) {
        this.art = art;
        this.budgetNs = budgetNs;
    }

    @Override
    public void start(Fault slice) {
        this.slice = slice;
        art.start();
    }

    @Override
    public void upload(LaneTimer timer) {
        art.upload(timer, budgetNs, slice);
    }

    @Override
    public void stop() {
        art.close();
    }
}
