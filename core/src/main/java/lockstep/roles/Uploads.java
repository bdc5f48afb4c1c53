package lockstep.roles;

import lockstep.sync.Fault;
import lockstep.time.LaneTimer;

/** Brings what was loaded into textures, a slice at a time. Only the rendering lane calls it. */
public interface Uploads {
    /** Nothing to upload. */
    Uploads NONE = new Uploads() {
        @Override
        public void start(Fault slice) {
        }

        @Override
        public void upload(LaneTimer timer) {
        }

        @Override
        public void stop() {
        }
    };

    /** Before the first upload; {@code slice} is fired before each slice. */
    void start(Fault slice);

    /** Uploads within this frame's time budget and records upload spans. */
    void upload(LaneTimer timer);

    /** Frees every texture. */
    void stop();
}
