package lockstep.desktop.terminal;

import java.io.PrintStream;
import lockstep.replay.HashListener;
import lockstep.trace.summary.Summary;

/** Prints a replay's hashes for programs to read. */
public record HashPrinter(PrintStream out) implements HashListener {
    @Override
    public void hash(int tick, long hash) {
        out.println(tick + " " + Summary.hex(hash));
    }

    @Override
    public void last(int tick, int score, long hash) {
        out.println("final " + tick + " " + Summary.hex(hash));
    }
}
