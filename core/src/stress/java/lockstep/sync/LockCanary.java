package lockstep.sync;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** Broken twins of {@link LockStress} and {@link ReadStress}: a run that does not report each of them has no say. */
public final class LockCanary {
    private LockCanary() {
    }

    /** No guard where there ought to be one. */
    @JCStressTest
    @Outcome(id = {"0, 11, 2", "11, 0, 2"}, expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one did not see all the other did.")
    @State
    public static class NoLock extends Guarded {
        public NoLock() {
            super("none");
        }

        @Actor
        public void first(III_Result r) {
            r.r1 = add(0);
        }

        @Actor
        public void second(III_Result r) {
            r.r2 = add(1);
        }

        @Arbiter
        public void end(III_Result r) {
            r.r3 = x;
        }
    }

    /** A reader without a guard beside a writer with one. */
    @JCStressTest
    @Outcome(id = {"0", "11"}, expect = ACCEPTABLE, desc = "Before or after the write.")
    @Outcome(expect = FORBIDDEN, desc = "Half of the write.")
    @State
    public static class NotValidated extends Guarded {
        public NotValidated() {
            super("stamped");
        }

        @Actor
        public void writer() {
            add(0);
        }

        @Actor
        public void reader(I_Result r) {
            r.r1 = x + 10 * y;
        }
    }

    /** Dekker's handshake with plain fields: each lane says that it comes before it looks whether the other does. */
    @JCStressTest
    @Outcome(id = {"0, 1", "1, 0", "1, 1"}, expect = ACCEPTABLE, desc = "At least one lane sees the other.")
    @Outcome(id = "0, 0", expect = FORBIDDEN, desc = "Neither sees the other, so both go in.")
    @State
    public static class PlainDekker {
        private int first;
        private int second;

        @Actor
        public void first(II_Result r) {
            first = 1;
            r.r1 = second;
        }

        @Actor
        public void second(II_Result r) {
            second = 1;
            r.r2 = first;
        }
    }
}
