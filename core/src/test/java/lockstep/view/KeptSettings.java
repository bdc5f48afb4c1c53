package lockstep.view;

import lockstep.settings.Score;
import lockstep.settings.Settings;
import lockstep.view.menu.SettingsHolder;

/** Settings in memory. */
public final class KeptSettings implements SettingsHolder {
    public Settings now = Settings.DEFAULT;

    @Override
    public Settings get() {
        return now;
    }

    @Override
    public void set(Settings settings) {
        now = settings;
    }

    @Override
    public void ended(long score, int sector) {
        now = now.withScore(new Score(score, sector, "2026-11-20"));
    }
}
