package lockstep.roles;

import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.sync.Guard;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Counter;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Scope;
import lockstep.world.World;

/** Looks at the world and counts that it did. */
final class HeartbeatRole implements Role {
    private final World world;
    private final Bodies seen;
    private Access access;
    private Scope look;

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
        access = world.access(name(), lane.recorder(), Guard.NO_LIMIT, needs);
        look = access.scope(needs);
    }

    @Override
    public boolean run(Lane lane) throws InterruptedException {
        access.enterTick();
        try {
            look.enter();
            try {
                do {
                    access.take(seen);
                } while (look.again());
                access.add(Counter.RUNS, 1);
            } finally {
                look.exit();
            }
        } finally {
            access.exitTick();
        }
        return true;
    }
}
