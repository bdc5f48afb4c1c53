package lockstep.view.menu;

import lockstep.settings.Settings;

/**
 * Holds the settings while the game runs. Only the rendering lane calls it, once or more a frame; {@link #set} must not wait for
 * a disk. The holder applies what does not belong to the view: window mode, vsync, frame cap, the file.
 */
public interface SettingsHolder {
    /** The current settings. */
    Settings get();

    /** Changes the settings, after a choice in a menu. */
    void set(Settings settings);

    /** Adds the score of a person's run that ended in {@code sector}, from 1, if it is among the best. */
    void ended(long score, int sector);
}
