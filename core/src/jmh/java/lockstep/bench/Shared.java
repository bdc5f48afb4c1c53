package lockstep.bench;

import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.World;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A world with one role that publishes bodies and one that takes them, each with a lane of its own. */
@State(org.openjdk.jmh.annotations.Scope.Group)
public class Shared {
    @Param({"1000", "5000", "20000"})
    int entities;
    @Param({"mutex", "fair-mutex", "monitor", "rw-lock", "stamped", "semaphore", "spin", "triple-buffer", "none"})
    String guard;

    private Bodies mine;
    private Bodies seen;
    private Section publish;
    private Section look;

    @Setup
    public void make() {
        World world =
            new World(entities, 1, new World.Sharing(guard, Granularity.WORLD, Order.SORTED, Hold.COPY), false, Faults.NONE);
        Access writer =
            world.access("physics", new LaneRecorder(0, "physics", Clock.SYSTEM), Guard.NO_LIMIT, Need.write(Region.BODIES));
        Access reader =
            world.access("render", new LaneRecorder(1, "render", Clock.SYSTEM), Guard.NO_LIMIT, Need.read(Region.BODIES));
        publish = writer.section("Shared.publish", Section.Reads.NOTHING, out -> out.put(mine), Need.write(Region.BODIES));
        look = reader.section("Shared.take", in -> in.take(seen), Section.Writes.NOTHING, Need.read(Region.BODIES));
        world.allHere();
        mine = new Bodies(entities);
        seen = new Bodies(entities);
        mine.scene.slots = entities;
        for (int i = 0; i < entities; i++) {
            mine.scene.kind[i] = 1;
            mine.scene.id[i] = i;
            mine.scene.x[i] = i;
        }
    }

    void publish() throws InterruptedException {
        mine.scene.tick++;
        publish.run();
    }

    int take() throws InterruptedException {
        look.run();
        return seen.tornSlots();
    }
}
