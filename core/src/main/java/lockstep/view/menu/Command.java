package lockstep.view.menu;

/** What a person chose in a menu, on its way from the rendering lane to the input lane, which turns it into intents. */
public enum Command {
    /** Begin a new run, flown by the player. */
    START,
    /** Pause or go on. */
    PAUSE,
    /** Back to the title: the autopilot flies. */
    TITLE,
    /** A person has the hands on something else than the ship: keys, buttons and stick fly it no more. */
    HANDS_OFF,
    /** They fly it again. */
    HANDS_ON,
    /** End the program. */
    QUIT
}
