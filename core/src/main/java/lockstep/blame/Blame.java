package lockstep.blame;

/** How something made a frame late. */
public enum Blame {
    /** The rendering lane's own code ran, or slept, for longer. */
    WORK("work"),
    /** Another lane held a guard that was waited for. */
    GUARD("guard"),
    /** Another lane came late to the barrier. */
    BARRIER("barrier"),
    /** Another lane had the permit to run. */
    PERMIT("permit"),
    /** The rendering lane read a file. */
    IO("io"),
    /** Pixels were copied into textures. */
    UPLOAD("upload"),
    /** The virtual machine stopped all threads, for a garbage collection or another safepoint. */
    GC("gc"),
    /** A lane was runnable but was not given a core. */
    MACHINE("machine"),
    /** A sleep lasted longer than until its deadline. */
    PACE("pace"),
    /** The swap of buffers took longer. */
    SWAP("swap"),
    /** Nothing recorded explains it. */
    UNEXPLAINED("unexplained");

    private final String word;

    Blame(String word) {
        this.word = word;
    }

    /** The word shown to people and written to files. */
    public String word() {
        return word;
    }
}
