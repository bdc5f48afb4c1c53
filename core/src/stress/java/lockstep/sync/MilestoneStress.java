package lockstep.sync;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import lockstep.StressLane;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Who finds a milestone reached, by looking or by waiting, sees what was written before it was reached. */
@JCStressTest
@Outcome(id = {"-1, 7", "7, 7"}, expect = ACCEPTABLE, desc = "Reached and seen.")
@Outcome(expect = FORBIDDEN, desc = "Reached, but what came before it is not seen.")
@State
public class MilestoneStress {
    private final Milestone milestone = new Milestone(Milestone.Counted.BATCH, 0);
    private int before;

    @Actor
    public void reacher() {
        before = 7;
        milestone.reach(StressLane.of(0), 1);
    }

    @Actor
    public void waiter(II_Result r) {
        r.r1 = milestone.value() >= 1 ? before : -1;
        try {
            milestone.await(StressLane.of(1), 1);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        r.r2 = before;
    }
}
