package lockstep.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.files.OneLine;
import org.tomlj.MutableTomlTable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** Settings as TOML. Reading uses the default for a value that is missing or of a wrong type; writing keeps other content. */
final class SettingsText {
    private static final int MOST_KEYS = 100;

    private SettingsText() {
    }

    /** Reads settings; {@link IllegalArgumentException} if the text is not TOML. */
    static Settings read(String text) {
        TomlParseResult file = Toml.parse(text);
        if (file.hasErrors()) {
            throw new IllegalArgumentException("line " + file.errors().get(0).position().line() + ": "
                + OneLine.of(file.errors().get(0).getMessage()));
        }
        Settings d = Settings.DEFAULT;
        TomlTable volume = table(file, "volume");
        TomlTable picture = table(file, "picture");
        TomlTable play = table(file, "play");
        return new Settings(number(volume, "master", d.master()), number(volume, "effects", d.effects()),
            number(volume, "music", d.music()), flag(picture, "fullscreen", d.fullscreen()),
            flag(picture, "vsync", d.vsync()), (int) number(picture, "frame-cap", d.frameCap()),
            flag(picture, "shake", d.shake()), flag(picture, "flash", d.flash()),
            flag(play, "panels-pause", d.panelsPause()), best(file), keys(table(file, "keys")));
    }

    /** The settings as text; unknown keys and comments of {@code before} stay unless they conflict. */
    static String write(Settings settings, String before) {
        TomlParseResult old = Toml.parse(before);
        if (!old.hasErrors()) {
            try {
                return writeInto(old, settings);
            } catch (RuntimeException e) {
                return writeInto(MutableTomlTable.create(), settings);
            }
        }
        return writeInto(MutableTomlTable.create(), settings);
    }

    private static String writeInto(MutableTomlTable file, Settings settings) {
        MutableTomlTable volume = open(file, "volume");
        volume.set("master", settings.master()).set("effects", settings.effects()).set("music", settings.music());
        MutableTomlTable picture = open(file, "picture");
        picture.set("fullscreen", settings.fullscreen()).set("vsync", settings.vsync())
            .set("frame-cap", (long) settings.frameCap())
            .set("shake", settings.shake()).set("flash", settings.flash());
        open(file, "play").set("panels-pause", settings.panelsPause());
        MutableTomlTable keys = open(file, "keys");
        settings.keys().forEach((action, key) -> keys.set(List.of(action), key));
        List<Object> best = new ArrayList<>();
        for (Score score : settings.best()) {
            best.add(MutableTomlTable.create().set("score", score.score()).set("sector", (long) score.sector())
                .set("date", score.date()));
        }
        file.set("best", best);
        return file.toToml();
    }

    /** The table called {@code name}; it replaces a value that is not a table. */
    private static MutableTomlTable open(MutableTomlTable file, String name) {
        if (file.contains(name) && !file.isTable(name)) {
            file.remove(name);
        }
        return file.getOrCreateTable(name);
    }

    private static TomlTable table(TomlTable file, String name) {
        return file.get(name) instanceof TomlTable table ? table : MutableTomlTable.create();
    }

    private static double number(TomlTable table, String key, double missing) {
        return table.get(key) instanceof Number number && !Double.isNaN(number.doubleValue())
            ? number.doubleValue() : missing;
    }

    private static boolean flag(TomlTable table, String key, boolean missing) {
        return table.get(key) instanceof Boolean flag ? flag : missing;
    }

    private static List<Score> best(TomlTable file) {
        List<Score> best = new ArrayList<>();
        if (file.get("best") instanceof TomlArray scores) {
            for (int i = 0; i < scores.size(); i++) {
                if (scores.get(i) instanceof TomlTable one && one.get("score") instanceof Long points && points >= 0) {
                    int sector = (int) Math.max(1, Math.min(Integer.MAX_VALUE, number(one, "sector", 1)));
                    best.add(new Score(points, sector, one.get("date") instanceof String date ? OneLine.of(date) : ""));
                }
            }
        }
        return best;
    }

    private static Map<String, String> keys(TomlTable table) {
        Map<String, String> keys = new LinkedHashMap<>(Settings.DEFAULT_KEYS);
        for (String action : table.keySet()) {
            if (table.get(List.of(action)) instanceof String key && keys.size() < MOST_KEYS) {
                keys.put(action, key);
            }
        }
        return keys;
    }
}
