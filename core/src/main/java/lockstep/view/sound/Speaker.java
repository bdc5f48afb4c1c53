package lockstep.view.sound;

import com.badlogic.gdx.audio.Sound;
import lockstep.settings.Settings;
import lockstep.view.art.Art;
import lockstep.view.art.Dice;

/** Plays sounds: single ones through {@link Voices}, the engine and the ambience as loops. Missing sounds are silent. */
public final class Speaker {
    private static final float PITCH = 0.04f;

    private final Art art;
    private final boolean mute;
    private final Dice dice;
    private final Voices voices = new Voices();
    private final Sound[] sounds = new Sound[Voices.MOST];
    private final long[] ids = new long[Voices.MOST];
    private final Loop thrust = new Loop("thrust");
    private final Loop ambient = new Loop("ambient");
    private float effects;

    public Speaker(Art art, boolean mute, Dice dice) {
        this.art = art;
        this.mute = mute;
        this.dice = dice;
    }

    /** A looping sound whose volume glides. */
    private final class Loop {
        private final String name;
        private Sound sound;
        private long id;
        private float volume, sent;

        Loop(String name) {
            this.name = name;
        }

        public void step(float wanted, float rate, float seconds) {
            if (sound == null) {
                sound = wanted > 0.01f ? art.sound(name) : null;
                if (sound == null) {
                    return;
                }
                id = sound.loop(0);
            }
            volume += (wanted - volume) * Math.min(1, rate * seconds);
            if (Math.abs(volume - sent) > 0.004f || volume < 0.002f && sent > 0) {
                sent = volume < 0.002f ? 0 : volume;
                sound.setVolume(id, sent);
            }
        }

        public void stop() {
            if (sound != null) {
                sound.stop(id);
                sound = null;
            }
        }
    }

    /**
     * Once a frame.
     *
     * @param engine the ship's thrust, 0 to 1
     * @param aside the volume of the world, 0 to 1, less behind a menu
     */
    public void step(Settings settings, float engine, float aside, float seconds) {
        if (mute) {
            return;
        }
        voices.step(seconds);
        effects = (float) (settings.master() * settings.effects()) * aside;
        thrust.step(0.55f * engine * effects, 12, seconds);
        ambient.step((float) (settings.master() * settings.music()) * (0.35f + 0.15f * aside), 1.5f, seconds);
    }

    /** Plays a sound at {@code pan}, -1 (left) to 1 (right), at its own volume times {@code gain}. */
    public void play(Cue cue, float pan, float gain) {
        float volume = cue.volume * gain * effects;
        if (mute || volume < 0.005f) {
            return;
        }
        Sound sound = art.sound(cue.file);
        int voice = sound == null ? -1 : voices.claim(cue);
        if (voice < 0) {
            return;
        }
        if (sounds[voice] != null) {
            sounds[voice].stop(ids[voice]);
        }
        sounds[voice] = sound;
        ids[voice] = sound.play(Math.min(1, volume), 1 + dice.between(-PITCH, PITCH), 0.7f * pan);
    }

    /** Stops all sounds. */
    public void stop() {
        thrust.stop();
        ambient.stop();
        for (int i = 0; i < sounds.length; i++) {
            if (sounds[i] != null) {
                sounds[i].stop(ids[i]);
                sounds[i] = null;
            }
        }
    }
}
