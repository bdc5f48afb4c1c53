package lockstep.trace.frames;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import lockstep.files.NewFile;
import lockstep.session.Session;
import lockstep.trace.About;
import lockstep.trace.Export;

/** A CSV file with one line per frame, in the format of another tool. Written when the run has ended. Main thread only. */
public final class FrameCsv implements Export {
    /** The format of a file; each method appends whole lines. */
    interface Form {
        void head(StringBuilder line, About about);

        void frame(StringBuilder line, FrameHistory frames, int i);

        /** What a person should know about a file of {@code count} frames, or null. */
        String note(int count);
    }

    private final Path file;
    private final FrameHistory frames;
    private final Form form;
    private Consumer<String> tell = line -> {};

    FrameCsv(Path file, FrameHistory frames, Form form) {
        this.file = file;
        this.frames = frames;
        this.form = form;
    }

    /** A file that CapFrameX opens. */
    public static FrameCsv capFrameX(Path file, FrameHistory frames) {
        return new FrameCsv(file, frames, new CapFrameXForm());
    }

    /** A file that MangoHud's tools open. */
    public static FrameCsv mangoHud(Path file, FrameHistory frames) {
        return new FrameCsv(file, frames, new MangoHudForm());
    }

    @Override
    public void begin(Session session, Consumer<String> teller) {
        tell = teller;
        frames.start(session.frames().log());
    }

    @Override
    public void end(Session session, About about) throws IOException {
        write(about);
        String note = form.note(frames.count());
        if (note != null) {
            tell.accept(file + ": " + note);
        }
    }

    void write(About about) throws IOException {
        NewFile.writeText(file, "the frames", out -> {
            StringBuilder line = new StringBuilder();
            form.head(line, about);
            out.append(line);
            for (int i = 0; i < frames.count(); i++) {
                line.setLength(0);
                form.frame(line, frames, i);
                out.append(line);
            }
        });
    }

    /** Appends {@code value} / 10^decimals, exactly and with a decimal point. */
    static StringBuilder fixed(StringBuilder line, long value, int decimals) {
        String digits = Long.toString(Math.abs(value));
        if (value < 0) {
            line.append('-');
        }
        int whole = digits.length() - decimals;
        line.append(whole > 0 ? digits.substring(0, whole) : "0").append('.');
        line.append("0".repeat(Math.max(0, -whole)));
        return line.append(digits, Math.max(0, whole), digits.length());
    }
}
