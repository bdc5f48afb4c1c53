package lockstep.roles;

import lockstep.platform.EventSink;
import lockstep.platform.Pad;
import lockstep.view.menu.Inbox;
import lockstep.world.Intents;

/**
 * What the window's events mean for flying: each goes to the menus' inbox, and what flies the ship into the intents of the
 * input role, whose lane alone calls it.
 */
final class PlayerEvents implements EventSink {
    private final Intents intents;
    private final FlightKeys keys;
    private final Inbox inbox;
    private final InputStats stats;
    private final Runnable quit;
    private boolean handsOff;
    private int fresh;

    PlayerEvents(Intents intents, FlightKeys keys, Inbox inbox, InputStats stats, Runnable quit) {
        this.intents = intents;
        this.keys = keys;
        this.inbox = inbox;
        this.stats = stats;
        this.quit = quit;
    }

    /** Events are pumped from now on: counts them anew. */
    void begin() {
        fresh = 0;
    }

    /** Events since {@link #begin}. */
    int fresh() {
        return fresh;
    }

    /** True while no event flies the ship. */
    boolean handsOff() {
        return handsOff;
    }

    /** What was held is let go at both ends: what a person did elsewhere must not fly the ship. */
    void handsOff(boolean off) {
        handsOff = off;
        keys.letGo();
    }

    private void fresh(long atNs) {
        fresh++;
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
        quit.run();
    }
}
