package lockstep.sync;

import java.util.ArrayList;
import java.util.List;

/** All faults planted in a run. Immutable but for its log; lanes ask it for their points when they start. */
public final class Faults {
    /** A run without planted faults. */
    public static final Faults NONE = new Faults(List.of());

    private final List<FaultSpec> specs;
    private final FaultLog log;

    public Faults(List<FaultSpec> specs) {
        this.specs = List.copyOf(specs);
        log = new FaultLog(!specs.isEmpty());
    }

    /** The point {@code owner.place}, where owner is a role's or lane's name; {@link Fault#NONE} if nothing is planted. */
    public Fault at(String place, String... owners) {
        List<FaultSpec> here = new ArrayList<>();
        for (FaultSpec s : specs) {
            for (String owner : owners) {
                if (s.point().equals(owner + "." + place)) {
                    here.add(s);
                    break;
                }
            }
        }
        return here.isEmpty() ? Fault.NONE : new Fault(here.toArray(new FaultSpec[0]), log);
    }

    /** The point that stands alone: {@code gc}. */
    public Fault gc() {
        FaultSpec[] here = specs.stream().filter(s -> s.what() == FaultSpec.What.GC).toArray(FaultSpec[]::new);
        return here.length == 0 ? Fault.NONE : new Fault(here, log);
    }

    /** How many threads are asked to burn a core each beside the lanes. */
    public int hogs() {
        return (int) specs.stream().filter(s -> s.what() == FaultSpec.What.HOG).mapToLong(FaultSpec::amountNs).sum();
    }

    /** What was planted. */
    public List<FaultSpec> specs() {
        return specs;
    }

    /** Every firing so far. */
    public FaultLog log() {
        return log;
    }
}
