package lockstep.roles;

import lockstep.engine.Role;
import lockstep.engine.RoleContext;
import lockstep.sync.Guard;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Counter;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.WholeTick;

/** Looks at the world and counts that it did. */
final class HeartbeatRole implements Role {
    private RoleContext context;
    private Bodies seen;
    private WholeTick wholeRun;

    @Override
    public String name() {
        return "heartbeat";
    }

    @Override
    public void start(RoleContext given) {
        context = given;
        seen = context.newBodies();
        Need[] needs = {Need.read(Region.BODIES), Need.write(Region.TALLY)};
        Access access = context.access(Guard.NO_LIMIT, needs);
        Section look = access.section("HeartbeatRole.look", in -> in.take(seen), out -> out.add(Counter.RUNS, 1), needs);
        wholeRun = access.wholeTick(look::run);
    }

    @Override
    public boolean run() throws InterruptedException {
        wholeRun.run();
        context.note("slots seen", seen.scene.slots);
        return true;
    }
}
