package lockstep.view.menu;

/** What a person chose in a menu, on its way from the rendering lane to the input lane, which turns it into intents. */
public enum Command {
    /** Begin a new run, flown by the player. */
    START,
    /** Pause or resume. */
    PAUSE,
    /** Back to the title: the autopilot flies. */
    TITLE,
    /** The player uses something other than the ship: keys, buttons and stick no longer control it. */
    HANDS_OFF,
    /** They control it again. */
    HANDS_ON,
    /** End the program. */
    QUIT
}
