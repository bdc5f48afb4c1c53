package lockstep.world;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import lockstep.StressLane;
import lockstep.sync.Fault;
import lockstep.sync.Guard;
import lockstep.sync.Guards;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/** Two lanes add to one counter: with no guard an addition can be lost, under a lock it can not. */
public final class TallyStress {
    private TallyStress() {
    }

    /** A counter under a guard. */
    abstract static class Counted {
        private final Guard guard;
        private final Tally tally = new Tally();

        Counted(String guard) {
            this.guard = Guards.make(guard, 0, "tally");
        }

        final void add(int lane) {
            try {
                guard.acquire(StressLane.of(lane), true, Guard.NO_LIMIT);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            tally.add(new Ledger(), Counter.values()[0], 1, Fault.NONE, StressLane.of(lane), 0);
            guard.release(StressLane.of(lane), true);
        }

        final long sum() {
            return tally.get(Counter.values()[0]);
        }
    }

    /** {@code none}. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both counted.")
    @Outcome(id = "1", expect = ACCEPTABLE_INTERESTING, desc = "An update was lost: that is what no guard means.")
    @Outcome(expect = FORBIDDEN, desc = "A number nobody wrote.")
    @State
    public static class None extends Counted {
        public None() {
            super("none");
        }

        @Actor
        public void first() {
            add(0);
        }

        @Actor
        public void second() {
            add(1);
        }

        @Arbiter
        public void end(J_Result r) {
            r.r1 = sum();
        }
    }

    /** {@code mutex}. */
    @JCStressTest
    @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both counted.")
    @Outcome(expect = FORBIDDEN, desc = "An update was lost under a lock.")
    @State
    public static class Locked extends Counted {
        public Locked() {
            super("mutex");
        }

        @Actor
        public void first() {
            add(0);
        }

        @Actor
        public void second() {
            add(1);
        }

        @Arbiter
        public void end(J_Result r) {
            r.r1 = sum();
        }
    }
}
