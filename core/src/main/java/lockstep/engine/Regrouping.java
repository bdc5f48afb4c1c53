package lockstep.engine;

import java.util.ArrayList;
import java.util.List;
import lockstep.topology.LaneSpec;
import lockstep.topology.Topology;

/**
 * Moves roles between lanes so that they run what another topology says. Belongs to the switcher's thread; every lane
 * pauses meanwhile, and does on its own thread what is done to its roles.
 */
final class Regrouping {
    private final Conductor conductor;
    private final SafePoint safePoint;
    private final Switcher.Rules rules;
    private final Switcher.LaneMaker maker;

    Regrouping(Conductor conductor, SafePoint safePoint, Switcher.Rules rules, Switcher.LaneMaker maker) {
        this.conductor = conductor;
        this.safePoint = safePoint;
        this.rules = rules;
        this.maker = maker;
    }

    /**
     * Moves roles until every lane runs what {@code next} says; lanes without a role stay as spares.
     *
     * @throws LateLaneException if a lane had to be made and did not come to the safe point; no role was moved
     */
    void regroup(Topology next) throws Exception {
        List<Lane> homes = homes(next);
        for (int i = 0; i < homes.size(); i++) {
            for (String role : next.lanes().get(i).roles()) {
                if (!runs(homes.get(i), role)) {
                    bring(role, homes.get(i), next, homes);
                }
            }
        }
        for (Lane lane : conductor.lanes()) {
            int i = homes.indexOf(lane);
            List<String> wanted = i < 0 ? List.of() : next.lanes().get(i).roles();
            safePoint.onLane(lane, () -> {
                stopUnwanted(lane, wanted);
                arrange(lane, wanted, next);
            });
        }
    }

    private void stopUnwanted(Lane lane, List<String> wanted) throws Exception {
        for (Role r : lane.slots().roles()) {
            if (!wanted.contains(r.name())) {
                r.stop();
                lane.slots().remove(r);
                rules.left(r.name(), lane);
            }
        }
    }

    /** The lane for each lane of {@code next}: main for main, else one of that name, else a spare, else a new one. */
    private List<Lane> homes(Topology next) throws InterruptedException, LateLaneException {
        List<Lane> free = new ArrayList<>(conductor.lanes());
        free.remove(conductor.main());
        Lane[] homes = new Lane[next.lanes().size()];
        for (int i = 0; i < homes.length; i++) {
            LaneSpec spec = next.lanes().get(i);
            if (spec.equals(next.mainLane())) {
                homes[i] = conductor.main();
            } else {
                homes[i] = free.stream().filter(l -> l.name().equals(spec.name())).findFirst().orElse(null);
                free.remove(homes[i]);
            }
        }
        for (int i = 0; i < homes.length; i++) {
            String name = next.lanes().get(i).name();
            if (homes[i] == null && !free.isEmpty()) {
                homes[i] = free.remove(0);
            } else if (homes[i] == null) {
                homes[i] = maker.make(conductor.lanes().size(), name);
                conductor.addLane(homes[i]);
                Lane late = safePoint.await(List.of(homes[i]), Switcher.GATHER_MS);
                if (late != null) {
                    throw new LateLaneException(late, Switcher.GATHER_MS);
                }
            }
        }
        for (Lane spare : free) {
            spare.rename("spare-" + spare.number());
        }
        for (int i = 0; i < homes.length; i++) {
            homes[i].rename(next.lanes().get(i).name());
        }
        return List.of(homes);
    }

    private static boolean runs(Lane lane, String role) {
        return lane.slots().roles().stream().anyMatch(r -> r.name().equals(role));
    }

    /**
     * Brings a role to {@code home}, at one go on each of the two lanes: a lane that pauses keeps its roles pumping and
     * drawing, and may do so only with roles that have all they need there.
     *
     * <p>It comes from a lane that is not to run it any more, or is a new instance.
     */
    private void bring(String role, Lane home, Topology next, List<Lane> homes) throws Exception {
        for (Lane from : conductor.lanes()) {
            int i = homes.indexOf(from);
            boolean stays = i >= 0 && next.lanes().get(i).runs(role);
            for (Role r : from.slots().roles()) {
                if (r.name().equals(role) && !stays) {
                    RoleSlot[] slot = new RoleSlot[1];
                    safePoint.onLane(from, () -> {
                        if (r instanceof Movable m) {
                            m.leave();
                        }
                        slot[0] = from.slots().remove(r);
                    });
                    safePoint.onLane(home, () -> {
                        home.slots().add(slot[0], rules.laneHz(next, role), next.hz(role));
                        rules.moved(role, from, home);
                        if (r instanceof Movable m) {
                            m.moved();
                        }
                    });
                    return;
                }
            }
        }
        Role fresh = rules.make(role);
        safePoint.onLane(home, () -> {
            home.add(fresh, rules.number(role), next.hz(role), role.equals(Topology.RENDER));
            home.slots().of(fresh).start();
        });
    }

    /** Puts the roles of a lane into the order of the topology, at its rates. */
    private void arrange(Lane lane, List<String> wanted, Topology next) {
        List<Role> roles = lane.slots().roles();
        for (String role : wanted) {
            Role r = roles.stream().filter(x -> x.name().equals(role)).findFirst().orElseThrow();
            lane.slots().add(lane.slots().remove(r), rules.laneHz(next, role), next.hz(role));
        }
    }
}
