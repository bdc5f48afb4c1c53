package lockstep.desktop.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.roles.ExportFiles;
import lockstep.time.LateRule;
import picocli.CommandLine.Option;

/** The options for exports of a run's frames and for the rule of late frames. */
final class ExportOptions {
    private static final Pattern LATE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)ms,(\\d{1,3}(?:\\.\\d{1,3})?)x");

    @Option(names = "--late", paramLabel = "MSms,FACTORx", description = "a frame is late above budget + MS and FACTOR times the"
        + " median of 31 (4ms,2x)")
    private String late;
    @Option(names = "--trace", paramLabel = "FILE",
        description = "write a Perfetto trace, or Chrome trace events if FILE ends in .json")
    private String trace;
    @Option(names = "--jfr", paramLabel = "FILE", description = "write a Java Flight Recorder file")
    private String jfr;
    @Option(names = "--frames", paramLabel = "FILE.csv", description = "write a line per frame, for CapFrameX")
    private String frames;
    @Option(names = "--mangohud", paramLabel = "FILE.csv", description = "write a line per frame, for MangoHud's tools")
    private String mangohud;
    @Option(names = "--hlog", paramLabel = "FILE", description = "write an HdrHistogram interval log")
    private String hlog;
    @Option(names = "--report", paramLabel = "FILE.html", description = "write a page for a browser")
    private String report;

    /** The requested files; throws {@link UsageException} unless each can be written. */
    ExportFiles files(Outputs outputs) {
        if (frames != null && frames.toLowerCase(Locale.ROOT).endsWith("-stats.csv")) {
            throw Values.wrong("--frames", frames, "CapFrameX ignores names that end in -stats.csv, choose another");
        }
        return new ExportFiles(file("--trace", trace, outputs), file("--jfr", jfr, outputs), file("--frames", frames, outputs),
            file("--mangohud", mangohud, outputs), file("--hlog", hlog, outputs), file("--report", report, outputs));
    }

    private static Path file(String option, String text, Outputs outputs) {
        Path path = Values.path(option, text);
        outputs.writes(option, path);
        return path;
    }

    /** The rule for late frames; throws {@link UsageException} for a malformed value. */
    LateRule late() {
        if (late == null) {
            return LateRule.DEFAULT;
        }
        Matcher m = LATE.matcher(late);
        if (m.matches() && Double.parseDouble(m.group(2)) >= 1) {
            return new LateRule(Math.round(Double.parseDouble(m.group(1)) * 1e6), Double.parseDouble(m.group(2)));
        }
        throw Values.wrong("--late", late, "MSms,FACTORx with FACTOR at least 1, for example 4ms,2x");
    }
}
