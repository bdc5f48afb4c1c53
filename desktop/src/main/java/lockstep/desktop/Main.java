package lockstep.desktop;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import lockstep.desktop.cli.Cli;
import lockstep.desktop.cli.PlainText;
import lockstep.desktop.cli.Wiring;
import lockstep.desktop.doctor.Machine;
import lockstep.desktop.doctor.ObservingCost;
import lockstep.desktop.doctor.WindowChecks;
import lockstep.desktop.game.GameLauncher;
import lockstep.roles.Registry;
import lockstep.sync.FaultSpec;
import lockstep.sync.Guards;

/** The program's entry point. */
public final class Main {
    private Main() {
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        UnsafeWarning.keepQuiet();
        System.setErr(
            PlainText.on(System.err, Charset.forName(System.getProperty("stderr.encoding", Charset.defaultCharset().name()))));
        if (MacRelaunch.needed()) {
            System.exit(MacRelaunch.run(Main.class, args));
        }
        System.exit(new Cli(wiring()).run(args));
    }

    private static Wiring wiring() {
        Supplier<WindowChecks> window = once(WindowChecks::new);
        return new Wiring(new GameLauncher(System.out, System.err), Registry.names(), Guards.names(), FaultSpec::parse,
            Machine.checks(() -> window.get().display(), () -> window.get().gl(), () -> window.get().sound(),
                () -> window.get().gamepads()),
            ObservingCost::print, new PrintWriter(System.out, true), new PrintWriter(System.err, true));
    }

    private static <T> Supplier<T> once(Supplier<T> maker) {
        AtomicReference<T> made = new AtomicReference<>();
        return () -> made.updateAndGet(t -> t != null ? t : maker.get());
    }
}
