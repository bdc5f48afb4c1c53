package lockstep.view.sound;

/** The sounds of single events: file name, length in s, importance, volume. */
public enum Cue {
    SHOT("shot", 0.12f, 1, 0.34f), WALL("hit", 0.4f, 0, 0.18f), HIT("hit", 0.4f, 2, 0.6f), SPLIT("split", 0.75f, 3, 0.65f),
    CATCH("catch", 0.62f, 5, 0.8f), SHIELD("shield", 0.9f, 7, 0.9f), GATE("gate", 2, 6, 0.9f),
    SECTOR("gate", 2, 6, 0.7f), DEATH("death", 2.4f, 9, 1), START("start", 1.3f, 6, 0.8f), MENU("menu", 0.07f, 8, 0.6f);

    final String file;
    final float seconds;
    final int priority;
    final float volume;

    Cue(String file, float seconds, int priority, float volume) {
        this.file = file;
        this.seconds = seconds;
        this.priority = priority;
        this.volume = volume;
    }
}
