package lockstep.roles;

import java.util.Queue;
import lockstep.engine.Pausable;
import lockstep.engine.Role;
import lockstep.engine.RoleContext;
import lockstep.game.Autopilot;
import lockstep.platform.EventPump;
import lockstep.view.menu.Command;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Intents;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.WholeTick;

/**
 * Pumps the window's events on the process main thread, some thousand times a second and independently of frames, and
 * writes what the player wants to {@code intents}. Every event goes to the menus' inbox too. While the autopilot flies
 * it reads {@code bodies} as any spectator could and writes intents in the player's place.
 */
public final class InputRole implements Role, Pausable {
    private static final long GUARD_LIMIT_NS = 100_000_000;
    private static final long AUTOPILOT_NS = 16_000_000;
    private static final long AIM_NS = 4_000_000;

    private final EventPump pump;
    private final Queue<Command> commands;
    private final Runnable quit;
    private final InputStats stats;
    private final boolean alwaysAutopilot;
    private final Autopilot autopilot;
    private final FlightKeys keys;
    private final Intents intents = new Intents();
    private final PlayerEvents events;

    private RoleContext context;
    private Bodies seen;
    private Section write;
    private Section look;
    private WholeTick wholeRun;
    private boolean flownByAutopilot;
    private boolean dirty = true;
    private long pumpEndNs;
    private long previousPumpEndNs;
    private long nextAutopilotNs;
    private long nextAimNs;

    public InputRole(Parts p) {
        Parts.Input parts = p.input();
        pump = parts.pump();
        commands = parts.commands();
        quit = parts.quit();
        stats = parts.stats();
        alwaysAutopilot = p.config().autopilot();
        flownByAutopilot = alwaysAutopilot || parts.titled();
        autopilot = new Autopilot(p.config().seed());
        keys = new FlightKeys(parts.aim(), p.settings());
        events = new PlayerEvents(intents, keys, parts.inbox(), stats, quit);
    }

    @Override
    public String name() {
        return "input";
    }

    @Override
    public void start(RoleContext given) {
        context = given;
        seen = context.newBodies();
        Access access = context.access(GUARD_LIMIT_NS, Need.write(Region.INTENTS), Need.read(Region.BODIES));
        write = access.section("InputRole.write", Section.Reads.NOTHING, out -> out.put(intents), Need.write(Region.INTENTS));
        look = access.section("InputRole.look", in -> in.take(seen), Section.Writes.NOTHING, Need.read(Region.BODIES));
        wholeRun = access.wholeTick(this::steerAndWrite);
        previousPumpEndNs = context.now();
    }

    @Override
    public boolean run() throws InterruptedException {
        pump();
        obeyMenus();
        wholeRun.run();
        previousPumpEndNs = pumpEndNs;
        return true;
    }

    /** The window is pumped in a pause too, or the system would take it for dead. */
    @Override
    public void whilePaused() {
        pump();
        previousPumpEndNs = context.now();
    }

    private void pump() {
        events.begin();
        pump.pump(events);
        pumpEndNs = context.now();
        dirty |= events.fresh() > 0;
    }

    private void obeyMenus() {
        for (Command c = commands.poll(); c != null; c = commands.poll()) {
            dirty = true;
            switch (c) {
                case START -> {
                    flownByAutopilot = alwaysAutopilot;
                    keys.letGo();
                    keys.steer(intents.controls);
                    intents.controls.starts++;
                }
                case TITLE -> {
                    flownByAutopilot = true;
                    intents.controls.starts++;
                }
                case PAUSE -> intents.controls.pauses++;
                case HANDS_OFF -> handsOff(true);
                case HANDS_ON -> handsOff(false);
                case QUIT -> quit.run();
            }
        }
    }

    private void handsOff(boolean off) {
        events.handsOff(off);
        if (!flownByAutopilot) {
            keys.steer(intents.controls);
        }
    }

    private void steerAndWrite() throws InterruptedException {
        steer(pumpEndNs);
        if (dirty && write.run()) {
            dirty = false;
            if (events.fresh() > 0) {
                stats.written(events.fresh(), context.now() - previousPumpEndNs);
            }
        }
    }

    private void steer(long now) throws InterruptedException {
        if (flownByAutopilot) {
            if (now >= nextAutopilotNs && look.run()) {
                nextAutopilotNs = now + AUTOPILOT_NS;
                autopilot.steer(seen.scene, intents.controls);
                dirty = true;
            }
        } else if (!events.handsOff() && (events.fresh() > 0 || keys.aiming() && now >= nextAimNs)) {
            nextAimNs = now + AIM_NS;
            keys.steer(intents.controls);
            dirty = true;
        }
    }
}
