package lockstep.bench;

import lockstep.game.Scene;
import lockstep.world.Bodies;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The same bytes, copied from array to array and nothing else; the arrays are made as those of the world are. With two
 * threads each has arrays of its own.
 */
@State(org.openjdk.jmh.annotations.Scope.Thread)
public class Plain {
    @Param({"1000", "5000", "20000"})
    int entities;

    private Scene mine;
    private Scene middle;
    private Scene seen;

    @Setup
    public void make() {
        middle = new Bodies(entities).scene;
        mine = new Bodies(entities).scene;
        seen = new Bodies(entities).scene;
        for (int i = 0; i < entities; i++) {
            mine.kind[i] = 1;
            mine.id[i] = i;
            mine.x[i] = i;
        }
    }

    void publish() {
        mine.tick++;
        copy(mine, middle);
    }

    int take() {
        copy(middle, seen);
        return seen.tick;
    }

    private void copy(Scene from, Scene to) {
        System.arraycopy(from.x, 0, to.x, 0, entities);
        System.arraycopy(from.y, 0, to.y, 0, entities);
        System.arraycopy(from.angle, 0, to.angle, 0, entities);
        System.arraycopy(from.size, 0, to.size, 0, entities);
        System.arraycopy(from.kind, 0, to.kind, 0, entities);
        System.arraycopy(from.id, 0, to.id, 0, entities);
        to.tick = from.tick;
    }
}
