package lockstep.desktop.game;

import com.badlogic.gdx.utils.Os;
import com.badlogic.gdx.utils.SharedLibraryLoader;
import java.util.ArrayList;
import java.util.List;
import lockstep.roles.Registry;
import lockstep.roles.RunConfig;
import lockstep.sync.Guards;
import lockstep.topology.Topologies;
import lockstep.topology.Topology;
import lockstep.topology.TopologyException;

/** The topologies that a person may choose in a running game on this machine. */
final class LivePlay {
    private LivePlay() {
    }

    /** The shipped topologies; one that cannot be read is left out. */
    static List<Topology> shipped(RunConfig config) {
        Topologies topologies = new Topologies(config.assets(), Registry.names(), Guards.names());
        List<Topology> shipped = new ArrayList<>();
        try {
            for (String name : topologies.names()) {
                shipped.add(topologies.shipped(name));
            }
        } catch (TopologyException e) {
            System.err.println("lockstep: " + e.getMessage());
        }
        return shipped;
    }

    /** Why a running game should not change to that topology here, or null. */
    static String refuses(Topology t) {
        return refuses(t, SharedLibraryLoader.os == Os.MacOsX);
    }

    static String refuses(Topology t, boolean mac) {
        return mac && !t.mainLane().runs(Topology.RENDER)
            ? "on macOS 'render' stays on the main lane, '" + t.mainLane().name()
                + "': a window that is resized there while another thread draws can end the process"
            : null;
    }
}
