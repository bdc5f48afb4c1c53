package lockstep.view.menu;

import lockstep.settings.Settings;

/**
 * Where the settings are kept while the game runs. Only the rendering lane calls it, once or more a frame; {@link #set}
 * must not wait for a disk. Whoever keeps them applies what is not the view's: window mode, vsync, frame cap, the file.
 */
public interface SettingsHolder {
    /** The settings as they are now. */
    Settings get();

    /** A person changed them in a menu. */
    void set(Settings settings);

    /** A person's run ended in a sector, counted from 1, with so many points: they may be among the best. */
    void ended(long score, int sector);
}
