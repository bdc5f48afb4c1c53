package lockstep.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import lockstep.engine.ThreadUse;
import lockstep.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class RunDelayTest {
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells of run delays")
    void whatWasSampledIsKnownStillWhenTheThreadHasEnded() throws InterruptedException {
        String[] name = new String[1];
        CountDownLatch named = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Thread t = new Thread(() -> {
            name[0] = ThreadUse.ofCaller();
            named.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        t.start();
        named.await();
        try (RunDelay delay = new RunDelay(name[0])) {
            assertEquals(-1, delay.ns(0, 1), "nothing was sampled");
            long from = System.nanoTime();
            delay.sample(Clock.SYSTEM);
            delay.sample(Clock.SYSTEM);
            long to = System.nanoTime();
            assertTrue(delay.ns(from, to) >= 0);
            end.countDown();
            t.join();
            delay.sample(Clock.SYSTEM);
            assertTrue(delay.ns(from, to) >= 0, "the thread has ended");
        }
    }

    @Test
    void ofAThreadThatHasNoNameNothingIsKnown() {
        try (RunDelay delay = new RunDelay(ThreadUse.UNKNOWN)) {
            delay.sample(Clock.SYSTEM);
            assertEquals(-1, delay.ns(0, Long.MAX_VALUE));
        }
    }
}
