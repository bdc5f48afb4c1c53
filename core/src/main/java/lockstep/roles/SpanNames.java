package lockstep.roles;

import java.util.List;
import lockstep.assets.Catalogue;
import lockstep.blame.Names;
import lockstep.engine.Lane;
import lockstep.sync.Guard;

/** The words for the numbers in a session's spans. Any thread may ask. */
public final class SpanNames implements Names {
    private final Session session;
    private final List<String> roles = List.copyOf(Registry.names());

    public SpanNames(Session session) {
        this.session = session;
    }

    @Override
    public String lane(int number) {
        List<Lane> lanes = session.lanes();
        return number >= 0 && number < lanes.size() ? lanes.get(number).name() : "?";
    }

    @Override
    public String guard(int number) {
        return session.world().guards().stream().filter(g -> g.number() == number).map(Guard::name).findFirst().orElse("?");
    }

    @Override
    public String role(int number) {
        return number >= 0 && number < roles.size() ? roles.get(number) : "?";
    }

    @Override
    public String asset(int number) {
        if (number < 0 || number >= Catalogue.COUNT) {
            return "?";
        }
        if (Catalogue.kind(number) == Catalogue.Kind.FONT) {
            return "a font";
        }
        String path = Catalogue.path(number);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public int decodeGuard() {
        return session.parts().decodes.number();
    }
}
