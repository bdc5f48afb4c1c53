package lockstep.game;

/** Follows the things of successive scenes by their ids to estimate their velocities. */
final class Watcher {
    private int[] id = {};
    private float[] x = {}, y = {};
    /** Estimated velocities by slot, m/s. */
    float[] vx = {}, vy = {};
    private int tick;

    /** Takes in a scene; the same one again changes nothing. */
    void see(Scene s) {
        if (id.length < s.capacity) grow(s.capacity);
        if (s.tick == tick) return;
        float seconds = (s.tick - tick) / (float) s.hz;
        boolean follows = seconds > 0 && seconds < 0.5f;
        for (int i = 0; i < s.slots; i++) {
            if (follows && s.id[i] == id[i]) {
                vx[i] = (s.x[i] - x[i]) / seconds;
                vy[i] = (s.y[i] - y[i]) / seconds;
            } else {
                vx[i] = 0;
                vy[i] = 0;
            }
            id[i] = s.id[i];
            x[i] = s.x[i];
            y[i] = s.y[i];
        }
        tick = s.tick;
    }

    private void grow(int capacity) {
        id = new int[capacity];
        x = new float[capacity];
        y = new float[capacity];
        vx = new float[capacity];
        vy = new float[capacity];
        tick = -1;
    }
}
