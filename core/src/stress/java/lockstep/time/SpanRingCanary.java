package lockstep.time;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Broken twins of {@link SpanRingStress}: a run that does not report each of them has no say. */
public final class SpanRingCanary {
    private static final int SPANS = 4;

    private SpanRingCanary() {
    }

    /** A ring of spans of two longs, with plain loads and stores only. */
    abstract static class PlainRing {
        final long[] slots = new long[2 * SPANS];
        long cursor;

        final void store(long n) {
            int at = (int) (n & SPANS - 1) * 2;
            slots[at] = n;
            slots[at + 1] = n;
        }

        /** Half spans among those below {@code end}, seen from {@code begin} on. */
        final int broken(long begin, long end) {
            int broken = 0;
            for (long n = begin; n < end; n++) {
                int at = (int) (n & SPANS - 1) * 2;
                broken += slots[at] == n && slots[at + 1] == n ? 0 : 1;
            }
            return broken;
        }
    }

    /**
     * Without the release the cursor may be seen before what it stands for. No x86 processor reorders two stores, so here
     * they stand in the wrong order already.
     */
    @JCStressTest
    @Outcome(id = "[0-3], 0", expect = ACCEPTABLE, desc = "Each span whole and in its place.")
    @Outcome(expect = FORBIDDEN, desc = "Half a span, or one in another's place.")
    @State
    public static class NoRelease extends PlainRing {
        @Actor
        public void writer() {
            for (int n = 1; n < SPANS; n++) {
                cursor = n + 1;
                store(n);
            }
        }

        @Actor
        public void reader(II_Result r) {
            long end = cursor;
            r.r1 = (int) Math.max(0, end - 1);
            r.r2 = broken(1, end);
        }
    }

    /** The reader does not look at the cursor again, so it keeps what was overwritten while it copied. */
    @JCStressTest
    @Outcome(id = "[0-3], 0", expect = ACCEPTABLE, desc = "Each span whole and in its place.")
    @Outcome(expect = FORBIDDEN, desc = "Half a span, or one in another's place.")
    @State
    public static class NoSecondLook extends PlainRing {
        @Actor
        public void writer() {
            for (int n = 0; n < 32; n++) {
                store(n);
                cursor = n + 1;
            }
        }

        @Actor
        public void reader(II_Result r) {
            long end = cursor;
            long begin = Math.max(0, end - (SPANS - 1));
            r.r1 = (int) (end - begin);
            r.r2 = broken(begin, end);
        }
    }
}
