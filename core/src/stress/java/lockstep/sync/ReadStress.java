package lockstep.sync;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Readers that may share a guard, or hold none, never see half of a write. */
public final class ReadStress {
    private ReadStress() {
    }

    /** {@code rw-lock}, read mode. */
    @JCStressTest
    @Outcome(id = {"0", "11"}, expect = ACCEPTABLE, desc = "Before or after the write.")
    @Outcome(expect = FORBIDDEN, desc = "Half of the write.")
    @State
    public static class RwLock extends Guarded {
        public RwLock() {
            super("rw-lock");
        }

        @Actor
        public void writer() {
            add(0);
        }

        @Actor
        public void reader(I_Result r) {
            r.r1 = read(1);
        }
    }

    /** {@code stamped}, read mode. */
    @JCStressTest
    @Outcome(id = {"0", "11"}, expect = ACCEPTABLE, desc = "Before or after the write.")
    @Outcome(expect = FORBIDDEN, desc = "Half of the write.")
    @State
    public static class Stamped extends Guarded {
        public Stamped() {
            super("stamped");
        }

        @Actor
        public void writer() {
            add(0);
        }

        @Actor
        public void reader(I_Result r) {
            r.r1 = read(1);
        }
    }

    /** {@code stamped}, holding nothing: what was validated is whole. */
    @JCStressTest
    @Outcome(id = {"0", "11", "-1"}, expect = ACCEPTABLE, desc = "Before or after the write.")
    @Outcome(expect = FORBIDDEN, desc = "Half of the write.")
    @State
    public static class Optimistic extends Guarded {
        public Optimistic() {
            super("stamped");
        }

        @Actor
        public void writer() {
            add(0);
        }

        @Actor
        public void reader(I_Result r) {
            r.r1 = readOptimistically();
        }
    }
}
