package lockstep.settings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the player chose and reached. Immutable; any thread may read it. The constructor clamps values to their ranges, and each
 * {@code with…} method returns a copy with one value changed.
 *
 * @param master volume of everything, 0 to 1
 * @param effects volume of effects, 0 to 1
 * @param music volume of music, 0 to 1
 * @param fullscreen start in full screen
 * @param vsync wait for the display at each swap
 * @param frameCap the most frames per second, 0 to 1000; 0 means the display's rate
 * @param shake the camera shakes
 * @param flash hits flash
 * @param panelsPause a player's run pauses while a panel covers the flight
 * @param best the best scores, highest first, at most five
 * @param keys action to key name, as libGDX names keys
 */
public record Settings(double master, double effects, double music, boolean fullscreen, boolean vsync, int frameCap,
                       boolean shake, boolean flash, boolean panelsPause, List<Score> best, Map<String, String> keys) {
    /** How many scores are kept. */
    public static final int BEST = 5;
    /** The default keys. */
    public static final Map<String, String> DEFAULT_KEYS = defaultKeys();
    /** The default settings. */
    public static final Settings DEFAULT =
        new Settings(0.8, 1, 0.7, false, true, 0, true, true, true, List.of(), DEFAULT_KEYS);

    public Settings {
        master = unit(master);
        effects = unit(effects);
        music = unit(music);
        frameCap = Math.max(0, Math.min(1000, frameCap));
        best = best.stream().sorted(Comparator.comparingLong(Score::score).reversed()).limit(BEST).toList();
        keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    }

    private static Map<String, String> defaultKeys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("left", "A");
        keys.put("right", "D");
        keys.put("thrust", "W");
        keys.put("fire", "Space");
        keys.put("pause", "Escape");
        return Collections.unmodifiableMap(keys);
    }

    private static double unit(double value) {
        return value >= 0 ? Math.min(1, value) + 0.0 : 0;
    }

    public Settings withMaster(double value) {
        return new Settings(value, effects, music, fullscreen, vsync, frameCap, shake, flash, panelsPause, best, keys);
    }

    public Settings withEffects(double value) {
        return new Settings(master, value, music, fullscreen, vsync, frameCap, shake, flash, panelsPause, best, keys);
    }

    public Settings withMusic(double value) {
        return new Settings(master, effects, value, fullscreen, vsync, frameCap, shake, flash, panelsPause, best, keys);
    }

    public Settings withFullscreen(boolean value) {
        return new Settings(master, effects, music, value, vsync, frameCap, shake, flash, panelsPause, best, keys);
    }

    public Settings withVsync(boolean value) {
        return new Settings(master, effects, music, fullscreen, value, frameCap, shake, flash, panelsPause, best, keys);
    }

    public Settings withFrameCap(int value) {
        return new Settings(master, effects, music, fullscreen, vsync, value, shake, flash, panelsPause, best, keys);
    }

    public Settings withShake(boolean value) {
        return new Settings(master, effects, music, fullscreen, vsync, frameCap, value, flash, panelsPause, best, keys);
    }

    public Settings withFlash(boolean value) {
        return new Settings(master, effects, music, fullscreen, vsync, frameCap, shake, value, panelsPause, best, keys);
    }

    public Settings withPanelsPause(boolean value) {
        return new Settings(master, effects, music, fullscreen, vsync, frameCap, shake, flash, value, best, keys);
    }

    public Settings withBest(List<Score> value) {
        return new Settings(master, effects, music, fullscreen, vsync, frameCap, shake, flash, panelsPause, value, keys);
    }

    /** With one more score, if it is among the best; of equal scores the older one comes first. */
    public Settings withScore(Score score) {
        List<Score> all = new ArrayList<>(best);
        all.add(score);
        return withBest(all);
    }

    public Settings withKeys(Map<String, String> value) {
        return new Settings(master, effects, music, fullscreen, vsync, frameCap, shake, flash, panelsPause, best, value);
    }

    /**
     * Merges two sets of settings that both started from {@code base}: returns {@code theirs} with each value that was changed
     * here and with the scores reached here.
     */
    Settings onto(Settings base, Settings theirs) {
        List<Score> reached = new ArrayList<>(best);
        base.best.forEach(reached::remove);
        reached.addAll(0, theirs.best);
        return new Settings(newer(master, base.master, theirs.master), newer(effects, base.effects, theirs.effects),
            newer(music, base.music, theirs.music), newer(fullscreen, base.fullscreen, theirs.fullscreen),
            newer(vsync, base.vsync, theirs.vsync), newer(frameCap, base.frameCap, theirs.frameCap),
            newer(shake, base.shake, theirs.shake), newer(flash, base.flash, theirs.flash),
            newer(panelsPause, base.panelsPause, theirs.panelsPause), reached, newer(keys, base.keys, theirs.keys));
    }

    private static <T> T newer(T mine, T base, T theirs) {
        return mine.equals(base) ? theirs : mine;
    }
}
