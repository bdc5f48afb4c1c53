package lockstep.blame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

/** A judge that has seen 31 frames in time, each of 10 ms of work and 6 of sleep; what is added next makes a late one. */
final class Judged {
    private static final double FRAME = 16;

    final HandMade made;
    final Judge judge;
    /** Where the next frame begins, ms. */
    double t;

    Judged() {
        this(new HandMade());
    }

    Judged(HandMade evidence) {
        made = evidence;
        judge = new Judge(made, made);
        for (int i = 0; i < 31; i++) {
            inTime(10);
        }
    }

    void inTime(double work) {
        made.work(HandMade.RENDER, t, t + work).pace(HandMade.RENDER, t + work, t + FRAME, t + FRAME);
        judge.inTime(HandMade.RENDER, HandMade.ns(t), HandMade.ns(t + FRAME));
        t += FRAME;
    }

    /** The next frame took so long, and all lanes have told what they did. */
    LateFrame late(double ms) {
        made.allTold(t + ms + 50);
        return judged(ms);
    }

    LateFrame judged(double ms) {
        LateFrame f = judge.late(100, HandMade.RENDER, HandMade.ns(t), HandMade.ns(t + ms), 16 * HandMade.MS);
        t += ms;
        return f;
    }

    /** Causes read {@code LANE KIND WHAT MS}. */
    static void causes(LateFrame f, String... expected) {
        assertEquals(List.of(expected), f.causes().stream()
            .map(c -> (c.lane() + " " + c.kind().word() + " " + c.what() + " " + Math.round(c.ns() / 1e5) / 10.0).replace("  ",
                " "))
            .toList());
    }
}
