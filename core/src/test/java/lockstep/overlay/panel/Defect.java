package lockstep.overlay.panel;

import lockstep.engine.PutBack;
import lockstep.session.Session;
import lockstep.topology.Topology;

/** Defects that were cured and can be put back by tests, to see that they would be found. */
enum Defect {
    NONE,
    /** What was changed during a pause sleeps as long as the pause has lasted. */
    SLEEPS_AS_LONG_AS_THE_PAUSE {
        @Override
        void putBack(Session session, boolean changed, int steps, long pausedNs) throws Exception {
            if (changed) {
                PutBack.sleepAsLongAsThePause(session.switcher(), session.lanes(), pausedNs);
            }
        }
    },
    /** A role that leaves stays registered in the world. */
    KEEPS_WHO_LEFT,
    /** After many steps the game waits for as long as they would have lasted. */
    WAITS_OUT_THE_STEPS {
        @Override
        void putBack(Session session, boolean changed, int steps, long pausedNs) throws Exception {
            if (steps > 0) {
                PutBack.standAsLongAsStepped(session.switcher(), session.laneOf(Topology.PHYSICS), steps,
                    (int) session.topology().hz(Topology.PHYSICS));
            }
        }
    };

    /**
     * Something was done during a pause.
     *
     * @param changed a topology came into force
     * @param steps physics' steps
     * @param pausedNs how long the pause has lasted
     */
    void putBack(Session session, boolean changed, int steps, long pausedNs) throws Exception {
    }
}
