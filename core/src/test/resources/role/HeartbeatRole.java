package lockstep.roles;

import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.sync.Guard;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Counter;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.WholeTick;
import lockstep.world.World;

/** Looks at the world and counts that it did. */
final class HeartbeatRole implements Role {
    private final World world;
    private final Bodies seen;
    private WholeTick wholeRun;

    HeartbeatRole(Parts parts) {
        world = parts.world;
        seen = new Bodies(parts.capacity);
    }

    @Override
    public String name() {
        return "heartbeat";
    }

    @Override
    public void start(Lane lane) {
        Need[] needs = {Need.read(Region.BODIES), Need.write(Region.TALLY)};
        Access access = world.access(name(), lane.recorder(), Guard.NO_LIMIT, needs);
        Section look = access.section("HeartbeatRole.look", in -> in.take(seen), out -> out.add(Counter.RUNS, 1), needs);
        wholeRun = access.wholeTick(look::run);
    }

    @Override
    public boolean run(Lane lane) throws InterruptedException {
        return wholeRun.run();
    }
}
