package lockstep.time;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** What a reader copies from a ring of four spans while the lane goes round it eight times is never half a span. */
@JCStressTest
@Outcome(id = "[0-3], 0", expect = ACCEPTABLE, desc = "Each span whole and in its place.")
@Outcome(expect = FORBIDDEN, desc = "Half a span, or one in another's place.")
@State
public class SpanRingStress {
    private final SpanRing ring = new SpanRing(4);
    private final Spans spans = new Spans(4);

    @Actor
    public void writer() {
        for (int n = 0; n < 32; n++) {
            ring.add(n, n, SpanRecords.meta(SpanKind.WORK, n, 0, n, -1), n);
        }
    }

    @Actor
    public void reader(II_Result r) {
        spans.readNewest(ring);
        long n = spans.next() - spans.count();
        for (int i = 0; i < spans.count(); i++, n++) {
            boolean whole = spans.startNs(i) == n && spans.endNs(i) == n && spans.role(i) == n && spans.what(i) == n
                && spans.detail(i) == n;
            r.r2 += whole ? 0 : 1;
        }
        r.r1 = spans.count();
    }
}
