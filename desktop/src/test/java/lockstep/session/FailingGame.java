package lockstep.session;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import lockstep.desktop.Main;
import lockstep.engine.Role;
import lockstep.engine.RoleContext;
import lockstep.roles.Parts;
import lockstep.roles.Registry;

/**
 * The game with a role that fails in one of its runs: {@code FailingGame ROLE RUN ARGUMENTS...}. If there is no such role
 * it is a new one, which does nothing until then; a topology file must place it.
 */
public final class FailingGame {
    private FailingGame() {
    }

    /** Works as the true role does, up to its last run. Its lane calls it. */
    private static final class Failing implements Role {
        private final Role role;
        private long left;

        Failing(Role role, long runs) {
            this.role = role;
            left = runs;
        }

        @Override
        public String name() {
            return role.name();
        }

        @Override
        public void start(RoleContext context) throws Exception {
            role.start(context);
        }

        @Override
        public boolean run() throws Exception {
            if (--left == 0) {
                throw new IllegalStateException("planted failure");
            }
            return role.run();
        }

        @Override
        public void stop() throws Exception {
            role.stop();
        }
    }

    private record Idle(String name) implements Role {
        @Override
        public boolean run() {
            return true;
        }
    }

    public static void main(String[] args) throws Exception {
        Field roles = Registry.class.getDeclaredField("ROLES");
        roles.setAccessible(true);
        @SuppressWarnings("unchecked")
        Map<String, Function<Parts, Role>> makers = (Map<String, Function<Parts, Role>>) roles.get(null);
        long runs = Long.parseLong(args[1]);
        makers.compute(args[0], (name, make) -> parts -> new Failing(make == null ? new Idle(name) : make.apply(parts), runs));
        Main.main(Arrays.copyOfRange(args, 2, args.length));
    }
}
