package lockstep.desktop.game;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lockstep.files.Threads;

/** Writes small files in the place of lanes that must not wait for a disk. Any thread; {@link #close} waits for the last. */
final class FileThread implements Executor, AutoCloseable {
    private final ExecutorService thread;

    FileThread(String name) {
        thread = Executors.newSingleThreadExecutor(r -> Threads.daemon(name, r));
    }

    @Override
    public void execute(Runnable work) {
        thread.execute(work);
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
