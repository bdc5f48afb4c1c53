package lockstep.trace.summary;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ObserverCostsTest {
    @Test
    void anObserversCpuTimeIsKnownAfterItsEndAndNobodyElses() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        Runnable busy = () -> {
            while (!stop.get()) {
                Thread.onSpinWait();
            }
        };
        Thread observer = new Thread(busy, "watchdog");
        Thread other = new Thread(busy, "physics");
        ObserverCosts costs = new ObserverCosts();
        try {
            observer.start();
            other.start();
            costs.start();
            await().until(() -> costs.cpuNs().getOrDefault("watchdog", 0L) > 0);
        } finally {
            stop.set(true);
            costs.stop();
            observer.join();
            other.join();
        }
        assertFalse(costs.cpuNs().containsKey("physics"));
    }
}
