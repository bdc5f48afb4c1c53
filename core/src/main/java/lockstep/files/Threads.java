package lockstep.files;

/** Waiting for threads of the files. */
public final class Threads {
    private Threads() {
    }

    /** Waits until {@code thread} has ended; an interrupt is kept for later. */
    public static void join(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
