package lockstep.desktop.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import lockstep.roles.OverlayMode;
import lockstep.roles.RunConfig;
import lockstep.roles.RunConfigBuilder;
import lockstep.roles.Screenshot;
import lockstep.topology.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lockstep play}: the game. */
@Command(name = "play", description = "Play the game. The default command.")
final class PlayCommand implements Callable<Integer> {
    private static final int RANDOM_SEEDS = 1_000_000;

    private final Wiring wiring;
    @Mixin
    private RunOptions run = new RunOptions();
    @Option(names = "--seed", paramLabel = "N", description = "seed of the game (drawn at random)")
    private String seed;
    @Option(names = "--autopilot", description = "the ship flies itself")
    private boolean autopilot;
    @Option(names = "--bodies", paramLabel = "N", description = "drifting bodies added as load, 0 to 20000 (0)")
    private String bodies;
    @Option(names = "--size", paramLabel = "WxH", description = "window size in pixels (1280x720)")
    private String size = "1280x720";
    @Option(names = "--fullscreen", description = "start in full screen")
    private boolean fullscreen;
    @Option(names = "--fps", paramLabel = "N", description = "frame cap, 0 to 1000; 0 = the display's rate")
    private String fps;
    @Option(names = "--record", paramLabel = "FILE", description = "record the run for replay")
    private String record;
    @Option(names = "--input-log", paramLabel = "FILE", description = "write a line per key event")
    private String inputLog;
    @Option(names = "--screenshot", paramLabel = "FILE@SECONDS", description = "take a picture of the window; may be repeated")
    private List<String> screenshots = new ArrayList<>();
    @Option(names = "--overlay", paramLabel = "off|compact|full", description = "how much of the lanes to show (compact)")
    private String overlay = "compact";
    @Option(names = "--mute", description = "no sound")
    private boolean mute;

    PlayCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws Exception {
        return wiring.launcher().play(config());
    }

    private RunConfig config() {
        Outputs outputs = new Outputs();
        RunConfigBuilder config = run.resolve(wiring, outputs);
        int[] pixels = Values.size(size);
        Path recording = Values.path("--record", record);
        Path events = Values.path("--input-log", inputLog);
        List<Screenshot> pictures = screenshots.stream().map(Values::screenshot).toList();
        config.seed(Values.whole("--seed", seed, Long.MIN_VALUE, Long.MAX_VALUE,
            ThreadLocalRandom.current().nextInt(RANDOM_SEEDS)))
            .autopilot(autopilot)
            .bodies((int) Values.whole("--bodies", bodies, 0, 20_000, 0))
            .size(pixels[0], pixels[1])
            .fullscreen(fullscreen)
            .fps((int) Values.whole("--fps", fps, 0, 1000, -1))
            .record(recording).inputLog(events).screenshots(pictures)
            .overlay(Values.checked("--overlay",
                () -> Words.parse("overlay", OverlayMode.values(), OverlayMode::word, overlay)))
            .mute(mute);
        outputs.writes("--record", recording);
        outputs.writes("--input-log", events);
        pictures.forEach(picture -> outputs.writes("--screenshot", picture.file()));
        RunConfig built = config.build();
        if (built.headless() && !pictures.isEmpty()) {
            throw new UsageException("--screenshot needs a window; leave out --headless");
        }
        return built;
    }
}
