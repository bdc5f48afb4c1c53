package lockstep.roles;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lockstep.engine.Role;

/** The roles there are. A new role is one file plus one line here; then a topology may place it. */
public final class Registry {
    private static final Map<String, Function<Parts, Role>> ROLES = new LinkedHashMap<>();

    static {
        ROLES.put("input", p -> p.input().replay() == null ? new InputRole(p) : new ReplayRole(p));
        ROLES.put("physics", PhysicsRole::new);
        ROLES.put("assets", AssetRole::new);
        ROLES.put("render", RenderRole::new);
    }

    private Registry() {
    }

    /** Names of all roles, in the order in which spans number them. */
    public static Set<String> names() {
        return ROLES.keySet();
    }

    /** The number of a role in spans. */
    public static int number(String role) {
        int i = 0;
        for (String name : ROLES.keySet()) {
            if (name.equals(role)) {
                return i;
            }
            i++;
        }
        throw new IllegalArgumentException("unknown role '" + role + "'; registered: " + String.join(", ", ROLES.keySet()));
    }

    /** A new role for one lane. */
    public static Role make(String role, Parts parts) {
        number(role);
        return ROLES.get(role).apply(parts);
    }
}
