package lockstep.desktop.cli;

import lockstep.roles.RunConfig;

/** Runs the game as the command line asked. Called on the process main thread; returns the exit code. */
public interface Launcher {
    int play(RunConfig config) throws Exception;

    /** Runs {@link RunConfig#replay} again, headless and unpaced. */
    int replay(RunConfig config) throws Exception;
}
