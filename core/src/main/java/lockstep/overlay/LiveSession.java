package lockstep.overlay;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import lockstep.engine.Lane;
import lockstep.overlay.panel.LiveGame;
import lockstep.overlay.panel.TopologySaver;
import lockstep.session.Session;
import lockstep.sync.Barrier;
import lockstep.sync.Deadlocks;
import lockstep.sync.FaultSpec;
import lockstep.sync.OnDeadlock;
import lockstep.sync.Races;
import lockstep.topology.Topology;
import lockstep.world.World;

/** A session as a panel sees it. Any thread. */
public final class LiveSession implements LiveGame {
    private final Session session;
    private final List<Topology> shipped;
    private final Function<Topology, String> refuses;
    private final TopologySaver saver;

    /** A running session; {@code refuses} says why this machine should not run a topology, or returns null. */
    public LiveSession(Session session, List<Topology> shipped, Function<Topology, String> refuses, TopologySaver saver) {
        this.session = session;
        this.shipped = List.copyOf(shipped);
        this.refuses = refuses;
        this.saver = saver;
    }

    @Override
    public Topology topology() {
        return session.topology();
    }

    @Override
    public List<Topology> shipped() {
        return shipped;
    }

    @Override
    public String refuses(Topology topology) {
        return refuses.apply(topology);
    }

    @Override
    public String idle(String dial) {
        return dial.equals(Topology.RENDER) && session.config().fps() > 0 ? "with --fps " + session.config().fps() : null;
    }

    @Override
    public List<Lane> lanes() {
        return session.lanes();
    }

    @Override
    public World world() {
        return session.world();
    }

    @Override
    public Races races() {
        return session.races();
    }

    @Override
    public Deadlocks deadlocks() {
        return session.deadlocks();
    }

    @Override
    public OnDeadlock onDeadlock() {
        return session.onDeadlock();
    }

    @Override
    public void onDeadlock(OnDeadlock value) {
        session.onDeadlock(value);
    }

    @Override
    public CompletableFuture<String> findRaces(boolean on) {
        return session.races(on);
    }

    @Override
    public Barrier barrier() {
        return session.parts().barrier();
    }

    @Override
    public long tick() {
        return session.ticks();
    }

    @Override
    public long frame() {
        return session.frames().log().frames();
    }

    @Override
    public List<FaultSpec> planted() {
        return session.faults().specs();
    }

    @Override
    public List<FaultSpec> widened() {
        return session.faults().widened();
    }

    @Override
    public long fired() {
        return session.faults().log().fired();
    }

    @Override
    public boolean paused() {
        return session.switcher().paused();
    }

    @Override
    public CompletableFuture<String> change(Topology next) {
        return session.switcher().change(next);
    }

    @Override
    public CompletableFuture<String> pause(boolean on) {
        return session.switcher().pause(on);
    }

    @Override
    public CompletableFuture<String> stepTick() {
        return session.switcher().stepTick();
    }

    @Override
    public CompletableFuture<String> stepLane(Lane lane) {
        return session.switcher().stepLane(lane);
    }

    @Override
    public CompletableFuture<String> widen(List<FaultSpec> specs) {
        return session.switcher().whileStill(() -> session.world().widen(specs));
    }

    @Override
    public CompletableFuture<String> save(String name, String text, boolean overwrite) {
        return saver.save(name, text, overwrite);
    }
}
