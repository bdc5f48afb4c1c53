package lockstep.overlay.panel;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lockstep.HangWatch;
import lockstep.TestLane;
import lockstep.assets.AssetSource;
import lockstep.engine.Conductor;
import lockstep.engine.Switcher;
import lockstep.game.Mode;
import lockstep.overlay.LiveSession;
import lockstep.overlay.SessionDamage;
import lockstep.replay.HashListener;
import lockstep.roles.RunConfig;
import lockstep.session.Ports;
import lockstep.session.Run;
import lockstep.session.Session;
import lockstep.session.Tape;
import lockstep.settings.Settings;
import lockstep.sync.OnDeadlock;
import lockstep.topology.Topology;
import lockstep.view.Picture;
import lockstep.view.Snapshot;

/**
 * A person who plays a game without a display: what they do on the panel, they do on the rendering lane, as in a window.
 * The test's thread calls it.
 */
final class Player implements Picture {
    static final long SEED = 7;
    static final int BODIES = 200;
    private static final long HANGS_SECONDS = 30;
    private static final List<String> SHIPPED = List.of("four", "classic", "two", "loaders");

    private final Tape tape = new Tape();
    private final PretendScreen screen = new PretendScreen();
    private final Queue<Runnable> wishes = new ConcurrentLinkedQueue<>();
    private final Queue<Topology> forced = new ConcurrentLinkedQueue<>();
    private final Exported exported;
    private final boolean keeps;
    private final Session session;
    private final LiveSession live;
    private final PanelModel panel;
    private final CompletableFuture<Conductor.Reason> run = new CompletableFuture<>();
    private volatile long mostLost;
    private volatile Mode mode = Mode.PLAYING;
    private volatile boolean thrusts;

    /**
     * Begins a game with what is asked for: {@code races}, {@code exports}, faults. {@code keeps} puts a defect back: a
     * role that leaves stays registered in the world.
     */
    Player(String topology, Set<String> asked, boolean keeps) throws Exception {
        List<Topology> shipped = new ArrayList<>();
        for (String name : SHIPPED) {
            shipped.add(Run.shipped(name));
        }
        RunConfig config = RunConfig.builder(Run.shipped(topology), AssetSource.builtIn()).headless(true).mute(true).seed(SEED)
            .bodies(BODIES).views(true).injects(asked.stream().filter(a -> a.contains("=")).toList())
            .races(asked.contains("races"))
            .onDeadlock(OnDeadlock.BREAK).build();
        this.keeps = keeps;
        session = Run.session(config, new Ports(screen, screen, true, Settings.DEFAULT, s -> this, tape, null, HashListener.NONE,
            (file, pixels) -> pixels.dispose()), this::watch);
        live = new LiveSession(session, shipped, t -> null, null);
        exported = asked.contains("exports") ? new Exported(session) : null;
        panel = new PanelModel(live, session.parts().input().commands()::offer);
        Thread main = new Thread(() -> {
            try {
                run.complete(session.run());
            } catch (Throwable e) {
                run.completeExceptionally(e);
            }
        }, "main");
        main.setDaemon(true);
        main.start();
        TestLane.until(() -> run.isDone() || Topology.STANDARD_ROLES.stream().allMatch(this::hasRun));
        press(() -> {});
    }

    private boolean hasRun(String role) {
        return session.lanes().stream().flatMap(l -> l.stats().stream()).anyMatch(r -> r.role().equals(role) && r.runs() > 0);
    }

    /** The usual rules; each topology that comes into force, be it for a moment, is kept. */
    private Switcher.Rules watch(Switcher.Rules usual) {
        return (Switcher.Rules) Proxy.newProxyInstance(Player.class.getClassLoader(), new Class<?>[] {Switcher.Rules.class},
            (self, rule, what) -> {
                if (rule.getName().equals("apply")) {
                    forced.add((Topology) what[0]);
                }
                return keeps && rule.getName().equals("left") ? null : rule.invoke(usual, what);
            });
    }

    /** The topologies that have come into force since it was last asked, be it for a moment. */
    List<Topology> forced() {
        List<Topology> since = new ArrayList<>();
        for (Topology t = forced.poll(); t != null; t = forced.poll()) {
            since.add(t);
        }
        return since;
    }

    Session session() {
        return session;
    }

    LiveSession live() {
        return live;
    }

    PanelModel panel() {
        return panel;
    }

    PretendScreen screen() {
        return screen;
    }

    Tape tape() {
        return tape;
    }

    /** What the picture last showed of the run. */
    Mode mode() {
        return mode;
    }

    /** True if the picture last showed a ship that thrusts. */
    boolean thrusts() {
        return thrusts;
    }

    /** The most points that the picture has shown as lost since it was last asked. */
    long mostLost() {
        long most = mostLost;
        mostLost = 0;
        return most;
    }

    /** Does something on the rendering lane and waits until the panel has all its answers; returns the last. */
    String press(Runnable keys) {
        onScreen(keys);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(HANGS_SECONDS);
        boolean[] pending = {true};
        while (pending[0]) {
            onScreen(() -> pending[0] = panel.asking().pending());
            if (System.nanoTime() > limit) {
                throw new AssertionError("the panel waits for an answer for ever:\n" + HangWatch.stacks());
            }
        }
        return panel.asking().says();
    }

    private void onScreen(Runnable what) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        wishes.add(() -> {
            try {
                what.run();
                done.complete(null);
            } catch (Throwable e) {
                done.completeExceptionally(e);
            }
        });
        try {
            CompletableFuture.anyOf(done, run).get(HANGS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no frame is drawn any more:\n" + HangWatch.stacks());
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
        if (!done.isDone()) {
            throw new AssertionError("the game ended: " + run.join().line());
        }
    }

    /** Ends the game and returns why it ended. */
    Conductor.Reason end() throws Exception {
        session.stop(Conductor.Reason.DONE);
        try {
            return run.get(HANGS_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("the game does not end:\n" + HangWatch.stacks());
        }
    }

    /** After the end: the files that were asked for are there. */
    void endExports() throws IOException {
        if (exported != null) {
            exported.end(session);
        }
    }

    @Override
    public void start() {
    }

    @Override
    public void draw(Snapshot shot, float seconds, int width, int height) {
        mode = Mode.values()[shot.now().scene.mode];
        thrusts = shot.now().scene.thrusting;
        SessionDamage damage = new SessionDamage(session);
        long truth = damage.truePoints();
        mostLost = Math.max(mostLost, truth - damage.points());
        panel.poll(false, System.nanoTime());
        for (Runnable wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.run();
        }
    }

    @Override
    public void stop() {
    }
}
