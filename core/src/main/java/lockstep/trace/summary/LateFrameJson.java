package lockstep.trace.summary;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import lockstep.blame.Cause;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;

/** Writes late frames and their causes. Durations are in milliseconds. */
final class LateFrameJson {
    private LateFrameJson() {
    }

    static void write(JsonWriter json, LateFrames late) throws IOException {
        json.array("late_frames");
        for (LateFrame f : late.all()) {
            json.object().set("frame", f.frame()).set("at_ns", f.endNs()).set("ms", f.ns() / 1e6).set("over_ms",
                f.overNs() / 1e6);
            json.set("says", f.sentence()).set("complete", f.complete()).array("causes");
            for (Cause c : f.causes()) {
                json.object().set("lane", c.lane()).set("kind", c.kind().word()).set("what", c.what()).set("doing", c.doing());
                json.set("ms", c.ns() / 1e6).set("share", c.share()).set("confidence", c.confidence()).pop();
            }
            json.pop().pop();
        }
        json.pop().set("late_frames_judged", late.count());
        json.array("culprits");
        for (LateFrames.Total t : late.totals()) {
            json.object().set("lane", t.lane()).set("kind", t.kind().word()).set("what", t.what()).set("frames", t.frames());
            json.set("ms", t.ns() / 1e6).pop();
        }
        json.pop();
    }
}
