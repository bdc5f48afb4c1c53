package lockstep.engine;

import java.util.List;
import java.util.concurrent.TimeUnit;
import lockstep.TestLane;

/** Defects that were cured, for canaries that put them back: tests that look for their like must find them. */
public final class PutBack {
    private PutBack() {
    }

    /**
     * What was put on a lane while all lanes paused slept for the length of the pause when they went on: moves the
     * deadlines of those roles of a paused lane by that much. Called after a change while all pause.
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

    /** A role of a lane, as the lane runs it. */
    public static Role role(Lane lane, String name) {
        return lane.slots().roles().stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }
}
