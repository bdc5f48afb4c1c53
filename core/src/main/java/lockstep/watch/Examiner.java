package lockstep.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lockstep.blame.Frozen;
import lockstep.blame.Judge;
import lockstep.blame.LateFrame;
import lockstep.blame.LateFrames;
import lockstep.blame.Names;
import lockstep.engine.Lane;
import lockstep.sync.Guard;
import lockstep.time.Clock;
import lockstep.time.FrameLog;
import lockstep.time.Frames;

/**
 * Judges late frames while the game runs. Its own thread reads the lanes' rings twenty times a second; no lane waits for it or
 * works for it. A frame is judged 30 ms after its end, or up to a second later while a lane that it depended on has not published
 * its spans. A garbage collection reported after that revises the verdict, and so does later knowledge of who used the cores
 * while a lane was given none.
 *
 * <p>The examiner's thread calls {@link #run}. Any thread may call {@link #stop}. {@link #finish} is called once that thread and
 * all lanes have been joined.
 */
public final class Examiner implements Runnable {
    private static final long PERIOD_MS = 50;
    private static final long PATIENCE_NS = 1_000_000_000;
    /** How long a verdict may change: shorter than {@link LateFrames#FINAL_NS}, because a look may itself be late. */
    private static final long REVISED_NS = LateFrames.FINAL_NS - 500_000_000;
    private static final int READ_FRAMES = 256;

    /** A judged frame that may have to be judged again, and the number of the lane that drew it. */
    private record Recent(LateFrame late, int lane) {
    }

    private final Clock clock;
    private final FrameLog frames;
    private final LateFrames verdicts;
    private final LaneEvidence evidence;
    private final Judge judge;
    private final Names names;
    private final Frames copy = new Frames(READ_FRAMES);
    private final List<Recent> recent = new ArrayList<>();
    private final GcPauses collections;
    private final CoreUse cores;
    private long nextFrame;
    private final Consumer<String> tell;
    private volatile boolean stopping;
    private boolean failed;

    /**
     * Requests a garbage collection, which relates the virtual machine's times to the run's clock.
     *
     * @param lanes the lanes by number; may grow while they run
     * @param guards the guards in use
     * @param tell receives one line for people if frames can no longer be judged
     */
    public Examiner(List<Lane> lanes, Supplier<List<Guard>> guards, FrameLog frames, Names names, LateFrames verdicts,
                    Clock clock,
                    Consumer<String> tell) {
        this(lanes, guards, frames, names, verdicts, clock, tell, CoreUse.ofThisMachine(clock), GcPauses.ofThisProcess(clock),
            StoppedTime.ofThisProcess());
    }

    /**
     * As the public constructor, with the machine's figures.
     *
     * @param cores which threads used the cores while a lane was given none
     * @param collections when garbage collections stopped all lanes
     * @param stopped how long all lanes were stopped
     */
    Examiner(List<Lane> lanes, Supplier<List<Guard>> guards, FrameLog frames, Names names, LateFrames verdicts, Clock clock,
             Consumer<String> tell, CoreUse cores, GcPauses collections, StoppedTime stopped) {
        this.collections = collections;
        this.cores = cores;
        this.tell = tell;
        this.clock = clock;
        this.frames = frames;
        this.verdicts = verdicts;
        evidence = new LaneEvidence(lanes, guards, stopped);
        judge = new Judge(evidence, names);
        this.names = names;
    }

    @Override
    public void run() {
        while (!stopping) {
            look(false);
            try {
                Thread.sleep(PERIOD_MS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Ends {@link #run}; any thread. */
    public void stop() {
        stopping = true;
    }

    /** Judges what is left. */
    public void finish() {
        look(true);
        collections.close();
        evidence.close();
    }

    /** Looks once. An exception here must not end the game: judging stops, and one line reports it. */
    void look(boolean last) {
        if (failed) {
            return;
        }
        try {
            lookAt(last);
        } catch (RuntimeException | Error e) {
            failed = true;
            tell.accept("late frames are not judged any more: " + e);
        }
    }

    private void lookAt(boolean last) {
        long now = clock.nanos();
        evidence.read(clock);
        for (GcPauses.Pause p = collections.poll(); p != null; p = collections.poll()) {
            evidence.pauses().add(p.startNs(), p.endNs(), p.by());
            revise(p);
        }
        int judged;
        do {
            copy.read(frames, nextFrame);
            judged = 0;
            while (judged < copy.count() && judge(judged, now, last)) {
                judged++;
            }
            nextFrame = copy.next() - copy.count() + judged;
        } while (judged == READ_FRAMES);
        if (cores.isDue(now) && cores.look(evidence.threads())) {
            reviseCoreUse();
        }
        while (!recent.isEmpty() && recent.get(0).late().endNs() < now - REVISED_NS) {
            recent.remove(0);
        }
    }

    /** Judges frame {@code i} of the copy; returns false if it is too early to. */
    private boolean judge(int i, long now, boolean last) {
        long end = copy.endNs(i);
        if (!last && isWithin(now - end, Frozen.AFTER_NS)) {
            return false;
        }
        if (copy.budgetNs(i) == 0) {
            return true;
        }
        if (!copy.late(i)) {
            judge.inTime(copy.lane(i), copy.startNs(i), end);
            return true;
        }
        LateFrame late = judge.late(copy.number(i), copy.lane(i), copy.startNs(i), end, copy.budgetNs(i));
        if (!late.complete() && !last && isWithin(now - end, PATIENCE_NS)) {
            return false;
        }
        if (late.isStarved()) {
            cores.wanted(now);
        }
        late = known(late);
        verdicts.add(new Frozen(late, evidence.freeze(late.startNs() - Frozen.BEFORE_NS, end + Frozen.AFTER_NS, clock),
            names.guards()));
        recent.add(new Recent(late, copy.lane(i)));
        return true;
    }

    private LateFrame known(LateFrame late) {
        return late.withCoreUse(lane -> cores.during(late.startNs(), late.endNs(), lane));
    }

    /** Revises recent verdicts with what is now known about who used the cores. */
    private void reviseCoreUse() {
        for (int i = 0; i < recent.size(); i++) {
            LateFrame late = recent.get(i).late();
            LateFrame again = known(late);
            if (!again.causes().equals(late.causes())) {
                verdicts.revise(late, again);
                recent.set(i, new Recent(again, recent.get(i).lane()));
            }
        }
    }

    /**
     * True if less than {@code limitNs} has passed; false also for a frame that ended long after now, recorded before the clock
     * jumped back.
     */
    private static boolean isWithin(long ageNs, long limitNs) {
        return ageNs < limitNs && ageNs > -PATIENCE_NS;
    }

    private void revise(GcPauses.Pause p) {
        for (int i = 0; i < recent.size(); i++) {
            Recent r = recent.get(i);
            if (p.startNs() < r.late().endNs() && p.endNs() > r.late().startNs()) {
                LateFrame again =
                    known(judge.late(r.late().frame(), r.lane(), r.late().startNs(), r.late().endNs(), r.late().budgetNs()));
                verdicts.revise(r.late(), again);
                recent.set(i, new Recent(again, r.lane()));
            }
        }
    }
}
