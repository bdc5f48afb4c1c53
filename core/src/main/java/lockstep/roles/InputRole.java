package lockstep.roles;

import java.util.Queue;
import lockstep.engine.Conductor;
import lockstep.engine.Lane;
import lockstep.engine.Role;
import lockstep.game.Autopilot;
import lockstep.platform.EventPump;
import lockstep.platform.EventSink;
import lockstep.platform.Pad;
import lockstep.time.LaneRecorder;
import lockstep.view.menu.Command;
import lockstep.view.menu.Inbox;
import lockstep.world.Access;
import lockstep.world.Bodies;
import lockstep.world.Intents;
import lockstep.world.Need;
import lockstep.world.Region;
import lockstep.world.Section;
import lockstep.world.WholeTick;
import lockstep.world.World;

/**
 * Pumps the window's events on the process main thread, some thousand times a second and independently of frames, and
 * writes what the player wants to {@code intents}. Every event goes to the menus' inbox too. While the autopilot flies
 * it reads {@code bodies} as any spectator could and writes intents in the player's place.
 */
public final class InputRole implements Role, EventSink {
    private static final long GUARD_LIMIT_NS = 100_000_000;
    private static final long AUTOPILOT_NS = 16_000_000;
    private static final long AIM_NS = 4_000_000;

    private final World world;
    private final EventPump pump;
    private final Inbox inbox;
    private final Queue<Command> commands;
    private final Conductor conductor;
    private final InputStats stats;
    private final boolean alwaysAutopilot;
    private final Autopilot autopilot;
    private final FlightKeys keys;
    private final Intents intents = new Intents();
    private final Bodies seen;

    private LaneRecorder recorder;
    private Section write;
    private Section look;
    private WholeTick wholeRun;
    private boolean flownByAutopilot;
    private boolean handsOff;
    private boolean dirty = true;
    private long pumpEndNs;
    private long previousPumpEndNs;
    private long nextAutopilotNs;
    private long nextAimNs;
    private int freshEvents;

    public InputRole(Parts p) {
        world = p.world;
        pump = p.pump;
        inbox = p.inbox;
        commands = p.commands;
        conductor = p.conductor;
        stats = p.input;
        alwaysAutopilot = p.config.autopilot();
        flownByAutopilot = alwaysAutopilot || p.titled;
        autopilot = new Autopilot(p.config.seed());
        keys = new FlightKeys(p.aim, p.settings);
        seen = new Bodies(p.capacity);
    }

    @Override
    public String name() {
        return "input";
    }

    @Override
    public void start(Lane lane) {
        recorder = lane.recorder();
        Access access = world.access(name(), recorder, GUARD_LIMIT_NS, Need.write(Region.INTENTS), Need.read(Region.BODIES));
        write = access.section("InputRole.write", Section.Reads.NOTHING, out -> out.put(intents), Need.write(Region.INTENTS));
        look = access.section("InputRole.look", in -> in.take(seen), Section.Writes.NOTHING, Need.read(Region.BODIES));
        wholeRun = access.wholeTick(this::steerAndWrite);
        previousPumpEndNs = recorder.now();
    }

    @Override
    public boolean run(Lane lane) throws InterruptedException {
        freshEvents = 0;
        pump.pump(this);
        pumpEndNs = recorder.now();
        obeyMenus();
        wholeRun.run();
        previousPumpEndNs = pumpEndNs;
        return true;
    }

    private void steerAndWrite() throws InterruptedException {
        steer(pumpEndNs);
        if (dirty && write.run()) {
            dirty = false;
            if (freshEvents > 0) {
                stats.written(freshEvents, recorder.now() - previousPumpEndNs);
            }
        }
    }

    @Override
    public void standing(Lane lane) {
        pump.pump(this);
        previousPumpEndNs = recorder.now();
    }

    private void steer(long now) throws InterruptedException {
        if (flownByAutopilot) {
            if (now >= nextAutopilotNs && look.run()) {
                nextAutopilotNs = now + AUTOPILOT_NS;
                autopilot.steer(seen.scene, intents.controls);
                dirty = true;
            }
        } else if (!handsOff && (freshEvents > 0 || keys.aiming() && now >= nextAimNs)) {
            nextAimNs = now + AIM_NS;
            keys.steer(intents.controls);
            dirty = true;
        }
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
                case HANDS_OFF -> hands(true);
                case HANDS_ON -> hands(false);
                case QUIT -> conductor.stop(Conductor.Reason.DONE);
            }
        }
    }

    /** What was held is let go at both ends: what a person did elsewhere must not fly the ship. */
    private void hands(boolean off) {
        handsOff = off;
        keys.letGo();
        if (!flownByAutopilot) {
            keys.steer(intents.controls);
        }
    }

    private void fresh(long atNs) {
        freshEvents++;
        dirty = true;
        intents.eventNs = atNs;
    }

    @Override
    public void key(int key, boolean down, long atNs) {
        fresh(atNs);
        stats.logKey(key, down, atNs);
        if (!handsOff && keys.key(key, down)) {
            intents.controls.shots++;
        }
        inbox.offer(down ? Inbox.What.KEY_DOWN : Inbox.What.KEY_UP, key, 0, 0);
    }

    @Override
    public void button(int button, boolean down, float x, float y, long atNs) {
        fresh(atNs);
        if (!handsOff && keys.button(button, down, x, y)) {
            intents.controls.shots++;
        }
        inbox.offer(down ? Inbox.What.BUTTON_DOWN : Inbox.What.BUTTON_UP, button, x, y);
    }

    @Override
    public void pointer(float x, float y, long atNs) {
        fresh(atNs);
        if (!handsOff) {
            keys.pointer(x, y);
        }
        inbox.offer(Inbox.What.POINTER, 0, x, y);
    }

    @Override
    public void scroll(float notches, long atNs) {
        fresh(atNs);
        inbox.offer(Inbox.What.SCROLL, 0, 0, notches);
    }

    @Override
    public void pad(Pad pad, long atNs) {
        fresh(atNs);
        int pressed = keys.pad(pad);
        if (!handsOff && (pressed & Pad.A) != 0) {
            intents.controls.shots++;
        }
        for (int bit = 1; bit <= Pad.RIGHT; bit <<= 1) {
            if ((pressed & bit) != 0) {
                inbox.offer(Inbox.What.PAD_DOWN, bit, 0, 0);
            }
        }
    }

    @Override
    public void focus(boolean gained, long atNs) {
        fresh(atNs);
        keys.letGo();
        inbox.offer(gained ? Inbox.What.FOCUS_GAINED : Inbox.What.FOCUS_LOST, 0, 0, 0);
    }

    @Override
    public void close(long atNs) {
        conductor.stop(Conductor.Reason.DONE);
    }
}
