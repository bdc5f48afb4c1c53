package lockstep.sync;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import lockstep.StressLane;
import lockstep.time.Turn;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** With one permit only one lane runs, and it sees what the one before it did. */
@JCStressTest
@Outcome(id = "2", expect = ACCEPTABLE, desc = "One after the other.")
@Outcome(expect = FORBIDDEN, desc = "Both ran at once.")
@State
public class PermitsStress {
    private final Permits permits = new Permits(1);
    private int runs;

    @Actor
    public void first() {
        run(0);
    }

    @Actor
    public void second() {
        run(1);
    }

    @Arbiter
    public void end(I_Result r) {
        r.r1 = runs;
    }

    private void run(int lane) {
        Turn turn = permits.turn(StressLane.of(lane));
        turn.take();
        runs++;
        turn.giveUp();
    }
}
