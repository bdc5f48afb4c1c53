package lockstep.overlay.panel;

import com.badlogic.gdx.Input.Keys;
import java.util.ArrayList;
import java.util.List;
import lockstep.topology.Topology;

/** The page that shows the current topology as a file and saves it under a typed name. Rendering lane. */
final class Saving {
    private static final String DEFAULT = "my-topology.toml";
    private static final String ENDING = ".toml";
    private static final int LONGEST = 40;

    private final LiveGame game;
    private final Asking asking;
    private String name = DEFAULT;
    private boolean asksToReplace;
    private Topology of;
    private List<String> text = List.of();

    Saving(LiveGame game, Asking asking) {
        this.game = game;
        this.asking = asking;
    }

    /** The file's lines. */
    List<String> text() {
        if (of != game.topology()) {
            of = game.topology();
            text = of.toToml().lines().toList();
        }
        return text;
    }

    String name() {
        return name;
    }

    /** True after a save found a file of that name. */
    boolean asksToReplace() {
        return asksToReplace;
    }

    List<PanelRow> rows() {
        List<PanelRow> rows = new ArrayList<>();
        rows.add(new PanelRow(PanelRow.Kind.TEXT, "file", name, null,
            "Type a name: letters, digits, dot, minus, underscore. Enter saves.",
            by -> {}, this::save, List.of()));
        rows.add(PanelRow.action(asksToReplace ? "replace it" : "save",
            asksToReplace ? name + " is there: replace it?" : "the topology in force as this file",
            asksToReplace ? "This replaces the file that exists. Type another name to keep it."
                : "Written into the folder the game was started in.",
            this::save));
        return rows;
    }

    /** A key went down while the name is chosen; true if it was typed into the name. */
    boolean type(int key, boolean shift) {
        if (key == Keys.BACKSPACE) {
            rename(name.isEmpty() ? name : name.substring(0, name.length() - 1));
            return true;
        }
        char c = character(key, shift);
        if (c == 0) {
            return false;
        }
        if (name.length() < LONGEST) {
            rename(name + c);
        }
        return true;
    }

    private void rename(String to) {
        name = to;
        asksToReplace = false;
    }

    private static char character(int key, boolean shift) {
        if (key >= Keys.A && key <= Keys.Z) {
            return (char) ((shift ? 'A' : 'a') + key - Keys.A);
        }
        if (key >= Keys.NUM_0 && key <= Keys.NUM_9) {
            return (char) ('0' + key - Keys.NUM_0);
        }
        if (key >= Keys.NUMPAD_0 && key <= Keys.NUMPAD_9) {
            return (char) ('0' + key - Keys.NUMPAD_0);
        }
        return switch (key) {
            case Keys.PERIOD -> '.';
            case Keys.MINUS -> shift ? '_' : '-';
            default -> 0;
        };
    }

    /** Saves the file. If one of that name exists, the first call asks and the second replaces it. */
    void save() {
        String stem = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        if (stem.isEmpty() || stem.startsWith(".")) {
            asking.refuse("'" + name + "' is no name for a topology; type one such as " + DEFAULT);
            return;
        }
        if (!name.endsWith(ENDING)) {
            rename(name + ENDING);
        }
        String to = name;
        asking.ask("save " + to, game.save(to, String.join("\n", text()) + "\n", asksToReplace), answer -> saved(to, answer));
    }

    private void saved(String to, String answer) {
        boolean there = TopologySaver.EXISTS.equals(answer);
        asksToReplace = there && to.equals(name);
        if (there) {
            asking.say(to + " exists already. Save once more to replace it, or type another name", true);
        } else if (answer == null) {
            asking.say("saved; play it with --topology " + to, false);
        }
    }
}
