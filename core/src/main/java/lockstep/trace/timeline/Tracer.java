package lockstep.trace.timeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import lockstep.engine.Note;
import lockstep.time.FrameLog;
import lockstep.time.LaneRecorder;
import lockstep.time.Spans;
import lockstep.trace.timeline.TraceFormat.Sort;
import lockstep.trace.timeline.TraceFormat.Track;

/**
 * Writes lanes, frames and counters to a {@link TraceFormat}, step by step. What was read is written after a short delay, because
 * arrows to a slice must be known before it is written and another lane may record its end later. One thread.
 */
final class Tracer {
    /**
     * What is traced. The tracing thread asks all of it.
     *
     * @param roles names of roles by number
     * @param lanes the lanes so far, by number
     * @param guards names of the current guards by number
     * @param faults the planted faults in words by number; "" for an unknown one
     * @param notes what roles noted so far
     */
    record Source(List<String> roles, Supplier<List<LaneRecorder>> lanes, Supplier<Map<Integer, String>> guards,
                  IntFunction<String> faults, FrameLog frames, List<Gauge> gauges, List<Note> notes) {
    }

    private static final long TIE_NS = 100_000_000;
    private static final long WRITE_NS = 250_000_000;
    private static final int ROOM = 4096;
    private static final int FRAMES_TRACK = 2, LATE_TRACK = 3, LANE_TRACKS = 10, OTHER_TRACKS = 300;
    /** Ranks: lanes come below the frames, guards below the lanes (at most 255), counters last. */
    private static final int LANE_RANK = 10, GUARD_RANK = 300, GAUGE_RANK = 30_000, ROWS = 256;

    private final Source source;
    private final TraceFormat format;
    private final SliceNames names;
    private final Spans spans = new Spans(ROOM);
    private final Arrows arrows = new Arrows();
    private final List<LaneSlices> lanes = new ArrayList<>();
    private final List<String> laneNames = new ArrayList<>();
    private final List<Track> gauges = new ArrayList<>();
    private final long[] counts;
    private final NoteTracks notes;
    private final Map<String, GuardRows> guards = new LinkedHashMap<>();
    private final FrameSlices frames;
    private final LateMarks late = new LateMarks(LATE_TRACK);
    private Map<Integer, String> guardNames = Map.of();
    private int nextTrack = OTHER_TRACKS;

    Tracer(Source source, TraceFormat format) throws IOException {
        this.source = source;
        this.format = format;
        names = new SliceNames(source.roles, this::laneName, this::guardName, source.faults);
        frames = new FrameSlices(source.frames, FRAMES_TRACK);
        counts = new long[source.gauges.size()];
        notes = new NoteTracks(source.notes, () -> nextTrack++);
        format.track(new Track(FRAMES_TRACK, Sort.ROW, "frames", 0));
        format.track(new Track(LATE_TRACK, Sort.ROW, "late frames", 1));
        for (Gauge g : source.gauges) {
            Track t = new Track(nextTrack++, g.bytes() ? Sort.BYTES : Sort.COUNT, g.name(), GAUGE_RANK + gauges.size());
            format.track(t);
            counts[gauges.size()] = Long.MIN_VALUE;
            gauges.add(t);
        }
    }

    /** The verdicts on late frames. */
    LateMarks late() {
        return late;
    }

    /** Writes what is new at {@code nowNs}; with {@code last} also everything still delayed. */
    void step(long nowNs, boolean last) throws IOException {
        rename();
        for (int i = 0; i < lanes.size(); i++) {
            int lane = i;
            lanes.get(i).read(spans, ROOM, s -> seen(s, lane));
        }
        arrows.tie(last ? Long.MAX_VALUE : nowNs - TIE_NS, i -> i < lanes.size() ? lanes.get(i).pending() : null);
        long toNs = last ? Long.MAX_VALUE : nowNs - WRITE_NS;
        for (LaneSlices lane : lanes) {
            lane.write(format, names, toNs, last);
        }
        for (GuardRows rows : guards.values()) {
            rows.write(format, toNs);
        }
        frames.write(format);
        late.write(format, nowNs, last);
        count(nowNs);
        notes.count(format, nowNs);
    }

    private void seen(Slice s, int lane) {
        arrows.see(s);
        if (s.isOfGuard()) {
            guards.computeIfAbsent(guardName(s.what), this::newGuard).add(s, laneName(lane));
        }
    }

    private GuardRows newGuard(String name) {
        int rank = GUARD_RANK + guards.size() * ROWS;
        return new GuardRows(n -> {
            Track t = new Track(nextTrack++, Sort.ROW, "guard " + name + (n == 0 ? "" : " (" + (n + 1) + ")"), rank + n);
            format.track(t);
            return t.id();
        });
    }

    /** Adds tracks for new lanes and guards, and renames those whose names changed. */
    private void rename() throws IOException {
        List<LaneRecorder> now = source.lanes.get();
        boolean changed = !source.guards.get().equals(guardNames);
        for (int i = 0; i < now.size(); i++) {
            String name = now.get(i).name();
            if (i == lanes.size()) {
                lanes.add(new LaneSlices(now.get(i), LANE_TRACKS + i));
                laneNames.add("");
            }
            if (!name.equals(laneNames.get(i))) {
                laneNames.set(i, name);
                format.track(new Track(LANE_TRACKS + i, Sort.LANE, name, LANE_RANK + i));
                changed = true;
            }
        }
        if (changed) {
            guardNames = Map.copyOf(source.guards.get());
            names.forget();
        }
    }

    private String laneName(int number) {
        return number < laneNames.size() ? laneNames.get(number) : "lane " + number;
    }

    private String guardName(int number) {
        return guardNames.getOrDefault(number, "guard " + number);
    }

    private void count(long nowNs) throws IOException {
        for (int i = 0; i < counts.length; i++) {
            long value = source.gauges.get(i).value().getAsLong();
            if (value != counts[i]) {
                counts[i] = value;
                format.count(gauges.get(i), nowNs, value);
            }
        }
    }

    /** Spans and frames that were overwritten before they could be read. */
    long lost() {
        return spans.lost() + frames.lost();
    }
}
