package lockstep.session;

import java.util.Queue;
import lockstep.engine.Lane;
import lockstep.time.SpanKind;
import lockstep.time.SpanListener;

/** Sees to it that a lane's spans and waits are recorded by the lane's own thread, as its rings have one writer each. */
final class OwnSpans implements SpanListener {
    private final Lane lane;
    private final Queue<String> strangers;

    private OwnSpans(Lane lane, Queue<String> strangers) {
        this.lane = lane;
        this.strangers = strangers;
    }

    /**
     * Watches every lane of a session that has not begun; each record by a strange thread is added to
     * {@code strangers}, from any thread.
     */
    static void watch(Session session, Queue<String> strangers) {
        session.conductor().eachLane(lane -> lane.recorder().listener(new OwnSpans(lane, strangers)));
    }

    private void check(String what) {
        if (Thread.currentThread() != lane.thread()) {
            strangers
                .add("thread '" + Thread.currentThread().getName() + "' recorded " + what + " for lane '" + lane.name() + "'");
        }
    }

    @Override
    public void tickBegins() {
        check("a tick");
    }

    @Override
    public void tickEnded(int tick) {
        check("a tick");
    }

    @Override
    public void waitBegins(SpanKind kind) {
        check(kind.word());
    }

    @Override
    public void spanEnded(SpanKind kind, long startNs, long endNs, int whom, int what, long detail) {
        check(kind.word());
    }
}
