package lockstep.desktop;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lockstep.blame.LateFrames;
import lockstep.engine.DemoLanes;
import lockstep.engine.Lane;
import lockstep.engine.Meter;
import lockstep.overlay.LateNews;
import lockstep.overlay.Overlay;
import lockstep.overlay.OverlayModel;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.FrameLog;
import lockstep.time.LaneTimer;
import lockstep.time.SpanKind;
import lockstep.view.Canvas;
import lockstep.world.World;

/**
 * Shows the overlay over pretended lanes in a stock window, takes pictures of it and prints what it costs.
 * Arguments: width, height, folder for the pictures, layout (four, many or classic).
 */
public final class OverlayDemo extends ApplicationAdapter {
    private static final int COMPACT_AT = 240;
    private static final int FULL_AT = 900;
    private static final int END_AT = 1_000;
    private static final long BUDGET_NS = 16_666_667;

    private final String pictures;
    private final World world = new World(16, 4, new World.Sharing("mutex", Granularity.WORLD, Order.SORTED, Hold.COPY), false, Faults.NONE);
    private final Guard guard = world.guards().get(0);
    private final List<Lane> lanes = new ArrayList<>();
    private final FrameLog frames = new FrameLog();
    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long[] drawNs = new long[END_AT + 2];
    private final long[] glNs = new long[END_AT + 2];
    private final long[] bytes = new long[END_AT + 2];
    private LaneTimer timer;
    private Lane render;
    private Overlay overlay;
    private Canvas canvas;
    private SpriteBatch batch;
    private int frame;
    private long inFlushNs;
    private long lastStart;
    private long lastEnd;

    private OverlayDemo(String pictures) {
        this.pictures = pictures;
    }

    public static void main(String[] args) {
        int width = Integer.parseInt(args[0]);
        int height = Integer.parseInt(args[1]);
        OverlayDemo demo = new OverlayDemo(args[2] + "/" + args[3] + "-" + width);
        new File(args[2]).mkdirs();
        demo.lay(args[3]);
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.setWindowedMode(width, height);
        config.setForegroundFPS(60);
        config.useVsync(false);
        config.disableAudio(true);
        DemoLanes.runAs(demo.render, 3, 60, () -> new Lwjgl3Application(demo, config));
        Meter meter = new Meter(demo.lanes, Clock.SYSTEM);
        Thread reading = new Thread(meter, "meter");
        reading.setDaemon(true);
        reading.start();
        demo.overlay = new Overlay(new OverlayModel(() -> DemoLanes.FOUR, () -> demo.lanes, meter, demo.frames, () -> BUDGET_NS,
            demo.world, () -> demo.frame / 300, () -> demo.frame / 20, () -> 0, () -> 0, List.of("input", "physics", "assets", "render")),
            new LateNews(new LateFrames()), Overlay.Mode.COMPACT);
        DemoLanes.start(demo.lanes.stream().filter(l -> l != demo.render && !l.stats().isEmpty()).toList());
        DemoLanes.run(demo.render);
        System.exit(0);
    }

    private void lay(String layout) {
        Lane input = DemoLanes.lane(0, "input");
        input.add(DemoLanes.input(guard), 0, 1_000, false);
        lanes.add(input);
        if (layout.equals("classic")) {
            input.add(DemoLanes.physics(guard), 1, 120, false);
            input.add(DemoLanes.assets(guard), 2, 0, false);
        } else {
            lanes.add(DemoLanes.lane(1, "physics"));
            lanes.get(1).add(DemoLanes.physics(guard), 1, 120, false);
            for (int i = 0; i < (layout.equals("many") ? 4 : 1); i++) {
                Lane assets = DemoLanes.lane(lanes.size(), i == 0 ? "assets" : "assets-" + (i + 1));
                assets.add(DemoLanes.assets(guard), 2, 0, false);
                lanes.add(assets);
            }
        }
        render = DemoLanes.lane(lanes.size(), "render");
        lanes.add(render);
        timer = render.timer();
    }

    @Override
    public void create() {
        batch = new SpriteBatch() {
            @Override
            public void flush() {
                long start = System.nanoTime();
                super.flush();
                inFlushNs += System.nanoTime() - start;
            }
        };
        canvas = new Canvas(batch, new OverlayArt());
        lastStart = lastEnd = timer.now();
    }

    @Override
    public void render() {
        long start = timer.now();
        if (frame > 0) {
            frames.add(0, start - lastStart, 0, 0, -1, 0, BUDGET_NS);
            timer.span(SpanKind.PACE, Math.min(start, lastEnd + 400_000), start, 0);
        }
        lastStart = start;
        timer.beginRun(3);
        try {
            if (frame % 3 == 0) {
                Thread.sleep(1);
                timer.span(SpanKind.BARRIER_WAIT, start, timer.now(), 1, 0, 0);
            }
            DemoLanes.hold(guard, timer, 200);
            if (frame % 5 == 0) {
                long upload = timer.now();
                DemoLanes.burn(1_200);
                timer.span(SpanKind.UPLOAD, upload, timer.now(), 0);
            }
            if (frame % 173 == 172) {
                DemoLanes.burn(frame % 346 < 173 ? 25_000 : 60_000);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        drawAll();
        long end = timer.now();
        timer.span(SpanKind.SWAP, Math.max(start, end - 400_000), end, 0);
        DemoLanes.ran(render, 0, timer.endRun(start, end, frame));
        lastEnd = end;
        frame++;
        if (frame == COMPACT_AT || frame == FULL_AT || frame == FULL_AT + 20) {
            shoot(frame == COMPACT_AT ? "compact" : frame == FULL_AT ? "full" : "scrolled");
        }
        if (frame == COMPACT_AT) {
            tell("compact", 60, COMPACT_AT);
            overlay.key(Input.Keys.F1);
            overlay.key(Input.Keys.F1);
            overlay.key(Input.Keys.F1);
            overlay.key(Input.Keys.F1);
        } else if (frame == FULL_AT) {
            overlay.key(Input.Keys.PAGE_DOWN);
            overlay.key(Input.Keys.PAGE_DOWN);
        } else if (frame == END_AT) {
            tell("full", COMPACT_AT + 120, FULL_AT);
            System.out.printf("overlay's own: p50 %d us, p99 %d us%n", overlay.costP50Ns() / 1000, overlay.costP99Ns() / 1000);
            Gdx.app.exit();
        }
    }

    private void drawAll() {
        Gdx.gl.glClearColor(0.043f, 0.063f, 0.125f, 1);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        canvas.resize(Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
        batch.getProjectionMatrix().setToOrtho2D(0, 0, canvas.width(), canvas.height());
        batch.begin();
        for (int i = 0; i < 60; i++) {
            float x = (i * 197 + frame) % canvas.width();
            canvas.rect(x, (i * 131) % canvas.height(), 24, 24, Color.SLATE);
        }
        batch.flush();
        long me = Thread.currentThread().getId();
        long bytesBefore = threads.getThreadAllocatedBytes(me);
        inFlushNs = 0;
        long before = threads.getCurrentThreadCpuTime();
        overlay.draw(canvas, null);
        long drawn = threads.getCurrentThreadCpuTime();
        long inDraw = inFlushNs;
        batch.flush();
        bytes[frame] = threads.getThreadAllocatedBytes(me) - bytesBefore;
        drawNs[frame] = drawn - before;
        glNs[frame] = inDraw;
        batch.end();
    }

    private void tell(String what, int from, int to) {
        long[] draws = Arrays.copyOfRange(drawNs, from, to);
        long[] flushes = Arrays.copyOfRange(glNs, from, to);
        Arrays.sort(draws);
        Arrays.sort(flushes);
        int n = draws.length;
        System.out.printf("%s: CPU of draw p50 %d us p99 %d us, of it GL p50 %d us, render calls %d, bytes a frame %d (most %d)%n", what,
            draws[n / 2] / 1000, draws[n * 99 / 100] / 1000, flushes[n / 2] / 1000, batch.totalRenderCalls / Math.max(1, frame),
            Arrays.stream(bytes, from, to).sum() / n, Arrays.stream(bytes, from, to).max().orElse(0));
    }

    private void shoot(String name) {
        Pixmap picture = Pixmap.createFromFrameBuffer(0, 0, canvas.width(), canvas.height());
        PixmapIO.writePNG(Gdx.files.absolute(pictures + "-" + name + ".png"), picture, -1, true);
        picture.dispose();
    }
}
