package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import lockstep.TestLane;
import lockstep.time.LaneRecorder;

/** Physics and render going through their motions at a barrier, and a check of the order in which they did. */
final class Rehearsal {
    /** What is put in order. */
    enum Event { START, PUBLISHED, SNAPSHOT, TAKEN, SWAPPED }

    /** A barrier, or something that claims to be one. */
    interface Meeting {
        boolean awaitTurn(LaneRecorder lane, long batch) throws InterruptedException;

        void published(LaneRecorder lane, long batch);

        Milestone.Outcome awaitBatch(LaneRecorder lane, long batch, long limitNs) throws InterruptedException;

        void taken(LaneRecorder lane, long frame);

        void swapped(LaneRecorder lane, long frame);

        /** One that lets everybody through. */
        Meeting BROKEN = of(new Barrier(BarrierMode.FREE, 0, 1));

        static Meeting of(Barrier b) {
            return new Meeting() {
                @Override
                public boolean awaitTurn(LaneRecorder lane, long batch) throws InterruptedException {
                    return b.awaitTurn(lane, batch);
                }

                @Override
                public void published(LaneRecorder lane, long batch) {
                    b.published(lane, batch);
                }

                @Override
                public Milestone.Outcome awaitBatch(LaneRecorder lane, long batch, long limitNs) throws InterruptedException {
                    return b.awaitBatch(lane, batch, limitNs);
                }

                @Override
                public void taken(LaneRecorder lane, long frame) {
                    b.taken(lane, frame);
                }

                @Override
                public void swapped(LaneRecorder lane, long frame) {
                    b.swapped(lane, frame);
                }
            };
        }
    }

    /** Called while a frame is drawn, after its snapshot was taken, or while a batch is computed. */
    interface Meanwhile {
        void happens(int number) throws Exception;
    }

    volatile Meanwhile duringDraw = frame -> {};
    volatile Meanwhile duringBatch = batch -> {};
    /** How long render waits for a batch before it draws its last snapshot again. */
    long limitNs = Guard.NO_LIMIT;
    /** True for a render that takes a batch that did not come in time for one that it has shown. */
    boolean takesLateForShown;
    private final AtomicInteger late = new AtomicInteger();
    private final Meeting meeting;
    private final int batches;
    private final AtomicInteger clock = new AtomicInteger();
    private final AtomicIntegerArray[] when = new AtomicIntegerArray[Event.values().length];

    Rehearsal(Meeting meeting, int batches) {
        this.meeting = meeting;
        this.batches = batches;
        for (int i = 0; i < when.length; i++) {
            when[i] = new AtomicIntegerArray(batches + 1);
        }
    }

    Object physics(LaneRecorder lane) throws Exception {
        for (int b = 1; b <= batches; b++) {
            if (!meeting.awaitTurn(lane, b)) {
                return null;
            }
            note(Event.START, b);
            duringBatch.happens(b);
            note(Event.PUBLISHED, b);
            meeting.published(lane, b);
        }
        return null;
    }

    Object render(LaneRecorder lane) throws Exception {
        for (int f = 1; f <= batches; f++) {
            Milestone.Outcome batch = meeting.awaitBatch(lane, f, limitNs);
            if (batch == Milestone.Outcome.LATE) {
                late.incrementAndGet();
                if (!takesLateForShown) {
                    f--;
                    continue;
                }
            } else if (batch == Milestone.Outcome.LET_GO) {
                return null;
            }
            note(Event.SNAPSHOT, f);
            note(Event.TAKEN, f);
            meeting.taken(lane, f);
            duringDraw.happens(f);
            note(Event.SWAPPED, f);
            meeting.swapped(lane, f);
        }
        return null;
    }

    /** Frames so far for which the batch did not come in time. */
    int late() {
        return late.get();
    }

    private void note(Event event, int n) {
        when[event.ordinal()].set(n, clock.incrementAndGet());
    }

    boolean happened(Event event, int n) {
        return n <= batches && when[event.ordinal()].get(n) > 0;
    }

    void await(Event event, int n) {
        if (n <= batches) {
            TestLane.until(() -> happened(event, n));
        }
    }

    /** Fails unless all batches and frames came in the order that a mode promises. */
    void check(BarrierMode mode) {
        for (int n = 1; n <= batches; n++) {
            before(Event.PUBLISHED, n, Event.SNAPSHOT, n);
            if (n < batches) {
                before(mode == BarrierMode.LOCKSTEP ? Event.SWAPPED : Event.TAKEN, n, Event.START, n + 1);
            }
        }
    }

    private void before(Event first, int a, Event second, int b) {
        int at = when[first.ordinal()].get(a);
        assertTrue(at > 0 && at < when[second.ordinal()].get(b), () -> second + " " + b + " came before " + first + " " + a);
    }
}
