package lockstep.blame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What each key usually takes: its median over the last 31 on-time frames. A key that is missing in a frame counts as 0. For one
 * thread; allocates only for a new key.
 */
final class Usual {
    static final int FRAMES = 31;

    private static final class Key {
        final int lane;
        final Blame kind;
        final int what;
        final long[] ns = new long[FRAMES];

        Key(Account a) {
            lane = a.lane;
            kind = a.kind;
            what = a.what;
        }
    }

    private final List<Key> keys = new ArrayList<>();
    private final long[] sorted = new long[FRAMES];
    private long frames;

    /** Forgets everything, because another lane draws now. */
    void clear() {
        keys.clear();
        frames = 0;
    }

    /** Adds an on-time frame. */
    void add(Accounts frame) {
        int slot = (int) (frames++ % FRAMES);
        for (int i = 0; i < keys.size(); i++) {
            keys.get(i).ns[slot] = 0;
        }
        for (int i = 0; i < frame.count(); i++) {
            Account a = frame.get(i);
            Key key = find(a);
            if (key == null) {
                key = new Key(a);
                keys.add(key);
            }
            key.ns[slot] += a.ns;
        }
    }

    /** Median ns of the key of {@code a}; 0 if no on-time frame had it. */
    long median(Account a) {
        Key key = find(a);
        int n = (int) Math.min(frames, FRAMES);
        if (key == null || n == 0) {
            return 0;
        }
        System.arraycopy(key.ns, 0, sorted, 0, n);
        Arrays.sort(sorted, 0, n);
        return sorted[n / 2];
    }

    private Key find(Account a) {
        for (int i = 0; i < keys.size(); i++) {
            Key k = keys.get(i);
            if (a.is(k.lane, k.kind, k.what)) {
                return k;
            }
        }
        return null;
    }
}
