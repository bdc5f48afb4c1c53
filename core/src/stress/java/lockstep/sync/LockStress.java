package lockstep.sync;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** Under every lock two lanes that add to plain fields lose nothing and see all that the other did. */
public final class LockStress {
    private LockStress() {
    }

    /** {@code mutex}. */
    @JCStressTest
    @Outcome(id = {"0, 11, 2", "11, 0, 2"}, expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one did not see all the other did.")
    @State
    public static class Mutex extends Guarded {
        public Mutex() {
            super("mutex");
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

    /** {@code fair-mutex}. */
    @JCStressTest
    @Outcome(id = {"0, 11, 2", "11, 0, 2"}, expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one did not see all the other did.")
    @State
    public static class FairMutex extends Guarded {
        public FairMutex() {
            super("fair-mutex");
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

    /** {@code monitor}. */
    @JCStressTest
    @Outcome(id = {"0, 11, 2", "11, 0, 2"}, expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one did not see all the other did.")
    @State
    public static class Monitor extends Guarded {
        public Monitor() {
            super("monitor");
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

    /** {@code rw-lock}. */
    @JCStressTest
    @Outcome(id = {"0, 11, 2", "11, 0, 2"}, expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one did not see all the other did.")
    @State
    public static class RwLock extends Guarded {
        public RwLock() {
            super("rw-lock");
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

    /** {@code stamped}. */
    @JCStressTest
    @Outcome(id = {"0, 11, 2", "11, 0, 2"}, expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one did not see all the other did.")
    @State
    public static class Stamped extends Guarded {
        public Stamped() {
            super("stamped");
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

    /** {@code semaphore}. */
    @JCStressTest
    @Outcome(id = {"0, 11, 2", "11, 0, 2"}, expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one did not see all the other did.")
    @State
    public static class Semaphore extends Guarded {
        public Semaphore() {
            super("semaphore");
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

    /** {@code spin}. */
    @JCStressTest
    @Outcome(id = {"0, 11, 2", "11, 0, 2"}, expect = ACCEPTABLE, desc = "One after the other.")
    @Outcome(expect = FORBIDDEN, desc = "Both at once, or one did not see all the other did.")
    @State
    public static class Spin extends Guarded {
        public Spin() {
            super("spin");
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
}
