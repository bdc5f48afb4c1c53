package lockstep.overlay.panel;

import java.util.List;
import java.util.function.IntConsumer;

/** One line of a panel page that can be chosen. Made again whenever its content may have changed. */
final class PanelRow {
    /** How it looks and what a click on it does. */
    enum Kind {
        /** A value between two arrows. */
        DIAL,
        /** Something to do. */
        ACTION,
        /** A value that cannot be changed here. */
        FIXED,
        /** A text that a person types. */
        TEXT,
        /** A role and the lanes that can run it. */
        PLACE
    }

    final Kind kind;
    public final String label;
    public final String value;
    /** Why the value has no effect, shown beside it, or null. */
    final String note;
    /** What the line means, in a sentence. */
    final String help;
    private final IntConsumer change;
    private final Runnable choose;
    /** For {@link Kind#PLACE}: the cells, and which of them are on. */
    final List<Boolean> cells;

    PanelRow(Kind kind, String label, String value, String note, String help, IntConsumer change, Runnable choose,
             List<Boolean> cells) {
        this.kind = kind;
        this.label = label;
        this.value = value;
        this.note = note;
        this.help = help;
        this.change = change;
        this.choose = choose;
        this.cells = cells;
    }

    static PanelRow dial(String label, String value, String note, String help, IntConsumer change) {
        return new PanelRow(Kind.DIAL, label, value, note, help, change, () -> change.accept(1), List.of());
    }

    static PanelRow action(String label, String value, String help, Runnable choose) {
        return new PanelRow(Kind.ACTION, label, value, null, help, by -> {}, choose, List.of());
    }

    static PanelRow fixed(String label, String value, String note, String help) {
        return new PanelRow(Kind.FIXED, label, value, note, help, by -> {}, () -> {}, List.of());
    }

    /** Changes the value to the previous (-1) or next (1) one. */
    public void change(int by) {
        change.accept(by);
    }

    /** Performs the line's action. */
    public void choose() {
        choose.run();
    }
}
