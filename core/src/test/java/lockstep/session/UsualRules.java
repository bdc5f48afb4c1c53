package lockstep.session;

import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.engine.Switcher;
import lockstep.topology.Topology;

/** The usual rules of live changes, for those who plant a fault in one of them. */
abstract class UsualRules implements Switcher.Rules {
    private final Switcher.Rules usual;

    UsualRules(Switcher.Rules usual) {
        this.usual = usual;
    }

    @Override
    public Role make(String role) {
        return usual.make(role);
    }

    @Override
    public void moved(String role, Lane from, Lane to) {
        usual.moved(role, from, to);
    }

    @Override
    public void left(String role, Lane lane) {
        usual.left(role, lane);
    }

    @Override
    public int number(String role) {
        return usual.number(role);
    }

    @Override
    public double laneHz(Topology topology, String role) {
        return usual.laneHz(topology, role);
    }

    @Override
    public void pauseWaits(boolean on) {
        usual.pauseWaits(on);
    }

    @Override
    public void apply(Topology topology) {
        usual.apply(topology);
    }
}
