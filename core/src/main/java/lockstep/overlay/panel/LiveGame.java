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
 * A running game that a panel can change. Any thread may call it, and nothing blocks. A method that takes time returns a future,
 * whose value is null on success or a sentence for people.
 */
public interface LiveGame {
    /** The topology in force; another object after each change. */
    Topology topology();

    /** The shipped topologies to start from. */
    List<Topology> shipped();

    /** Why this machine should not run a topology, or null. */
    String refuses(Topology topology);

    /** Why a dial has no effect in this run whatever its value, or null. */
    String idle(String dial);

    /** All lanes by number, spare ones included. */
    List<Lane> lanes();

    World world();

    Barrier barrier();

    /** Physics ticks so far. */
    long tick();

    /** Frames so far. */
    long frame();

    /** The faults planted now. */
    List<FaultSpec> planted();

    /** The faults that the panel has planted. */
    List<FaultSpec> widened();

    /** Firings of planted faults so far. */
    long fired();

    /** True while all lanes are made to stand. */
    boolean paused();

    /** The race detector, on or off. */
    Races races();

    Deadlocks deadlocks();

    CompletableFuture<String> findRaces(boolean on);

    /** What to do about a deadlock. */
    OnDeadlock onDeadlock();

    void onDeadlock(OnDeadlock value);

    CompletableFuture<String> change(Topology next);

    CompletableFuture<String> pause(boolean on);

    CompletableFuture<String> stepTick();

    CompletableFuture<String> stepLane(Lane lane);

    /** Plants {@code specs} in place of what the panel has planted before. */
    CompletableFuture<String> widen(List<FaultSpec> specs);

    /** Writes a file. Unless {@code overwrite}, an existing file is kept and the answer is {@link TopologySaver#EXISTS}. */
    CompletableFuture<String> save(String name, String text, boolean overwrite);
}
