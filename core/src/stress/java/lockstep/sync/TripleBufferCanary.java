package lockstep.sync;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Broken twin of {@link TripleBufferStress}: a run that does not report it has no say. */
@JCStressTest
@Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Whole, and not older than before.")
@Outcome(expect = FORBIDDEN, desc = "A copy that is being written, or an older one.")
@State
public class TripleBufferCanary {
    private final GetThenSetBuffer<TwoCells> buffer = new GetThenSetBuffer<>(TwoCells::new);

    @Actor
    public void writer() {
        for (int n = 1; n <= 20; n++) {
            buffer.back().set(n);
            buffer.publish();
        }
    }

    @Actor
    public void reader(II_Result r) {
        int last = 0;
        for (int takes = 0; takes < 10; takes++) {
            int taken = buffer.newest().get();
            if (taken < 0) {
                r.r1++;
            } else {
                r.r2 += taken < last ? 1 : 0;
                last = taken;
            }
        }
    }
}
