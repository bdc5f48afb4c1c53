package lockstep.roles;

import java.nio.file.Path;

/**
 * The files that tell of a run to other programs; each may be null.
 *
 * @param trace   Perfetto trace, or Chrome trace events if it ends in {@code .json}
 * @param jfr     Java Flight Recorder file
 * @param frames  a line a frame, for CapFrameX
 * @param mangohud a line a frame, for MangoHud's tools
 * @param hlog    HdrHistogram interval log
 * @param report  page for a browser
 */
public record ExportFiles(Path trace, Path jfr, Path frames, Path mangohud, Path hlog, Path report) {
    /** No files. */
    public static final ExportFiles NONE = new ExportFiles(null, null, null, null, null, null);
}
