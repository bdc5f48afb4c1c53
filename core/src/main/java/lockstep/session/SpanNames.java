package lockstep.session;

import java.util.List;
import java.util.Map;
import lockstep.assets.Catalogue;
import lockstep.blame.Names;
import lockstep.engine.Lane;
import lockstep.roles.Registry;
import lockstep.sync.FaultSpec;

/** The words for the numbers in a session's spans. Any thread may ask. */
public final class SpanNames implements Names {
    private final Session session;
    private final List<String> roles = List.copyOf(Registry.names());

    /** The names in {@code session}. */
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
        return guards().getOrDefault(number, "?");
    }

    @Override
    public Map<Integer, String> guards() {
        return session.world().guarding().names();
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
    public String fault(int number) {
        List<String> named = session.faults().named();
        return number > 0 && number <= named.size() ? named.get(number - 1) : "";
    }

    @Override
    public String plantedCollections() {
        return session.faults().specs().stream().filter(s -> s.what() == FaultSpec.What.GC).findFirst().map(FaultSpec::words)
            .orElse("");
    }

    @Override
    public int decodeGuard() {
        return session.parts().assets().decodes().number();
    }
}
