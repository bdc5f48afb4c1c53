package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lockstep.world.Region;
import lockstep.world.World;

/** The world knows the roles that are on lanes, and no others. */
public final class Registered {
    private Registered() {
    }

    /** Physics, input and render are there once; the autopilot has input read bodies too. */
    public static void check(Session session) {
        World world = session.world();
        int assets =
            (int) session.lanes().stream().flatMap(l -> l.stats().stream()).filter(r -> r.role().equals("assets")).count();
        String of = " under " + session.topology().name();
        assertEquals(3 + assets, world.accesses(), "accesses" + of);
        assertEquals(2 + assets, world.readers(Region.BODIES), "readers of bodies" + of);
        assertEquals(1, world.writers(Region.BODIES), "writers of bodies" + of);
        assertEquals(1, world.readers(Region.INTENTS), "readers of intents" + of);
        assertEquals(1, world.writers(Region.INTENTS), "writers of intents" + of);
        assertEquals(2, world.readers(Region.SECTORS), "readers of sectors" + of);
        assertEquals(assets, world.writers(Region.SECTORS), "writers of sectors" + of);
        assertEquals(2 + assets, world.writers(Region.TALLY), "writers of the tally" + of);
    }
}
