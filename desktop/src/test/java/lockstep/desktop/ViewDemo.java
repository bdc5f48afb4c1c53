package lockstep.desktop;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.Input.Keys;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.PixmapIO;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import lockstep.engine.Score;
import lockstep.engine.Settings;
import lockstep.game.Autopilot;
import lockstep.game.Controls;
import lockstep.game.Game;
import lockstep.game.Kind;
import lockstep.game.Mode;
import lockstep.game.Scene;
import lockstep.view.Aim;
import lockstep.view.Canvas;
import lockstep.view.Command;
import lockstep.view.GameView;
import lockstep.view.Inbox;
import lockstep.view.Layer;
import lockstep.view.SettingsHolder;
import lockstep.view.Snapshot;
import lockstep.world.Bodies;
import lockstep.world.Effects;

/**
 * Plays by itself in a stock window, on one thread, and writes a screenshot of each screen: width, height, folder for
 * the screenshots, folder of the assets, seed. Frames are 1/60 s apart whatever the machine needs for them.
 */
final class ViewDemo extends ApplicationAdapter implements SettingsHolder {
    private static final int HZ = 120;
    private static final float FRAME = 1 / 60f;

    private final String[] args;
    private final Inbox inbox = new Inbox();
    private final Effects effects = new Effects();
    private final Controls controls = new Controls(), pilot = new Controls();
    private Settings settings = Settings.DEFAULT.withBest(List.of(new Score(18_450, 4, "2026-10-02"),
            new Score(12_075, 3, "2026-10-02"), new Score(9_800, 3, "2026-09-30"), new Score(4_300, 2, "2026-09-28"),
            new Score(1_250, 1, "2026-09-28")));
    private Game game;
    private Autopilot autopilot;
    private Snapshot shot;
    private DemoArt art;
    private GameView view;
    private boolean attract = true, reckless;
    private long nowNs;
    private int frames;
    private long drawNs, drawn, allocated;
    private int quads, quiet, slow;

    private ViewDemo(String[] args) {
        this.args = args;
    }

    public static void main(String[] args) {
        Lwjgl3ApplicationConfiguration c = new Lwjgl3ApplicationConfiguration();
        c.setWindowedMode(Integer.parseInt(args[0]), Integer.parseInt(args[1]));
        c.setTitle("Lockstep: view");
        c.useVsync(false);
        c.setForegroundFPS(0);
        c.disableAudio(System.getProperty("demo.sound") == null);
        new Lwjgl3Application(new ViewDemo(args), c);
    }

    @Override
    public void create() {
        long seed = args.length > 4 ? Long.parseLong(args[4]) : 7;
        game = new Game(seed, 0, HZ);
        autopilot = new Autopilot(seed);
        shot = new Snapshot(game.capacity());
        art = new DemoArt(new FileHandle(args[3]));
        view = new GameView(art, inbox, this::command, effects, new Aim(), this, layers(), game.capacity(),
                System.getProperty("demo.sound") == null, false);
        view.start();
    }

    /** With {@code -Ddemo.dock=PX} a plate at the bottom, as high as the full overlay would be. */
    private static List<Layer> layers() {
        int dock = Integer.getInteger("demo.dock", 0);
        Layer plate = new Layer() {
            @Override
            public void draw(Canvas canvas, Bodies seen) {
                canvas.rect(0, 0, canvas.width(), dock, Color.DARK_GRAY);
            }

            @Override
            public int dockHeight() {
                return dock;
            }
        };
        return dock == 0 ? List.of() : List.of(plate);
    }

    private void command(Command command) {
        switch (command) {
            case START -> {
                attract = false;
                controls.starts++;
            }
            case PAUSE -> controls.pauses++;
            case TITLE -> {
                attract = true;
                controls.starts++;
            }
            case QUIT -> Gdx.app.exit();
        }
    }

    @Override
    public void render() {
        if (frames == 0) {
            script();
            System.out.printf("%d frames, %.2f ms of CPU a frame, %d above 16 ms, %d sprites at most, %d bytes a frame, %d frames without any, %d placeholders%n",
                    drawn, drawNs / 1e6 / drawn, slow, quads, allocated / drawn, quiet, art.placeholders());
            Gdx.app.exit();
        }
    }

    /** What the demo does, in order. */
    private void script() {
        play(3.5f);
        save("title");
        key(Keys.ENTER);
        play(0.6f);
        save("start");
        play(3);
        save("play-1");
        inbox.offer(Inbox.What.KEY_DOWN, Keys.A, 0, 0);
        inbox.offer(Inbox.What.KEY_DOWN, Keys.W, 0, 0);
        inbox.offer(Inbox.What.KEY_DOWN, Keys.SPACE, 0, 0);
        for (int i = 2; i < 7; i++) {
            play(4.3f);
            save("play-" + i);
        }
        gate();
        key(Keys.ESCAPE);
        play(0.6f);
        save("pause");
        key(Keys.DOWN);
        key(Keys.ENTER);
        play(0.5f);
        save("settings");
        for (int i = 0; i < 6; i++) {
            key(i % 2 == 0 ? Keys.DOWN : Keys.LEFT);
        }
        play(0.2f);
        save("settings-2");
        key(Keys.ESCAPE);
        play(0.2f);
        key(Keys.ESCAPE);
        reckless = true;
        for (int i = 0; i < 3600 && scene().mode != Mode.OVER.ordinal(); i++) {
            int before = scene().shields;
            frame();
            if (scene().shields < before) {
                play(0.07f);
                save("hit-" + before);
            }
        }
        play(0.15f);
        save("death");
        play(2.5f);
        save("over");
    }

    private void gate() {
        boolean open = false, near = false;
        for (int i = 0; i < 60 * 120 && scene().sector == 0 && scene().mode == Mode.PLAYING.ordinal(); i++) {
            frame();
            Scene s = scene();
            if (s.gateOpen && !open) {
                open = true;
                play(0.5f);
                save("gate-open");
            }
            if (s.gateOpen && !near && s.ship >= 0 && s.gateX - s.x[s.ship] < 9) {
                near = true;
                save("gate-near");
            }
            if (!s.gateOpen && s.ship >= 0 && s.gateX - s.x[s.ship] < 14 && i % 30 == 0) {
                save("gate-closed");
            }
        }
        save("sector-0");
        play(0.4f);
        save("sector-1");
        play(1);
        save("sector-2");
        play(5);
        save("sector-3");
    }

    private Scene scene() {
        return shot.now().scene;
    }

    private void key(int key) {
        inbox.offer(Inbox.What.KEY_DOWN, key, 0, 0);
        inbox.offer(Inbox.What.KEY_UP, key, 0, 0);
        frame();
        frame();
    }

    private void play(float seconds) {
        for (int i = Math.round(seconds / FRAME); i > 0; i--) {
            frame();
        }
    }

    private void frame() {
        steer();
        for (int i = 0; i < HZ / 60; i++) {
            game.step(controls);
            nowNs += 1_000_000_000L / HZ;
            for (int e = 0; e < game.effects(); e++) {
                effects.emit(game.effect(e), game.effectX(e), game.effectY(e), game.effectSize(e));
            }
            game.copyTo(shot.next().scene);
            shot.next().tickNs = nowNs;
            shot.taken();
        }
        shot.interpolate(nowNs);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().getId(), bytes = threads.getThreadAllocatedBytes(id), start = threads.getCurrentThreadCpuTime();
        view.draw(shot, FRAME, Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
        Gdx.gl.glFinish();
        if (frames++ > 120) {
            long spent = threads.getCurrentThreadCpuTime() - start;
            drawNs += spent;
            slow += spent > 16_000_000 ? 1 : 0;
            quiet += threads.getThreadAllocatedBytes(id) == bytes ? 1 : 0;
            allocated += threads.getThreadAllocatedBytes(id) - bytes;
            drawn++;
            quads = Math.max(quads, view.sprites());
        }
    }

    private void steer() {
        autopilot.steer(scene(), pilot);
        int starts = controls.starts, pauses = controls.pauses;
        boolean again = attract && pilot.starts > 0;
        pilot.starts = 0;
        controls.set(pilot);
        controls.starts = starts + (again ? 1 : 0);
        controls.pauses = pauses;
        if (reckless) {
            ram();
        }
    }

    /** Flies into the nearest rock. */
    private void ram() {
        Scene s = scene();
        float nearest = Float.MAX_VALUE;
        for (int i = 0; i < s.slots && s.ship >= 0; i++) {
            float away = (float) Math.hypot(s.x[i] - s.x[s.ship], s.y[i] - s.y[s.ship]);
            if (Kind.of(s.kind[i]) == Kind.ROCK && away < nearest) {
                nearest = away;
                controls.aimX = s.x[i];
                controls.aimY = s.y[i];
            }
        }
        controls.aiming = true;
        controls.thrust = 1;
        controls.fire = nowNs / 1_000_000_000L % 3 == 0;
    }

    private void save(String name) {
        frame();
        Pixmap p = Pixmap.createFromFrameBuffer(0, 0, Gdx.graphics.getBackBufferWidth(), Gdx.graphics.getBackBufferHeight());
        PixmapIO.writePNG(new FileHandle(args[2]).child(name + ".png"), p, 3, true);
        p.dispose();
    }

    @Override
    public Settings get() {
        return settings;
    }

    @Override
    public void set(Settings changed) {
        settings = changed;
    }

    @Override
    public void ended(long score, int sector) {
        settings = settings.withScore(new Score(score, sector, "2026-11-20"));
    }

    @Override
    public void dispose() {
        view.stop();
        art.dispose();
        game.dispose();
    }
}
