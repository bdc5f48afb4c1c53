package lockstep.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import lockstep.game.Effect;
import lockstep.game.Kind;
import lockstep.game.Mode;
import lockstep.view.art.Camera;
import lockstep.view.art.Dice;
import lockstep.view.art.Digits;
import lockstep.view.art.HudArea;
import lockstep.view.menu.Layout;
import lockstep.view.menu.Menus;
import lockstep.view.sound.Cue;
import lockstep.view.sound.Speaker;
import lockstep.view.sound.Voices;
import lockstep.world.Effects;
import org.junit.jupiter.api.Test;

/** What a frame does without GL allocates nothing once it is warm. */
class SteadyStateTest {
    private static final float FRAME = 1 / 60f;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final KeptSettings settings = new KeptSettings();
    private final Effects effects = new Effects();
    private final Layout layout = new Layout();
    private final Menus menus = new Menus(settings, c -> {}, layout, true);
    private final Dice dice = new Dice(3);
    private final VisibleBodies things = new VisibleBodies(256);
    private final Speaker speaker = new Speaker(null, true, dice);
    private final Director director = new Director(effects, speaker, things, new Banner(), dice);
    private final Camera camera = new Camera();
    private final Walls walls = new Walls(new HudArea());
    private final Backdrop backdrop = new Backdrop(dice);
    private final Voices voices = new Voices();
    private final Snapshot shot = new Snapshot(256);
    private final StringBuilder text = new StringBuilder(64);
    private int tick;

    private void frame() {
        var s = shot.next().scene;
        s.tick = ++tick;
        s.slots = 200;
        s.ship = 0;
        s.id[0] = 1;
        s.thrusting = true;
        s.mode = Mode.PLAYING.ordinal();
        s.right = 120;
        s.top = 72;
        for (int i = 0; i < s.slots; i++) {
            s.kind[i] = i == 0 ? Kind.SHIP.ordinal() : 1 + i % 4;
            s.x[i] = i * 0.3f + tick * 0.01f;
            s.y[i] = 30;
            s.size[i] = 1;
        }
        shot.next().tickNs = tick * 16_000_000L;
        shot.taken();
        shot.interpolate(tick * 16_000_000L - 8_000_000);
        for (Effect effect : EFFECTS) {
            effects.emit(effect, 10, 10, 1.3f);
        }
        menus.see(s.mode, 1, FRAME);
        layout.arrange(menus.screen(), menus.items().length, 1280, 720, 0, 1);
        camera.follow(s, shot.x[0], shot.y[0], FRAME, 1280, 720, 0, 0, 0);
        director.direct(shot, camera, FRAME, 1);
        walls.step(s, FRAME);
        backdrop.step(tick / 100, FRAME);
        things.find(shot, camera, FRAME);
        speaker.step(settings.now, 1, 1, FRAME);
        voices.step(FRAME);
        voices.claim(Cue.HIT);
        Digits.time(Digits.grouped(Digits.fresh(text), tick * 1000L), tick);
    }

    private static final Effect[] EFFECTS = Effect.values();

    @Test
    void framesAllocateNothing() {
        for (int i = 0; i < 3000; i++) {
            frame();
        }
        long id = Thread.currentThread().getId(), least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getThreadAllocatedBytes(id);
            for (int i = 0; i < 300; i++) {
                frame();
            }
            least = Math.min(least, threads.getThreadAllocatedBytes(id) - before);
        }
        assertEquals(0, least, "bytes in 300 frames");
    }
}
