package lockstep.view;

import com.badlogic.gdx.graphics.Color;
import lockstep.game.Effect;
import lockstep.game.Mode;
import lockstep.game.Scene;
import lockstep.view.art.Camera;
import lockstep.view.art.Dice;
import lockstep.view.art.Digits;
import lockstep.view.art.GamePalette;
import lockstep.view.art.Jolt;
import lockstep.view.art.Particles;
import lockstep.view.art.Rings;
import lockstep.view.sound.Cue;
import lockstep.view.sound.Speaker;
import lockstep.world.Effects;

/** Turns events of the simulation into light, dust, words, shake and sound. */
final class Director {
    private static final int[] ROCK_POINTS = {100, 50, 20};
    private static final int TOKEN_POINTS = 25;

    final Particles particles;
    final Rings rings = new Rings();
    final Floats floats = new Floats();
    final Jolt jolt = new Jolt();
    private final Effects effects;
    private final Speaker speaker;
    private final VisibleBodies things;
    private final Banner banner;
    private final Dice dice;
    private float gain = 1;
    private Camera camera;
    private Scene scene;
    /** A hit whose rock is not known yet: a split event shows its size; without one the rock was small. */
    private boolean pending;
    private float pendingX, pendingY;
    private int multiplier = 1;
    private float exhaust;

    Director(Effects effects, Speaker speaker, VisibleBodies things, Banner banner, Dice dice) {
        this.effects = effects;
        this.speaker = speaker;
        this.things = things;
        this.banner = banner;
        this.dice = dice;
        particles = new Particles(dice);
    }

    /** Once a frame; {@code loud} is the strength of the effects, 0 to 1, full in a player's own flight. */
    void direct(Snapshot shot, Camera seen, float seconds, float loud) {
        scene = shot.now().scene;
        camera = seen;
        gain = loud;
        boolean paused = scene.mode == Mode.PAUSED.ordinal();
        float moved = paused ? 0 : seconds;
        particles.step(moved);
        rings.step(moved);
        floats.step(moved);
        jolt.step(seconds);
        boolean waiting = pending;
        Effects.Happening h;
        while ((h = effects.poll()) != null) {
            happened(h.effect, h.x, h.y, h.size);
            effects.recycle(h);
            waiting = false;
        }
        if (waiting) {
            smallRock();
        }
        multiplier = scene.multiplier;
        if (!paused && scene.thrusting && scene.ship >= 0) {
            exhaust(shot.x[scene.ship], shot.y[scene.ship], shot.angle[scene.ship], seconds);
        }
    }

    private void happened(Effect effect, float x, float y, float size) {
        if (pending && effect == Effect.SPLIT) {
            pending = false;
            split(x, y, size);
            return;
        }
        if (pending) {
            smallRock();
        }
        switch (effect) {
            case SHOT -> {
                particles.add(Particles.Look.GLOW, x, y, scene.shipVx, scene.shipVy, 0.09f, 2.2f, GamePalette.SHOT, 0.8f);
                sound(Cue.SHOT, x);
            }
            case HIT -> {
                pending = true;
                pendingX = x;
                pendingY = y;
                particles.burst(Particles.Look.SPARK, 9, x, y, 0, 0, 3, 12, 0.4f, 0.55f, GamePalette.SHOT, 1);
                particles.add(Particles.Look.GLOW, x, y, 0, 0, 0.16f, 3.4f, GamePalette.EMBER, 0.9f);
            }
            case SPLIT -> split(x, y, size);
            case WALL -> {
                particles.burst(Particles.Look.SPARK, 5, x, y, 0, 0, 2, 7, 0.3f, 0.4f, GamePalette.SHIELD, 1);
                rings.add(x, y, 1.4f, 0.4f, GamePalette.SHIELD, 0.8f);
                sound(Cue.WALL, x);
            }
            case CATCH -> caught(x, y);
            case GATE -> {
                rings.add(x, y, 9, 1.1f, GamePalette.TOKEN, 0.9f);
                rings.add(x, y, 14, 1.7f, GamePalette.TOKEN, 0.5f);
                particles.burst(Particles.Look.SPARK, 60, x, y, 0, 0, 3, 16, 1, 0.7f, GamePalette.TOKEN, 1);
                jolt.flash(0.7f, false);
                banner.show(Banner.Word.GATE, scene.sector);
                sound(Cue.GATE, x);
            }
            case SECTOR -> {
                particles.burst(Particles.Look.SPARK, 50, x, y, scene.shipVx, scene.shipVy, 2, 12, 0.9f, 0.6f, GamePalette.SHIP,
                    1);
                jolt.flash(0.6f, false);
                banner.show(Banner.Word.SECTOR, scene.sector);
                sound(Cue.SECTOR, x);
            }
            case SHIELD -> {
                things.struck();
                rings.add(x, y, 5, 0.5f, GamePalette.SHIELD, 1);
                particles.burst(Particles.Look.SPARK, 40, x, y, 0, 0, 4, 15, 0.6f, 0.6f, GamePalette.SHIELD, 1);
                particles.burst(Particles.Look.SPARK, 14, x, y, 0, 0, 3, 9, 0.5f, 0.5f, GamePalette.EMBER, 1);
                jolt.shake(0.75f);
                jolt.flash(0.8f, true);
                sound(Cue.SHIELD, x);
            }
            case DEATH -> death(x, y);
            case START -> {
                rings.add(x, y, 6, 0.9f, GamePalette.SHIP, 0.7f);
                banner.show(Banner.Word.SECTOR, scene.sector);
                sound(Cue.START, x);
            }
        }
    }

    private void smallRock() {
        pending = false;
        burst(pendingX, pendingY, 0.7f, 10);
        points(pendingX, pendingY, 100);
        sound(Cue.HIT, pendingX);
    }

    private void split(float x, float y, float size) {
        boolean large = size > 1.9f;
        burst(x, y, size, large ? 26 : 16);
        jolt.shake(large ? 0.4f : 0.25f);
        points(x, y, large ? ROCK_POINTS[2] : ROCK_POINTS[1]);
        sound(large ? Cue.SPLIT : Cue.HIT, x);
    }

    private void burst(float x, float y, float size, int chips) {
        particles.burst(Particles.Look.SMOKE, chips / 3 + 2, x, y, 0, 0, 0.3f, 2.2f, 1.5f, 1.9f * size, GamePalette.DUST, 0.5f);
        particles.burst(Particles.Look.CHIP, chips, x, y, 0, 0, 1.5f, 7.5f, 1.2f, 0.3f * (float) Math.sqrt(size),
            GamePalette.WHITE, 1);
        particles.burst(Particles.Look.SPARK, chips, x, y, 0, 0, 3, 11, 0.5f, 0.5f, GamePalette.EMBER, 0.9f);
        particles.add(Particles.Look.GLOW, x, y, 0, 0, 0.25f, 4.5f * size, GamePalette.EMBER, 0.75f);
        particles.add(Particles.Look.GLOW, x, y, 0, 0, 0.12f, 2.6f * size, GamePalette.WHITE, 0.9f);
        rings.add(x, y, 2.1f * size, 0.5f, GamePalette.EMBER, 0.6f);
    }

    private void points(float x, float y, long points) {
        floats.add(x, y, 17, GamePalette.TEXT).append('+');
        Digits.grouped(floats.last(), paid(points));
    }

    /** What {@code points} are worth in this sector by the rules. */
    private long paid(long points) {
        double worth = points;
        for (int i = 0; i < Math.min(40, scene.sector); i++) {
            worth *= 1.5;
        }
        return (long) worth;
    }

    private void caught(float x, float y) {
        rings.add(x, y, 2.6f, 0.45f, GamePalette.TOKEN, 0.9f);
        particles.burst(Particles.Look.SPARK, 22, x, y, 0, 0, 2, 9, 0.6f, 0.5f, GamePalette.TOKEN, 1);
        particles.add(Particles.Look.GLOW, x, y, 0, 0, 0.3f, 5.5f, GamePalette.TOKEN, 0.9f);
        floats.add(x, y, 22, GamePalette.TOKEN).append('+');
        Digits.grouped(floats.last(), paid((long) TOKEN_POINTS * multiplier));
        if (scene.multiplier > 1) {
            floats.add(x, y + 1.1f, 22, GamePalette.SHOT).append('×').append((char) ('0' + scene.multiplier % 10));
        }
        sound(Cue.CATCH, x);
    }

    private void death(float x, float y) {
        rings.add(x, y, 7, 0.8f, GamePalette.SHIP, 1);
        rings.add(x, y, 9.5f, 1.2f, GamePalette.EMBER, 0.8f);
        particles.add(Particles.Look.GLOW, x, y, 0, 0, 0.5f, 13, GamePalette.EMBER, 1);
        particles.add(Particles.Look.GLOW, x, y, 0, 0, 0.3f, 9, GamePalette.WHITE, 1);
        particles.burst(Particles.Look.SPARK, 90, x, y, scene.shipVx / 3, scene.shipVy / 3, 3, 18, 1.3f, 0.7f, GamePalette.EMBER,
            1);
        particles.burst(Particles.Look.SPARK, 40, x, y, 0, 0, 2, 10, 1.7f, 0.6f, GamePalette.SHIP, 1);
        particles.burst(Particles.Look.SMOKE, 16, x, y, 0, 0, 0.4f, 3, 2.4f, 3, GamePalette.DUST, 0.5f);
        jolt.shake(1);
        jolt.flash(1, true);
        sound(Cue.DEATH, x);
    }

    private void exhaust(float x, float y, float angle, float seconds) {
        float cos = (float) Math.cos(angle), sin = (float) Math.sin(angle);
        for (exhaust += 90 * seconds; exhaust >= 1; exhaust--) {
            float side = dice.between(-0.3f, 0.3f), speed = dice.between(5, 9);
            Color tint = dice.unit() < 0.6f ? GamePalette.FLAME : GamePalette.SHIP;
            particles.add(Particles.Look.GLOW, x - cos * 1.1f - sin * side, y - sin * 1.1f + cos * side,
                scene.shipVx - cos * speed + dice.between(-1, 1), scene.shipVy - sin * speed + dice.between(-1, 1),
                dice.between(0.3f, 0.7f), dice.between(0.5f, 1.1f), tint, 0.6f);
        }
    }

    private void sound(Cue cue, float x) {
        speaker.play(cue, camera.pan(x), gain);
    }
}
