package lockstep.view;

import lockstep.engine.Score;
import lockstep.engine.Settings;

/** Settings in memory. */
final class KeptSettings implements SettingsHolder {
    Settings now = Settings.DEFAULT;

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
