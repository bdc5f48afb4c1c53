package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lockstep.replay.IntentLog;
import lockstep.topology.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** As many lanes as there may be, observed as ever. */
@Tag("slow")
class ManyLanesTest {
    private static final int TICKS = 360;

    @Test
    void sixtyFourLanesRunAndAreExamined() throws Exception {
        String loaders =
            IntStream.range(3, Topology.MAX_LANES).mapToObj(i -> "a" + i + " = [\"assets\"]").collect(Collectors.joining("\n"));
        Topology many = Run.parse("[lanes]\ninput = [\"input\"]\nphysics = [\"physics\"]\nrender = [\"render\"]\n" + loaders);
        List<String> told = new CopyOnWriteArrayList<>();
        Session session = Run.live(many, 3, TICKS, IntentLog.NONE, "render.draw=40ms@every=700ms");
        session.onFound(line -> {
            if (line.contains("late frames")) {
                told.add(line);
            }
        });
        Run.finish(session);
        assertEquals(Topology.MAX_LANES, session.lanes().size());
        assertEquals(session.frames().log().late(), session.lateFrames().count(), "every late frame is judged");
        assertEquals(List.of(), told);
    }
}
