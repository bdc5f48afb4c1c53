package lockstep.roles;

import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.engine.Switcher;
import lockstep.engine.Topology;

/** The usual rules with a planted fault: who leaves stays in the world. */
record KeepingRules(Switcher.Rules usual) implements Switcher.Rules {
    @Override
    public void left(String role, Lane lane) {
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
