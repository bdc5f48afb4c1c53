package lockstep;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs something that might hang on a thread of its own; if it does, tells what every thread was doing, and fails. */
public final class HangWatch {
    private HangWatch() {
    }

    /**
     * Runs {@code work} and returns its result.
     *
     * @param letGo called if it hangs, so that the next test finds a quiet machine
     */
    public static <T> T watch(String what, long seconds, Callable<T> work, Runnable letGo) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "watched");
        thread.setDaemon(true);
        thread.start();
        try {
            T result = task.get(seconds, TimeUnit.SECONDS);
            thread.join();
            return result;
        } catch (TimeoutException e) {
            String stacks = stacks();
            letGo.run();
            thread.interrupt();
            throw new AssertionError(what + " hangs:\n" + stacks);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    /** What every thread is doing. */
    public static String stacks() {
        StringBuilder s = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> t : Thread.getAllStackTraces().entrySet()) {
            s.append(t.getKey().getName()).append(' ').append(t.getKey().getState()).append('\n');
            for (StackTraceElement e : t.getValue()) {
                s.append("    at ").append(e).append('\n');
            }
        }
        return s.toString();
    }
}
