package lockstep.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import lockstep.TestLane;
import lockstep.topology.Topology;

/** Defects that were cured, for canaries that put them back: tests that look for their like must find them. */
public final class PutBack {
    private PutBack() {
    }

    /**
     * What was put on a lane during a pause slept for the length of the pause when all went on: call it after a change while
     * all pause, with the lanes that were changed.
     */
    public static void sleepAsLongAsThePause(Switcher switcher, List<Lane> lanes, long pausedNs) throws Exception {
        switcher.whileStill(() -> {
            for (Lane lane : lanes) {
                for (RoleSlot slot : lane.slots().all()) {
                    slot.nextNs += pausedNs;
                }
            }
        }).get(TestLane.HANGS_SECONDS, TimeUnit.SECONDS);
    }

    /** The game stood still for as long as it was stepped: call it after so many steps of physics, before all go on. */
    public static void standAsLongAsStepped(Switcher switcher, Lane lane, int steps, int hz) throws Exception {
        Role physics = lane.slots().roles().stream().filter(r -> r.name().equals(Topology.PHYSICS)).findFirst().orElseThrow();
        switcher.whileStill(() -> ((Pausable) physics).resumed(steps * 1_000_000_000L / hz)).get(TestLane.HANGS_SECONDS,
            TimeUnit.SECONDS);
    }
}
