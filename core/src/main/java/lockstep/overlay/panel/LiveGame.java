package lockstep.overlay.panel;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import lockstep.engine.Lane;
import lockstep.sync.Barrier;
import lockstep.sync.Deadlocks;
import lockstep.sync.FaultSpec;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Races;
import lockstep.topology.Topology;
import lockstep.world.World;

/**
 * What a panel works on: a running game that can be changed. Any thread may call it and nothing here blocks; what takes
 * time answers later: null if all went well, else a sentence for people.
 */
public interface LiveGame {
    /** The topology in force; another object after each change. */
    Topology topology();

    /** The topologies that one can start from. */
    List<Topology> shipped();

    /** Why this machine should not run a topology, or null. */
    String refuses(Topology topology);

    /** Why a dial has no effect in this run whatever it says, or null. */
    String idle(String dial);

    /** All lanes by number, spare ones too. */
    List<Lane> lanes();

    World world();

    Barrier barrier();

    /** Physics ticks so far. */
    long tick();

    /** Frames so far. */
    long frame();

    /** Faults planted now, each in words. */
    List<FaultSpec> planted();

    /** Those of them that the panel has planted. */
    List<FaultSpec> widened();

    /** Firings of planted faults so far. */
    long fired();

    /** True while all lanes are made to stand. */
    boolean standing();

    /** The race detector, on or off. */
    Races races();

    Deadlocks deadlocks();

    CompletableFuture<String> findRaces(boolean on);

    /** What is done about a deadlock. */
    OnDeadlock onDeadlock();

    void onDeadlock(OnDeadlock value);

    CompletableFuture<String> change(Topology next);

    CompletableFuture<String> stand(boolean on);

    CompletableFuture<String> stepTick();

    CompletableFuture<String> stepLane(Lane lane);

    /** Plants these in place of what the panel has planted before. */
    CompletableFuture<String> widen(List<FaultSpec> specs);

    /** Writes a file; answers {@link TopologySaver#EXISTS} rather than replace one, unless told to. */
    CompletableFuture<String> save(String name, String text, boolean overwrite);
}
