package lockstep.roles;

import lockstep.engine.Lane;
import lockstep.engine.Role;

/** Idle until there is a loader. */
final class AssetRole implements Role {
    AssetRole(Parts parts) {
    }

    @Override
    public String name() {
        return "assets";
    }

    @Override
    public boolean run(Lane lane) {
        return false;
    }
}
