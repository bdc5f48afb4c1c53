package lockstep.blame;

/** In which way something made a frame late. */
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
    /** The virtual machine stopped all threads, for a collection or another safepoint. */
    GC("gc"),
    /** A lane could run and was not given a core. */
    MACHINE("machine"),
    /** A sleep until a deadline lasted longer than asked for. */
    PACE("pace"),
    /** The swap of buffers took longer. */
    SWAP("swap"),
    /** Nothing that was recorded says why. */
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
