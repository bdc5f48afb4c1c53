package lockstep.desktop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.Frozen;
import lockstep.blame.FrozenLane;
import lockstep.blame.LateFrame;
import lockstep.blame.Step;
import lockstep.desktop.bench.JudgedFrame.Evidence;
import lockstep.desktop.bench.LaneTime.Stretch;
import lockstep.roles.Registry;
import lockstep.session.Session;
import lockstep.sync.FaultLog;
import lockstep.sync.FaultSpec;
import lockstep.time.SpanKind;
import lockstep.trace.About;
import lockstep.trace.Export;

/** Keeps of each late frame what can be scored, and writes it to a file with what was planted. The judge's thread tells it. */
final class BlameWatch implements Export {
    private final Path file;
    private final Map<Long, JudgedFrame> late = new LinkedHashMap<>();
    private final List<String> roles = List.copyOf(Registry.names());
    private Session session;

    BlameWatch(Path file) {
        this.file = file;
    }

    @Override
    public void begin(Session of, Consumer<String> tell) {
        session = of;
        session.lateFrames().listen(this::judged);
    }

    private void judged(LateFrame f) {
        session.lateFrames().frozen().stream().filter(z -> z.late().frame() == f.frame()).findFirst()
            .ifPresent(z -> late.put(f.frame(), judged(z)));
    }

    private JudgedFrame judged(Frozen frozen) {
        LateFrame f = frozen.late();
        List<Named> named = new ArrayList<>();
        f.causes().forEach(c -> named.add(named(frozen, c)));
        Evidence evidence =
            named.isEmpty() || !named.get(0).accuses() ? Evidence.HOLDS : Accusation.evidence(frozen, f.causes().get(0));
        return new JudgedFrame(f.startNs(), f.endNs(), f.budgetNs(), f.lane(), overslept(frozen), named, evidence,
            NaiveJudges.longest(frozen), NaiveJudges.waitedFor(frozen), f.sentence());
    }

    private static Stretch overslept(Frozen frozen) {
        LateFrame f = frozen.late();
        FrozenLane lane = frozen.lanes().stream().filter(l -> l.name().equals(f.lane())).findFirst().orElseThrow();
        return LaneTime.of(lane).overslept(new Stretch(f.startNs(), f.endNs()));
    }

    private Named named(Frozen frozen, Cause c) {
        String role = switch (c.kind()) {
            case WORK, IO, BARRIER, PERMIT -> c.what();
            case UPLOAD -> "render";
            case GUARD -> roleAt(frozen, c);
            default -> "";
        };
        return new Named(c.lane(), c.kind(), role, c.ns());
    }

    /** The role that held the guard for longest while it was waited for. */
    private String roleAt(Frozen frozen, Cause c) {
        FrozenLane lane = frozen.lanes().stream().filter(l -> l.name().equals(c.lane())).findFirst().orElseThrow();
        Step longest = frozen.late().path().stream().filter(s -> s.lane() == lane.number() && s.kind() == Blame.GUARD)
            .max((a, b) -> Long.compare(a.endNs() - a.startNs(), b.endNs() - b.startNs())).orElse(null);
        for (int i = 0; longest != null && i < lane.spans().count(); i++) {
            if (lane.spans().kind(i) == SpanKind.WORK && lane.spans().endNs(i) >= longest.endNs()
                && lane.spans().startNs(i) < longest.endNs()) {
                return roles.get(lane.spans().role(i));
            }
        }
        return "";
    }

    @Override
    public void end(Session of, About about) throws IOException {
        FaultLog log = of.faults().log();
        List<Firing> fired = new ArrayList<>();
        Map<String, Long> asked = new HashMap<>();
        for (int i = 0; i < log.kept(); i++) {
            long start = log.atNs(i);
            long askedNs = asked.computeIfAbsent(log.point(i), p -> asked(of, p));
            fired.add(new Firing(log.point(i), log.lane(i), start, start + log.forNs(i), askedNs));
        }
        new JudgedRun(List.copyOf(late.values()), fired, hogs(of)).write(file);
    }

    private static int hogs(Session of) {
        return (int) of.faults().specs().stream().filter(s -> s.what() == FaultSpec.What.HOG).mapToLong(FaultSpec::amountNs)
            .sum();
    }

    /**
     * Busy work says what it is to take. The call for a collection may wait for a core after it: up to twice the median
     * is the collection.
     */
    private static long asked(Session of, String point) {
        FaultLog log = of.faults().log();
        long[] took =
            IntStream.range(0, log.kept()).filter(i -> log.point(i).equals(point)).mapToLong(log::forNs).sorted().toArray();
        return of.faults().specs().stream().filter(s -> s.point().equals(point) && s.what() == FaultSpec.What.BUSY)
            .mapToLong(FaultSpec::amountNs).findFirst().orElse(2 * took[took.length / 2]);
    }
}
