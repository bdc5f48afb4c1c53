package lockstep.desktop;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Buttons;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.blame.Names;
import lockstep.blame.Step;
import lockstep.overlay.LateNews;
import lockstep.overlay.LateToast;
import lockstep.overlay.Panel;
import lockstep.overlay.Timeline;
import lockstep.time.Clock;
import lockstep.time.FrameLog;
import lockstep.time.SpanKind;
import lockstep.time.SpanTrack;
import lockstep.view.Canvas;
import lockstep.view.Inbox;

/**
 * Shows the timeline of pretended late frames in a stock window, takes pictures of it and prints what it costs.
 * Arguments: width, height, folder for the pictures, lanes that load.
 */
public final class TimelineDemo extends ApplicationAdapter {
    private static final long MS = 1_000_000;
    private static final int FRAMES = 60;

    private final com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final String pictures;
    private final int loaders;
    private final LateFrames late = new LateFrames();
    private final long[] drawNs = new long[FRAMES];
    private final Inbox.Event event = new Inbox.Event();
    private Timeline timeline;
    private SpriteBatch batch;
    private Canvas canvas;
    private int frame;
    private int shots;
    private long bytes;

    private record DemoNames() implements Names {
        @Override
        public String lane(int number) {
            return "lane " + number;
        }

        @Override
        public String guard(int number) {
            return "world";
        }

        @Override
        public String role(int number) {
            return List.of("input", "physics", "assets", "render").get(number);
        }

        @Override
        public String asset(int number) {
            return "nebula-" + number + ".png";
        }

        @Override
        public int decodeGuard() {
            return 4;
        }
    }

    private TimelineDemo(String pictures, int loaders) {
        this.pictures = pictures;
        this.loaders = loaders;
    }

    public static void main(String[] args) {
        new File(args[2]).mkdirs();
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.setWindowedMode(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        config.setForegroundFPS(60);
        config.useVsync(false);
        config.disableAudio(true);
        new Lwjgl3Application(new TimelineDemo(args[2] + "/timeline-" + args[0] + "-" + args[3], Integer.parseInt(args[3])), config);
        System.exit(0);
    }

    /** A frame of 41 ms that waited 24 ms for a loading lane, which held the world meanwhile. */
    private Frozen frozen(long number, long startNs) {
        long end = startNs + 41_300_000;
        SpanTrack render = new SpanTrack(5_000);
        SpanTrack physics = new SpanTrack(5_000);
        SpanTrack input = new SpanTrack(5_000);
        Random dice = new Random(number);
        long from = startNs - Frozen.BEFORE_NS;
        long to = end + Frozen.AFTER_NS;
        for (long t = startNs - 15 * 16_666_667L; t < startNs - MS; t += 16_666_667) {
            frame(render, t, t + 16_666_667, t + MS, dice.nextInt(400_000));
        }
        frame(render, startNs, end, startNs + 1_200_000, 23_900_000);
        frame(render, end, end + 16_000_000, end + MS, 100_000);
        for (long t = from; t < to; t += 8_333_333) {
            boolean held = t > startNs && t < startNs + 20 * MS;
            if (held) {
                continue;
            }
            boolean waits = t + 8_333_333 > startNs && t <= startNs;
            long begin = t + 200_000;
            long got = waits ? startNs + 25_600_000 : begin + dice.nextInt(60_000);
            physics.append(SpanKind.GUARD_WAIT, begin + 1_900_000, Math.max(begin + 1_930_000, got), 1, 2, 0, -1, 0);
            long after = Math.max(begin + 1_930_000, got);
            physics.append(SpanKind.HOLD, after, after + 300_000, 1, 255, 0, -1, 0);
            physics.append(SpanKind.WORK, begin, after + 500_000, 1, 255, 0, 2_200_000, number);
            physics.append(SpanKind.PACE, after + 500_000, waits ? after + 900_000 : t + 8_533_333, 1, 255, 0, -1, t + 8_500_000);
        }
        for (long t = from; t < to; t += MS) {
            input.append(SpanKind.WORK, t, t + 60_000 + dice.nextInt(200_000), 0, 255, 0, 50_000, 1);
            input.append(SpanKind.PACE, t + 300_000, t + MS, 0, 255, 0, -1, t + MS);
        }
        List<FrozenLane> lanes = new ArrayList<>(List.of(new FrozenLane(0, "input", input), new FrozenLane(1, "physics", physics)));
        for (int i = 0; i < loaders; i++) {
            SpanTrack assets = new SpanTrack(5_000);
            long shift = i * 9 * MS;
            assets.append(SpanKind.WORK, from + shift, from + shift + 60 * MS, 2, 255, 0, 58 * MS, 1);
            assets.append(SpanKind.IO, startNs - 30 * MS - shift, startNs - 12 * MS - shift, 2, 255, 0, 4 * MS, 3);
            assets.append(SpanKind.HOLD, startNs + 1_100_000 + shift, startNs + 25_100_000 + shift, 2, 255, 0, -1, 0);
            assets.append(SpanKind.WORK, startNs - 32 * MS - shift, startNs + 29 * MS, 2, 255, 0, 38 * MS, 2);
            lanes.add(new FrozenLane(2 + i, i == 0 ? "assets" : "assets-with-a-long-name-" + (i + 1), assets));
        }
        lanes.add(new FrozenLane(2 + loaders, "render", render));
        List<Cause> causes = List.of(
            new Cause("assets", Blame.GUARD, "world", "decoding nebula/nebula-3-2.png", 23_900_000, 0.93, 0.98),
            new Cause("render", Blame.WORK, "render", "", 1_300_000, 0.05, 0.9),
            new Cause("render", Blame.MACHINE, "render", "", 400_000, 0.02, 0.4));
        int r = 2 + loaders;
        List<Step> path = List.of(new Step(startNs, startNs + 1_200_000, r, Blame.WORK, 3, -1),
            new Step(startNs + 1_200_000, startNs + 25_100_000, 2, Blame.GUARD, 0, r), new Step(startNs + 25_100_000, end - 600_000, r, Blame.WORK, 3, -1),
            new Step(end - 600_000, end, r, Blame.SWAP, 3, -1));
        return new Frozen(new LateFrame(number, startNs, end, 16_666_667, "render", causes, path, true), lanes, Map.of());
    }

    private void frame(SpanTrack render, long from, long to, long waits, long waitNs) {
        render.append(SpanKind.BARRIER_WAIT, from + 100_000, from + 700_000, 3, 1, 0, -1, 0);
        render.append(SpanKind.GUARD_WAIT, waits, waits + waitNs, 3, 2, 0, -1, 0);
        render.append(SpanKind.HOLD, waits + waitNs, waits + waitNs + 200_000, 3, 255, 0, -1, 0);
        render.append(SpanKind.UPLOAD, waits + waitNs + 300_000, waits + waitNs + 900_000, 3, 255, 0, -1, 4);
        render.append(SpanKind.SWAP, to - 600_000, to, 3, 255, 0, 500_000, 1);
        render.append(SpanKind.WORK, from, to, 3, 255, 0, 9 * MS, 1);
    }

    @Override
    public void create() {
        batch = new SpriteBatch(4000);
        canvas = new Canvas(batch, new OverlayArt());
        LateNews news = new LateNews(late);
        Panel panel = new Panel(null, c -> { }, (canvas, seen) -> { }, Clock.SYSTEM, new LateToast(news, () -> true));
        timeline = new Timeline(late, new DemoNames(), new FrameLog(), panel, c -> { }, Clock.SYSTEM);
        press(Keys.F3);
    }

    private void press(int key) {
        event.what = Inbox.What.KEY_DOWN;
        event.code = key;
        timeline.take(event);
    }

    private void at(Inbox.What what, float x, float y) {
        event.what = what;
        event.code = Buttons.LEFT;
        event.x = x;
        event.y = y;
        timeline.take(event);
    }

    @Override
    public void render() {
        Gdx.gl.glClearColor(0.1f, 0.14f, 0.2f, 1);
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        canvas.resize(Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
        batch.getProjectionMatrix().setToOrtho2D(0, 0, canvas.width(), canvas.height());
        batch.begin();
        long me = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(me);
        long start = threads.getCurrentThreadCpuTime();
        timeline.draw(canvas, null);
        batch.flush();
        drawNs[frame] = threads.getCurrentThreadCpuTime() - start;
        bytes = threads.getThreadAllocatedBytes(me) - before;
        batch.end();
        if (++frame == FRAMES) {
            frame = 0;
            Arrays.sort(drawNs);
            shoot();
        }
    }

    private void shoot() {
        Pixmap picture = Pixmap.createFromFrameBuffer(0, 0, canvas.width(), canvas.height());
        PixmapIO.writePNG(Gdx.files.absolute(pictures + "-" + shots + ".png"), picture, -1, true);
        picture.dispose();
        System.out.printf("picture %d: CPU of draw p50 %d us p99 %d us, render calls %d, bytes in the last frame %d%n", shots,
            drawNs[FRAMES / 2] / 1000, drawNs[FRAMES - 2] / 1000, batch.renderCalls, bytes);
        float wide = canvas.width();
        float high = canvas.height();
        switch (shots++) {
            case 0 -> {
                for (int i = 0; i < 3; i++) {
                    late.add(frozen(4_000 + i * 37, 10_000 * MS + i * 900 * MS));
                }
            }
            case 1 -> press(Keys.TAB);
            case 2 -> {
                press(Keys.UP);
                at(Inbox.What.POINTER, wide * 0.4f, high - 90 * canvas.scale());
                for (int i = 0; i < 8; i++) {
                    at(Inbox.What.SCROLL, 0, -1);
                }
            }
            case 3 -> {
                for (int i = 0; i < 30; i++) {
                    at(Inbox.What.SCROLL, 0, 1);
                }
            }
            case 4 -> {
                press(Keys.NUM_0);
                press(Keys.PAGE_UP);
                at(Inbox.What.BUTTON_DOWN, wide * 0.3f, high - 60);
                at(Inbox.What.POINTER, wide * 0.2f, high - 60);
                at(Inbox.What.BUTTON_UP, wide * 0.2f, high - 60);
            }
            default -> Gdx.app.exit();
        }
    }
}
