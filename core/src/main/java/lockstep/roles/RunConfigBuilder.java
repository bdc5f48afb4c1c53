package lockstep.roles;

import java.nio.file.Path;
import java.util.List;
import lockstep.assets.AssetSource;
import lockstep.sync.OnDeadlock;
import lockstep.time.LateRule;
import lockstep.topology.Topology;

/** Builds a {@link RunConfig}; each method sets the component of its name. Used by one thread. */
public final class RunConfigBuilder {
    private Topology topology;
    private final AssetSource assets;
    private long seed = 1;
    private boolean autopilot;
    private int bodies;
    private double seconds;
    private long ticks;
    private boolean headless;
    private int width = 1280;
    private int height = 720;
    private boolean fullscreen;
    private int fps = -1;
    private Path record;
    private Path replay;
    private String expectHash;
    private Path json;
    private Path inputLog;
    private List<String> injects = List.of();
    private boolean views;
    private List<Screenshot> screenshots = List.of();
    private OverlayMode overlay = OverlayMode.COMPACT;
    private boolean mute;
    private boolean races;
    private OnDeadlock onDeadlock = OnDeadlock.REPORT;
    private LateRule late = LateRule.DEFAULT;
    private ExportFiles exports = ExportFiles.NONE;
    private boolean observed = true;

    RunConfigBuilder(Topology topology, AssetSource assets) {
        this.topology = topology;
        this.assets = assets;
    }

    /** A builder that starts from another run's configuration. */
    public static RunConfigBuilder from(RunConfig c) {
        return new RunConfigBuilder(c.topology(), c.assets()).seed(c.seed()).autopilot(c.autopilot()).bodies(c.bodies())
            .seconds(c.seconds()).ticks(c.ticks()).headless(c.headless()).size(c.width(), c.height()).fullscreen(c.fullscreen())
            .fps(c.fps()).record(c.record()).replay(c.replay()).expectHash(c.expectHash()).json(c.json()).inputLog(c.inputLog())
            .injects(c.injects()).views(c.views()).screenshots(c.screenshots()).overlay(c.overlay()).mute(c.mute())
            .races(c.races()).onDeadlock(c.onDeadlock()).late(c.late()).exports(c.exports()).observed(c.observed());
    }

    public RunConfigBuilder topology(Topology value) {
        topology = value;
        return this;
    }

    public RunConfigBuilder seed(long value) {
        seed = value;
        return this;
    }

    public RunConfigBuilder autopilot(boolean value) {
        autopilot = value;
        return this;
    }

    public RunConfigBuilder bodies(int value) {
        bodies = value;
        return this;
    }

    public RunConfigBuilder seconds(double value) {
        seconds = value;
        return this;
    }

    public RunConfigBuilder ticks(long value) {
        ticks = value;
        return this;
    }

    public RunConfigBuilder headless(boolean value) {
        headless = value;
        return this;
    }

    public RunConfigBuilder fullscreen(boolean value) {
        fullscreen = value;
        return this;
    }

    public RunConfigBuilder fps(int value) {
        fps = value;
        return this;
    }

    public RunConfigBuilder record(Path value) {
        record = value;
        return this;
    }

    public RunConfigBuilder replay(Path value) {
        replay = value;
        return this;
    }

    public RunConfigBuilder expectHash(String value) {
        expectHash = value;
        return this;
    }

    public RunConfigBuilder json(Path value) {
        json = value;
        return this;
    }

    public RunConfigBuilder inputLog(Path value) {
        inputLog = value;
        return this;
    }

    public RunConfigBuilder injects(List<String> value) {
        injects = value;
        return this;
    }

    public RunConfigBuilder views(boolean value) {
        views = value;
        return this;
    }

    public RunConfigBuilder screenshots(List<Screenshot> value) {
        screenshots = value;
        return this;
    }

    public RunConfigBuilder overlay(OverlayMode value) {
        overlay = value;
        return this;
    }

    public RunConfigBuilder mute(boolean value) {
        mute = value;
        return this;
    }

    public RunConfigBuilder races(boolean value) {
        races = value;
        return this;
    }

    public RunConfigBuilder onDeadlock(OnDeadlock value) {
        onDeadlock = value;
        return this;
    }

    public RunConfigBuilder late(LateRule value) {
        late = value;
        return this;
    }

    public RunConfigBuilder observed(boolean value) {
        observed = value;
        return this;
    }

    public RunConfigBuilder exports(ExportFiles value) {
        exports = value;
        return this;
    }

    /** Window size in px. */
    public RunConfigBuilder size(int widthPx, int heightPx) {
        width = widthPx;
        height = heightPx;
        return this;
    }

    public RunConfig build() {
        return new RunConfig(topology, assets, seed, autopilot, bodies, seconds, ticks, headless, width, height, fullscreen,
            fps, record, replay, expectHash, json, inputLog, injects, views, screenshots, overlay, mute, races, onDeadlock,
            late, exports, observed);
    }
}
