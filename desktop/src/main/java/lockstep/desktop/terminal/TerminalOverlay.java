package lockstep.desktop.terminal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.overlay.OverlayModel;
import lockstep.sync.Granularity;
import lockstep.time.Clock;
import lockstep.topology.Sync;
import lockstep.topology.Topology;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;

/**
 * What every lane is doing, on stderr, for runs without a window: a table painted in place if stderr is a terminal, else one line
 * each time.
 *
 * <p>One thread at a time calls {@link #paint}. {@link #run}, on its own thread, paints once a second until {@link #stop}. It
 * only reads what any thread may read, so no lane waits for it.
 */
public final class TerminalOverlay implements Runnable, AutoCloseable {
    private static final long PERIOD_MS = 1_000;

    private final OverlayModel model;
    private final PrintStream err;
    private final Terminal terminal;
    private final Display display;
    private final TerminalTable table;
    private volatile boolean stopping;

    private TerminalOverlay(OverlayModel model, PrintStream err, Terminal terminal, boolean unicode) {
        this.model = model;
        this.err = err;
        this.terminal = terminal;
        display = terminal == null ? null : new Display(terminal, false);
        table = new TerminalTable(() -> settings(model.topology()), unicode);
    }

    /** An overlay on this process's stderr. */
    public static TerminalOverlay open(OverlayModel model) {
        Terminal terminal = terminal();
        Charset charset = terminal == null ? Charset.defaultCharset() : terminal.encoding();
        return new TerminalOverlay(model, System.err, terminal, charset.newEncoder().canEncode('\u2588'));
    }

    /** An overlay that writes plain lines to {@code err}. */
    static TerminalOverlay plain(OverlayModel model, PrintStream err) {
        return new TerminalOverlay(model, err, null, false);
    }

    /** The terminal on stderr, or null. The program keeps handling signals. */
    private static Terminal terminal() {
        try {
            Terminal t = TerminalBuilder.builder().system(true).systemOutput(TerminalBuilder.SystemOutput.SysErr)
                .dumb(true).nativeSignals(false).build();
            if (!t.getType().startsWith(Terminal.TYPE_DUMB) && t.getWidth() > 0) {
                return t;
            }
            t.close();
        } catch (IOException | IllegalStateException e) {
            // No terminal then: lines do.
        }
        return null;
    }

    private static String settings(Topology topology) {
        Sync s = topology.sync();
        return topology.name() + ": guard " + s.guard() + ", " + s.granularity().word() + ", hold " + s.hold().word()
            + (s.granularity() == Granularity.REGION ? ", order " + s.order().word() : "") + ", barrier " + s.barrier().word()
            + (s.permits() > 0 ? ", permits " + s.permits() : "");
    }

    /** Shows the state after {@code elapsedNs} of the run. */
    void paint(long elapsedNs) {
        DamageCounts damage = DamageCounts.of(model);
        if (display == null) {
            err.println(table.plain(model.meter().latest(), model.frames(), damage, elapsedNs));
            return;
        }
        int columns = Math.max(2, terminal.getWidth());
        int rows = Math.max(2, terminal.getHeight());
        List<AttributedString> lines = table.lines(model.meter().latest(), model.frames(), damage, elapsedNs).stream()
            .limit(rows - 1).map(l -> l.columnSubSequence(0, columns - 1)).collect(Collectors.toList());
        display.resize(rows, columns);
        display.update(lines, -1);
        terminal.flush();
    }

    @Override
    public void run() {
        long begin = Clock.SYSTEM.nanos();
        try {
            while (!stopping) {
                Thread.sleep(PERIOD_MS);
                if (!stopping) {
                    paint(Clock.SYSTEM.nanos() - begin);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #run} within a second; any thread. */
    public void stop() {
        stopping = true;
    }

    /** Leaves the last table on the screen and releases the terminal. Called once {@link #run} has ended. */
    @Override
    public void close() {
        if (terminal == null) {
            return;
        }
        try {
            terminal.writer().println();
            terminal.flush();
            terminal.close();
        } catch (IOException e) {
            err.println("could not give the terminal back: " + e.getMessage());
        }
    }
}
