package lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lockstep.sync.Fault;
import lockstep.time.LaneRecorder;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Need;
import lockstep.world.Sectors;
import lockstep.world.World;

/**
 * What a role has of the run it is in. Given to {@link Role#start}; from then on only the lane of the role calls it. When the
 * role moves to another lane, the engine moves the context and every {@link Access} got here with it, at a safe point: a role
 * that asks the context each time need not know that it moved.
 */
public final class RoleContext {
    private final Role role;
    private final LaneSetup setup;
    private final SplittableRandom random;
    private Lane lane;
    private RoleStats stats;
    private boolean countsItself;
    private final List<Note> notes = new ArrayList<>(Notes.MOST);

    RoleContext(Role role, Lane lane, LaneSetup setup, RoleStats stats) {
        this.role = role;
        this.lane = lane;
        this.setup = setup;
        this.stats = stats;
        random = new SplittableRandom(setup.seed() + 31L * role.name().hashCode() + lane.number());
    }

    /** The role is on another lane, or on the same with other stats; at a safe point. */
    void moveTo(Lane to, RoleStats statsThere) {
        if (lane != to) {
            setup.notes().move(notes, to);
        }
        lane = to;
        stats = statsThere;
    }

    /** The role's name. */
    public String name() {
        return role.name();
    }

    /**
     * The role's way to the shared world; asked for once, when the role starts.
     *
     * @param limitNs longest wait for a guard in ns, or {@link lockstep.sync.Guard#NO_LIMIT}
     * @param needs what the role uses in a run, in the order in which its code names it
     */
    public Access access(long limitNs, Need... needs) {
        return world().access(name(), recorder(), limitNs, needs);
    }

    /** An empty copy of {@code bodies} for the role's own use, with room for every slot of the world's. */
    public Bodies newBodies() {
        return world().newBodies();
    }

    /** An empty copy of {@code sectors} for the role's own use, with room for every asset of the world's. */
    public Sectors newSectors() {
        return world().newSectors();
    }

    private World world() {
        if (setup.world() == null) {
            throw new IllegalStateException("the lane of role '" + name() + "' was made without a world");
        }
        return setup.world();
    }

    /** The clock, the spans and the run permit of the lane that the role is on now. */
    public LaneRecorder recorder() {
        return lane.recorder();
    }

    /** Time on the lane's clock, ns. */
    public long now() {
        return lane.recorder().now();
    }

    /** The lane that the role is on now. */
    Lane lane() {
        return lane;
    }

    /** True once the lane is asked to end or to pause; a run of many steps ends after the one it is in. */
    public boolean asked() {
        return lane.asked();
    }

    /** True once the lane is asked to end; a long run looks at it. */
    public boolean stopping() {
        return lane.stopping();
    }

    /** True if the lane keeps no rates but runs as fast as it goes, as in a replay. */
    public boolean unpaced() {
        return setup.unpaced();
    }

    /** Random numbers that depend on nothing but the run's seed, the role and the lane it started on. */
    public SplittableRandom random() {
        return random;
    }

    /**
     * Shows what the role found: a row on the full overlay, a value in the {@code --json} file, a counter in the trace. Allocates
     * nothing once the name is known.
     *
     * @param name at most {@link Notes#LONGEST_NAME} characters; the same each time
     * @throws IllegalArgumentException if the name is empty or longer, or the role has {@link Notes#MOST} other notes already
     */
    public void note(String name, double value) {
        for (int i = 0; i < notes.size(); i++) {
            if (notes.get(i).name().equals(name)) {
                notes.get(i).set(value);
                return;
            }
        }
        Note fresh = setup.notes().of(name(), lane, name);
        fresh.set(value);
        notes.add(fresh);
    }

    /** The fault that {@code --inject} plants at {@code ROLE.point}, or one that never fires; asked for when the role starts. */
    public Fault fault(String point) {
        return setup.faults().at(point, name(), lane.name());
    }

    /** From now on a run counts only where the role calls {@link #ran}, as physics does for each of its ticks. */
    public void countsItself() {
        countsItself = true;
    }

    /** True if the lane does not count the role's runs. */
    boolean isCountedByItself() {
        return countsItself;
    }

    /** A step is over that worked {@code workNs}, waits taken off; for roles that count themselves. */
    public void ran(long workNs) {
        stats.ran(workNs);
    }

    /** The role gave up {@code ns} of wall time because it could not keep its rate. */
    public void dropped(long ns) {
        stats.dropped(ns);
    }
}
