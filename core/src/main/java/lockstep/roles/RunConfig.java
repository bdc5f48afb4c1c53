package lockstep.roles;

import java.nio.file.Path;
import java.util.List;
import lockstep.assets.AssetSource;
import lockstep.sync.OnDeadlock;
import lockstep.time.LateRule;
import lockstep.topology.Topology;

/**
 * What one run of the program was asked to do. Immutable; any thread may read it.
 *
 * @param topology    lanes, rates and sync, with the command line's changes applied
 * @param assets      where files come from
 * @param seed        seed of the game; a replay takes the recording's
 * @param autopilot   the ship flies itself
 * @param bodies      drifting bodies added as load, 0 to 20,000; a replay takes the recording's
 * @param seconds     ends the run after this many seconds of wall time; 0 means no limit
 * @param ticks       ends the run after this many physics ticks; 0 means no limit
 * @param headless    no window, no sound, nothing is drawn
 * @param width       window width in px
 * @param height      window height in px
 * @param fullscreen  full screen asked for on the command line
 * @param fps         frame cap in Hz; 0 means the display's rate, -1 means as the settings say
 * @param record      file to record the run to, or null
 * @param replay      recording to run again, or null for play
 * @param expectHash  hash a replay must end with, 1 to 16 lower-case hex digits, or null
 * @param json        file for the summary, or null
 * @param inputLog    file for a line per key event, or null
 * @param injects     planted faults as written, already checked
 * @param views       check what lanes see of the world
 * @param screenshots pictures to take
 * @param overlay     the overlay at the start
 * @param mute        no sound
 * @param races       look for races from the start
 * @param onDeadlock  what to do about a deadlock
 * @param late        when a frame is late
 * @param exports     files that tell of the run
 * @param observed    spans are recorded, and the meter and the judge of late frames run; false only to measure what that costs
 */
public record RunConfig(Topology topology, AssetSource assets, long seed, boolean autopilot,
                        int bodies, double seconds, long ticks, boolean headless,
                        int width, int height, boolean fullscreen, int fps,
                        Path record, Path replay, String expectHash, Path json,
                        Path inputLog, List<String> injects, boolean views, List<Screenshot> screenshots,
                        OverlayMode overlay, boolean mute, boolean races, OnDeadlock onDeadlock, LateRule late,
                        ExportFiles exports, boolean observed) {
    public RunConfig {
        injects = List.copyOf(injects);
        screenshots = List.copyOf(screenshots);
    }

    /** A plain run with a window: seed 1, 1280x720, no limits, no files. */
    public static RunConfig defaults(Topology topology, AssetSource assets) {
        return builder(topology, assets).build();
    }

    /** A builder that starts from {@link #defaults}. */
    public static RunConfigBuilder builder(Topology topology, AssetSource assets) {
        return new RunConfigBuilder(topology, assets);
    }

    /** True if this run replays a recording. */
    public boolean isReplay() {
        return replay != null;
    }
}
