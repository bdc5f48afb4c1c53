package lockstep.roles;

import lockstep.engine.Role;
import lockstep.engine.RoleContext;
import lockstep.replay.Handover;
import lockstep.replay.IntentSource;
import lockstep.sync.Guard;
import lockstep.world.Access;
import lockstep.world.Intents;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.WholeTick;

/** Takes input's place in a replay: publishes the recorded intents, one numbered copy for each tick. */
final class ReplayRole implements Role {
    private final IntentSource source;
    private final Handover handover;
    private final Intents intents = new Intents();
    private RoleContext context;
    private WholeTick wholeRun;
    private int tick;

    ReplayRole(Parts p) {
        source = p.input().replay();
        handover = p.physics().replay();
    }

    @Override
    public String name() {
        return "input";
    }

    @Override
    public void start(RoleContext given) {
        context = given;
        Access access = context.access(Guard.NO_LIMIT, Need.write(Region.INTENTS));
        Section write =
            access.section("ReplayRole.run", Section.Reads.NOTHING, out -> out.put(intents), Need.write(Region.INTENTS));
        wholeRun = access.wholeTick(write::run);
    }

    @Override
    public boolean run() throws Exception {
        if (tick == source.ticks() || !handover.awaitConsumed(context.recorder(), tick)) {
            return false;
        }
        tick++;
        source.copyTo(tick, intents.controls);
        intents.batch = tick;
        wholeRun.run();
        handover.offered(context.recorder(), tick);
        return true;
    }
}
