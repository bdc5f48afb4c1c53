package lockstep.desktop.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lockstep.topology.LaneSpec;
import lockstep.topology.Topologies;
import lockstep.topology.Topology;
import lockstep.topology.TopologyException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lockstep topologies}: the shipped topologies, one per line: name, lanes, one sentence. */
@Command(name = "topologies", description = "List the shipped topologies: name, lanes, one sentence.")
final class TopologiesCommand implements Callable<Integer> {
    private final Wiring wiring;
    @Mixin
    private AssetOption assets = new AssetOption();

    TopologiesCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() {
        List<Topology> found = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        try {
            Topologies topologies = new Topologies(assets.open(), wiring.roles(), wiring.guards());
            for (String name : topologies.names()) {
                try {
                    found.add(topologies.shipped(name));
                } catch (TopologyException e) {
                    broken.add(e.getMessage());
                }
            }
        } catch (TopologyException e) {
            throw new UsageException(e.getMessage());
        }
        int nameWidth = found.stream().mapToInt(t -> t.name().length()).max().orElse(1);
        int laneWidth = found.stream().mapToInt(t -> lanes(t).length()).max().orElse(1);
        String format = "%-" + nameWidth + "s  %-" + laneWidth + "s  %s%n";
        found.forEach(t -> wiring.out().printf(format, t.name(), lanes(t), t.about()));
        wiring.out().flush();
        broken.forEach(line -> wiring.err().println("lockstep: " + line));
        return broken.isEmpty() ? 0 : 2;
    }

    /** {@code main=input+render work=physics+assets}; a lane with the name of its only role is shown by that name alone. */
    private static String lanes(Topology topology) {
        return topology.lanes().stream().map(TopologiesCommand::lane).collect(Collectors.joining(" "));
    }

    private static String lane(LaneSpec lane) {
        String roles = String.join("+", lane.roles());
        return roles.equals(lane.name()) ? roles : lane.name() + "=" + roles;
    }
}
