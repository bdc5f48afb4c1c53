package lockstep.roles;

import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.replay.Handover;
import lockstep.replay.IntentSource;
import lockstep.sync.Guard;
import lockstep.world.Access;
import lockstep.world.Intents;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.WholeTick;
import lockstep.world.World;

/** Stands in for input in a replay: publishes the recorded intents, one numbered copy for each tick. */
final class ReplayRole implements Role {
    private final World world;
    private final IntentSource source;
    private final Handover handover;
    private final Intents intents = new Intents();
    private Section write;
    private WholeTick wholeRun;
    private int tick;

    ReplayRole(Parts p) {
        world = p.world;
        source = p.replay;
        handover = p.plan.replay();
    }

    @Override
    public String name() {
        return "input";
    }

    @Override
    public void start(Lane lane) {
        Access access = world.access(name(), lane.recorder(), Guard.NO_LIMIT, Need.write(Region.INTENTS));
        write = access.section("ReplayRole.run", Section.Reads.NOTHING, out -> out.put(intents), Need.write(Region.INTENTS));
        wholeRun = access.wholeTick(write::run);
    }

    @Override
    public boolean run(Lane lane) throws Exception {
        if (tick == source.ticks() || !handover.awaitConsumed(lane.recorder(), tick)) {
            return false;
        }
        tick++;
        source.copyTo(tick, intents.controls);
        intents.batch = tick;
        wholeRun.run();
        handover.offered(lane.recorder(), tick);
        return true;
    }
}
