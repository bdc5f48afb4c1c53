package lockstep.view.menu;

import lockstep.settings.Settings;

/** A line of a menu, and what it changes in the settings. */
public enum Item {
    PLAY("Play", Kind.ACTION), SETTINGS("Settings", Kind.ACTION), QUIT("Quit", Kind.ACTION),
    RESUME("Resume", Kind.ACTION), RESTART("Restart", Kind.ACTION), TITLE("Title screen", Kind.ACTION),
    AGAIN("Fly again", Kind.ACTION), BACK("Back", Kind.ACTION),
    MASTER("Master volume", Kind.SLIDER), EFFECTS("Effects", Kind.SLIDER), MUSIC("Music", Kind.SLIDER),
    FULLSCREEN("Full screen", Kind.SWITCH), VSYNC("Vertical sync", Kind.SWITCH),
    FRAME_CAP("Frame cap", Kind.CHOICE),
    SHAKE("Screen shake", Kind.SWITCH), FLASH("Flashes", Kind.SWITCH), PANELS_PAUSE("F2 and F3 pause", Kind.SWITCH);

    /** How a line is changed. */
    enum Kind { ACTION, SLIDER, SWITCH, CHOICE }

    private static final int[] CAPS = {0, 30, 60, 90, 120, 144, 240};
    private static final float STEP = 0.05f;

    final String label;
    final Kind kind;

    Item(String label, Kind kind) {
        this.label = label;
        this.kind = kind;
    }

    /** A slider's position, 0 to 1. */
    float level(Settings s) {
        return (float) switch (this) {
            case MASTER -> s.master();
            case EFFECTS -> s.effects();
            case MUSIC -> s.music();
            default -> throw new IllegalStateException(this + " is no slider");
        };
    }

    Settings withLevel(Settings s, float level) {
        double to = Math.round(Math.max(0, Math.min(1, level)) * 100) / 100.0;
        return switch (this) {
            case MASTER -> s.withMaster(to);
            case EFFECTS -> s.withEffects(to);
            case MUSIC -> s.withMusic(to);
            default -> throw new IllegalStateException(this + " is no slider");
        };
    }

    /** True if a switch is on. */
    boolean isOn(Settings s) {
        return switch (this) {
            case FULLSCREEN -> s.fullscreen();
            case VSYNC -> s.vsync();
            case SHAKE -> s.shake();
            case FLASH -> s.flash();
            case PANELS_PAUSE -> s.panelsPause();
            default -> throw new IllegalStateException(this + " is no switch");
        };
    }

    /** The settings after one step to the left (-1) or to the right (1). */
    Settings changed(Settings s, int by) {
        return switch (this) {
            case MASTER, EFFECTS, MUSIC -> withLevel(s, level(s) + by * STEP);
            case FULLSCREEN -> s.withFullscreen(!s.fullscreen());
            case VSYNC -> s.withVsync(!s.vsync());
            case SHAKE -> s.withShake(!s.shake());
            case FLASH -> s.withFlash(!s.flash());
            case PANELS_PAUSE -> s.withPanelsPause(!s.panelsPause());
            case FRAME_CAP -> s.withFrameCap(cap(s.frameCap(), by));
            default -> s;
        };
    }

    private static int cap(int now, int by) {
        int at = 0;
        for (int i = 0; i < CAPS.length; i++) {
            if (CAPS[i] <= now) {
                at = i;
            }
        }
        return CAPS[Math.floorMod(at + by, CAPS.length)];
    }
}
