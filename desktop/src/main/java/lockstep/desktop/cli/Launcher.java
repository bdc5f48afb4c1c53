package lockstep.desktop.cli;

import lockstep.roles.RunConfig;

/** Runs the game as the command line asks. Called on the process main thread; both methods return the exit code. */
public interface Launcher {
    /** Plays until the run ends. */
    int play(RunConfig config) throws Exception;

    /** Replays {@link RunConfig#replay}, headless and unpaced. */
    int replay(RunConfig config) throws Exception;
}
