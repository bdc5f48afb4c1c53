package lockstep.trace.report;

import com.badlogic.gdx.utils.JsonWriter;
import java.io.IOException;
import lockstep.trace.frames.FrameHistory;

/**
 * The frame times of a page, in µs from the start of the first frame. Up to {@link #WHOLE} frames are shown one by one. More are
 * merged into columns, which keep the longest and the shortest frame, never a mean.
 */
final class ReportFrames {
    /** A little more than two hours at 60 frames a second. */
    static final int WHOLE = 450_000;
    private static final int MERGED = 150_000;

    private ReportFrames() {
    }

    static void write(JsonWriter json, FrameHistory frames) throws IOException {
        write(json, frames, WHOLE, MERGED);
    }

    static void write(JsonWriter json, FrameHistory frames, int whole, int merged) throws IOException {
        int count = frames.count();
        int step = count <= whole ? 1 : (count + merged - 1) / merged;
        json.object("plot").set("count", count).set("missed", frames.missed()).set("step", step);
        json.set("first", count == 0 ? 1 : frames.number(0));
        if (count > 0) {
            times(json, frames, step);
            gaps(json, frames, step);
            budgets(json, frames, step);
            if (step > 1) {
                merged(json, frames, step);
            }
        }
        json.pop();
    }

    private static void times(JsonWriter json, FrameHistory frames, int step) throws IOException {
        json.array("us");
        for (int i = 0; i < frames.count(); i += step) {
            int last = Math.min(i + step, frames.count()) - 1;
            json.value(us(frames, frames.endNs(last)) - us(frames, frames.startNs(i)));
        }
        json.pop();
    }

    /** Writes where a column does not begin at the end of the previous one: column, its start and its frame's number. */
    private static void gaps(JsonWriter json, FrameHistory frames, int step) throws IOException {
        json.array("gaps");
        for (int i = step; i < frames.count(); i += step) {
            if (frames.startNs(i) != frames.endNs(i - 1)) {
                json.array().value(i / step).value(us(frames, frames.startNs(i))).value(frames.number(i)).pop();
            }
        }
        json.pop();
    }

    /** Writes where a budget takes effect: column and budget. */
    private static void budgets(JsonWriter json, FrameHistory frames, int step) throws IOException {
        json.array("budgets");
        long before = -1;
        for (int i = 0; i < frames.count(); i += step) {
            if (frames.budgetNs(i) != before) {
                before = frames.budgetNs(i);
                json.array().value(i / step).value(Math.round(before / 1e3)).pop();
            }
        }
        json.pop();
    }

    private static void merged(JsonWriter json, FrameHistory frames, int step) throws IOException {
        json.array("max");
        for (int i = 0; i < frames.count(); i += step) {
            long max = 0;
            for (int k = i; k < Math.min(i + step, frames.count()); k++) {
                max = Math.max(max, frames.ns(k));
            }
            json.value(Math.round(max / 1e3));
        }
        json.pop().array("min");
        for (int i = 0; i < frames.count(); i += step) {
            long min = Long.MAX_VALUE;
            for (int k = i; k < Math.min(i + step, frames.count()); k++) {
                min = Math.min(min, frames.ns(k));
            }
            json.value(Math.round(min / 1e3));
        }
        json.pop();
    }

    private static long us(FrameHistory frames, long ns) {
        return Math.round((ns - frames.startNs(0)) / 1e3);
    }
}
