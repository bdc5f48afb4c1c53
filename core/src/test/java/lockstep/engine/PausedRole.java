package lockstep.engine;

import java.util.concurrent.atomic.AtomicLong;

/** A role that does nothing but write down what a pause was to it. */
final class PausedRole implements Role, Pausable, Steppable {
    private final String name;
    private RoleContext context;
    /** Does something while the lane pauses. */
    volatile TestRole.Part whilePaused = lane -> {};
    volatile TestRole.Part inRun = lane -> {};
    volatile TestRole.Part inStep = lane -> {};
    final AtomicLong runs = new AtomicLong();
    /** How long the last pause was to the role, ns. */
    volatile long pausedNs;
    /** When it was due after the last pause, ns from then; never more than its period. */
    volatile long dueInNs = Long.MIN_VALUE;
    volatile long periodNs;
    volatile int resumed;

    PausedRole(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start(RoleContext given) {
        context = given;
    }

    @Override
    public boolean run() throws Exception {
        inRun.on(context.lane());
        runs.incrementAndGet();
        return true;
    }

    @Override
    public void whilePaused() throws Exception {
        whilePaused.on(context.lane());
    }

    @Override
    public void step() throws Exception {
        inStep.on(context.lane());
    }

    @Override
    public void resumed(long ns) {
        Lane lane = context.lane();
        RoleSlot slot = lane.slots().of(this);
        pausedNs = ns;
        periodNs = slot.periodNs;
        dueInNs = slot.nextNs - lane.recorder().now();
        resumed++;
    }
}
