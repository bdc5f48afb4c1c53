package lockstep.session;

import lockstep.engine.Lane;
import lockstep.engine.Switcher;

/** The usual rules with a planted fault: who leaves stays in the world. */
final class KeepingRules extends UsualRules {
    KeepingRules(Switcher.Rules usual) {
        super(usual);
    }

    @Override
    public void left(String role, Lane lane) {
    }
}
