package lockstep.view;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.utils.Align;
import java.util.List;
import java.util.function.Consumer;
import lockstep.game.Mode;
import lockstep.game.Scene;
import lockstep.settings.Score;
import lockstep.settings.Settings;
import lockstep.view.art.Art;
import lockstep.view.art.Camera;
import lockstep.view.art.Canvas;
import lockstep.view.art.CountingBatch;
import lockstep.view.art.Dice;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Particles;
import lockstep.view.art.Spring;
import lockstep.view.art.Sprites;
import lockstep.view.art.Ui;
import lockstep.view.art.WorldBrush;
import lockstep.view.menu.Command;
import lockstep.view.menu.Inbox;
import lockstep.view.menu.Layer;
import lockstep.view.menu.Layers;
import lockstep.view.menu.Layout;
import lockstep.view.menu.Menus;
import lockstep.view.menu.Prompts;
import lockstep.view.menu.Screens;
import lockstep.view.menu.SettingsHolder;
import lockstep.view.sound.Cue;
import lockstep.view.sound.Speaker;
import lockstep.world.Effects;

/**
 * Everything a player sees and hears. Only the rendering lane calls it, with GL current: {@link #start} first,
 * {@link #draw} once a frame, {@link #stop} last. It takes no lock, reads no clock and, once warm, allocates nothing.
 */
public final class GameView implements Picture {
    private static final int BATCH = 4000;
    private static final float LONGEST_FRAME = 0.1f;

    private final Art art;
    private final Inbox inbox;
    private final Aim aim;
    private final SettingsHolder settings;
    private final Layers layers;
    private final Layout layout = new Layout();
    private final Menus menus;
    private final Speaker speaker;
    private final Dice dice = new Dice(0x10C57E9);
    private final Camera camera = new Camera();
    private final Sprites sprites = new Sprites();
    private final Backdrop backdrop = new Backdrop(dice);
    private final VisibleBodies things;
    private final Banner banner = new Banner();
    private final Director director;
    private final Edges edges = new Edges();
    private final Hud hud = new Hud();
    private final Walls walls = new Walls(hud.area);
    private final Prompts prompts = new Prompts();
    private final TornMarks torn = new TornMarks();
    private final DamageHud damageHud = new DamageHud();
    private Damage damage = Damage.NONE;
    private final Screens screens = new Screens(layout);
    private final Spring bright = new Spring();
    private final Spring playing = new Spring();
    private CountingBatch batch;
    private WorldBrush brush;
    private Canvas canvas;
    private Ui ui;
    private int width, height;
    private int moves;
    private long bestBefore;

    /**
     * @param art pictures, fonts and sounds
     * @param inbox keys and pointer for the menus
     * @param commands receives what was chosen in a menu, on the rendering lane
     * @param effects the events of the simulation
     * @param aim receives where the ship is drawn
     * @param settings volumes, shake, flash, best scores
     * @param layers drawn over the game, in this order
     * @param capacity slots of the snapshots
     * @param mute true for no sound
     * @param autopilotOnly true to start at once with the autopilot flying, without menus unless a person opens one
     */
    public GameView(Art art, Inbox inbox, Consumer<Command> commands, Effects effects, Aim aim, SettingsHolder settings,
                    List<Layer> layers, int capacity, boolean mute, boolean autopilotOnly) {
        this.art = art;
        this.inbox = inbox;
        this.aim = aim;
        this.settings = settings;
        this.layers = new Layers(layers);
        menus = new Menus(settings, commands, layout, autopilotOnly);
        speaker = new Speaker(art, mute, dice);
        things = new VisibleBodies(capacity);
        director = new Director(effects, speaker, things, banner, dice);
        bright.snap(autopilotOnly ? 1 : 0);
        playing.snap(autopilotOnly ? 1 : 0);
    }

    /** Shows the damage done by sharing; before {@link #start}. */
    public GameView showing(Damage value) {
        damage = value;
        return this;
    }

    /** Says that the run is recorded, so that panels do not pause it; before {@link #start}. */
    public GameView recorded() {
        menus.recorded();
        return this;
    }

    /** Creates what needs GL. */
    public void start() {
        batch = new CountingBatch(BATCH);
        brush = new WorldBrush(batch);
        canvas = new Canvas(batch, art);
        ui = new Ui(canvas);
    }

    /**
     * Draws one frame.
     *
     * @param shot the snapshot, with poses interpolated
     * @param dtSeconds time since the previous frame
     * @param width framebuffer width, px
     * @param height framebuffer height, px
     */
    public void draw(Snapshot shot, float dtSeconds, int width, int height) {
        if (width <= 0 || height <= 0) {
            return;
        }
        float seconds = Math.max(0, Math.min(LONGEST_FRAME, dtSeconds));
        Scene s = shot.now().scene;
        Settings now = settings.get();
        resize(width, height);
        int dock = layers.dock(height), side = layers.side(width);
        canvas.cover(side);
        ui.begin(dock, seconds);
        layers.corner(ui);
        follow(s, seconds, dock);
        boolean covered = layers.cover();
        move(shot, s, now, seconds, dock, side);
        batch.resetQuads();
        batch.begin();
        above(dock, side, true);
        world(shot, s, now, covered);
        above(dock, side, false);
        words(shot, s, now, seconds);
        boolean dialog = !covered && menus.screen() != Menus.Screen.PLAY;
        layers.draw(canvas, shot.now(), layout, dialog);
        batch.setColor(1, 1, 1, 1);
        if (!covered) {
            screens.draw(ui, menus, settings.get(), s, s.score > bestBefore && s.score > 0, seconds);
        }
        batch.end();
    }

    /** Limits drawing to the area that nothing covers, because filling pixels is slow in software GL. */
    private void above(int dock, int side, boolean on) {
        if (dock > 0 || side > 0) {
            batch.flush();
            if (on) {
                Gdx.gl.glEnable(GL20.GL_SCISSOR_TEST);
                Gdx.gl.glScissor(0, dock, width - side, height - dock);
            } else {
                Gdx.gl.glDisable(GL20.GL_SCISSOR_TEST);
            }
        }
    }

    private void resize(int w, int h) {
        canvas.resize(w, h);
        if (w != width || h != height) {
            width = w;
            height = h;
            batch.getProjectionMatrix().setToOrtho2D(0, 0, w, h);
        }
    }

    /** Updates the menus: first with the state of the simulation, then with what a person did. */
    private void follow(Scene s, float seconds, int dock) {
        boolean wasPlaying = menus.screen() == Menus.Screen.PLAY;
        if (menus.see(s.mode, s.run, seconds)) {
            settings.ended(s.score, s.sector + 1);
        }
        if (!wasPlaying || s.score == 0) {
            if (menus.screen() == Menus.Screen.PLAY) {
                bestBefore = best();
            }
        }
        arrange(dock);
        Inbox.Event e;
        while ((e = inbox.poll()) != null) {
            take(e);
            inbox.recycle(e);
            arrange(dock);
        }
        menus.covered(layers.holdRun());
        if (moves != menus.moves()) {
            moves = menus.moves();
            speaker.play(Cue.MENU, 0, 1);
        }
    }

    private void arrange(int dock) {
        if (layout.arrange(menus.screen(), menus.items().length, width, height, dock, ui.scale)) {
            menus.moved();
        }
    }

    private void take(Inbox.Event e) {
        if (layers.take(e)) {
            return;
        }
        switch (e.what) {
            case KEY_DOWN -> {
                if (menus.screen() == Menus.Screen.PLAY) {
                    prompts.key(e.code);
                }
                if (!menus.key(e.code)) {
                    layers.key(e.code);
                }
            }
            case KEY_UP -> menus.keyUp(e.code);
            case POINTER -> menus.pointer(e.x, e.y);
            case BUTTON_DOWN -> {
                if (menus.screen() == Menus.Screen.PLAY) {
                    prompts.button();
                }
                menus.press(e.code, e.x, e.y);
            }
            case BUTTON_UP -> menus.release();
            case PAD_DOWN -> {
                prompts.pad(e.code);
                menus.pad(e.code);
            }
            case FOCUS_LOST -> menus.focusLost();
            case SCROLL, FOCUS_GAINED -> {}
        }
    }

    private long best() {
        List<Score> best = settings.get().best();
        return best.isEmpty() ? 0 : best.get(0).score();
    }

    /** Updates camera, effects and sound. */
    private void move(Snapshot shot, Scene s, Settings now, float seconds, int dock, int side) {
        Menus.Screen screen = menus.screen();
        boolean title = menus.isTitled();
        float shipX = s.ship >= 0 ? shot.x[s.ship] : 0, shipY = s.ship >= 0 ? shot.y[s.ship] : 0;
        boolean paused = s.mode == Mode.PAUSED.ordinal();
        camera.follow(s, shipX, shipY, paused ? 0 : seconds, width, height, dock, side, title ? 0.16f : 0);
        // The pointer aims relative to the ship, as it is drawn.
        float x = s.ship >= 0 ? shipX : camera.x(), y = s.ship >= 0 ? shipY : camera.y();
        aim.set(x, y, camera.pxPerMeter(), camera.screenX(x), height - camera.screenY(y));
        boolean lasting = screen == Menus.Screen.OVER && menus.seconds() < Screens.AFTER_SECONDS;
        boolean play = screen == Menus.Screen.PLAY || lasting;
        bright.step(play ? 1 : screen == Menus.Screen.TITLE ? 0.9f : 0.45f, 9, seconds);
        playing.step(play ? 1 : screen == Menus.Screen.PAUSE ? 0.6f : 0, 9, seconds);
        float loud = title ? 0.3f : 1;
        boolean flying = s.thrusting && s.mode == Mode.PLAYING.ordinal();
        speaker.step(now, flying ? loud : 0, screen == Menus.Screen.PLAY || title ? 1 : 0.6f, seconds);
        director.direct(shot, camera, seconds, loud);
        if (now.shake()) {
            camera.shake(director.jolt.dx(), director.jolt.dy());
        }
        backdrop.step(s.sector, seconds);
        walls.step(s, seconds);
        things.find(shot, camera, seconds);
        torn.see(shot, seconds);
        damageHud.see(damage, seconds);
    }

    private void world(Snapshot shot, Scene s, Settings now, boolean covered) {
        sprites.look(art);
        brush.dim(Math.max(0, Math.min(1, bright.value)));
        Particles particles = director.particles;
        batch.disableBlending();
        backdrop.nebula(brush, art, sprites, camera, width, height);
        batch.enableBlending();
        brush.covering();
        backdrop.stars(brush, sprites, camera, width, height);
        walls.solid(s, brush, camera, sprites);
        particles.draw(Particles.Look.SMOKE, brush, camera, sprites);
        things.rocks(shot, brush, camera, sprites);
        particles.draw(Particles.Look.CHIP, brush, camera, sprites);
        things.solid(shot, brush, camera, sprites);
        if (!covered) {
            screens.shade(ui, menus);
        }
        brush.additive();
        walls.lights(s, brush, camera, sprites);
        things.lights(shot, brush, camera, sprites);
        particles.draw(Particles.Look.GLOW, brush, camera, sprites);
        particles.draw(Particles.Look.SPARK, brush, camera, sprites);
        director.rings.draw(brush, camera, sprites);
        if (now.flash()) {
            edges.draw(brush, sprites, director.jolt, width, height);
        }
        if (!covered) {
            screens.lights(ui, menus);
        }
        brush.covering();
        torn.draw(brush, camera, sprites);
    }

    private void words(Snapshot shot, Scene s, Settings now, float seconds) {
        float alpha = Math.max(0, Math.min(1, playing.value));
        if (alpha < 0.02f) {
            hud.area.begin(0);
            return;
        }
        prompts.bind(now);
        boolean watching = menus.isWatching();
        director.floats.draw(ui, camera, hud.area, alpha);
        hud.arrows(ui, shot, camera, things.nearestToken, alpha * (1 - banner.strength()));
        hud.draw(ui, s, watching ? s.best : best(), alpha, seconds);
        damageHud.draw(ui, damage, hud.area, alpha);
        if (menus.screen() == Menus.Screen.PLAY) {
            boolean paused = s.mode == Mode.PAUSED.ordinal();
            boolean flies = s.ship >= 0;
            banner.draw(ui, paused ? 0 : seconds, flies ? camera.screenX(shot.x[s.ship]) : 0,
                flies ? camera.screenY(shot.y[s.ship]) : 0,
                flies ? VisibleBodies.SHIELD_METERS * camera.pxPerMeter() : 0);
            if (menus.isHeld()) {
                ui.edged(Art.Face.BOLD, 14, "Paused", ui.right() / 2f, ui.height() - ui.px(80), Align.center, GamePalette.SHOT,
                    alpha);
            } else if (!watching && !paused) {
                prompts.draw(ui, seconds);
            }
        }
    }

    /** Quads drawn in the last frame, glyphs included. */
    public int sprites() {
        return batch == null ? 0 : batch.quads();
    }

    /** Releases what {@link #start} made and stops all sounds. */
    public void stop() {
        speaker.stop();
        if (batch != null) {
            batch.dispose();
            batch = null;
        }
    }
}
