package lockstep.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import lockstep.TestLane;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever asks for a change gets an answer, whatever becomes of it. */
class SwitcherTest extends SwitchedLanes {
    private static final String ENDING = "the game is ending";
    private String expectedEnd;

    @BeforeEach
    void beginWithTwoLanes() throws Exception {
        begin(topology("main: input; work: physics, a"));
    }

    @Override
    String expectedEnd() {
        return expectedEnd;
    }

    private static String answer(Future<String> asked) throws Exception {
        return asked.get(TestLane.HANGS_SECONDS, TimeUnit.SECONDS);
    }

    /** The game ends, and the answer says why. */
    private void failsWith(String why, Future<String> asked) throws Exception {
        expectedEnd = "a change of the running game failed";
        assertEquals("the change failed: " + why, answer(asked));
        TestLane.until(conductor::stopping);
    }

    @Test
    void anExceptionInAChangeIsAnswered() throws Exception {
        failsWith("java.lang.IllegalStateException: boom", switcher.whileStill(() -> {
            throw new IllegalStateException("boom");
        }));
    }

    @Test
    void anErrorInAChangeIsAnswered() throws Exception {
        failsWith("java.lang.StackOverflowError: boom", switcher.whileStill(() -> {
            throw new StackOverflowError("boom");
        }));
    }

    @Test
    void anErrorInARoleThatIsSteppedIsAnswered() throws Exception {
        role("physics").inStep = lane -> {
            throw new OutOfMemoryError("boom");
        };
        done(switcher.pause(true));
        failsWith("java.lang.OutOfMemoryError: boom", switcher.stepTick());
    }

    @Test
    void anExceptionInARoleThatIsSteppedIsAnswered() throws Exception {
        role("a").inStep = lane -> {
            throw new java.io.IOException("boom");
        };
        done(switcher.pause(true));
        failsWith("java.io.IOException: boom", switcher.stepLane(conductor.lanes().get(1)));
    }

    @Test
    void whatIsAskedAfterTheEndIsAnswered() throws Exception {
        conductor.stop(Conductor.Reason.DONE);
        assertEquals(ENDING, answer(switcher.whileStill(() -> {})));
        switcher.close();
        assertEquals(ENDING, answer(switcher.pause(true)));
        assertEquals(ENDING, answer(switcher.stepTick()));
        assertEquals(ENDING, answer(switcher.change(topology("main: input, physics; work: a"))));
    }

    @Test
    void whatWaitsOrIsUnderWayAtTheEndIsAnswered() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        role("a").inStep = lane -> {
            underWay.countDown();
            never.await();
        };
        done(switcher.pause(true));
        List<CompletableFuture<String>> asked = new ArrayList<>();
        asked.add(switcher.stepLane(conductor.lanes().get(1)));
        underWay.await();
        asked.add(switcher.change(topology("main: input, a; work: physics")));
        asked.add(switcher.pause(false));
        conductor.stop(Conductor.Reason.DONE);
        switcher.close();
        for (CompletableFuture<String> a : asked) {
            assertEquals(ENDING, answer(a));
        }
    }

    @Test
    void aLaneThatEndsInTheMidstOfAChangeIsNoFailureOfItsOwn() throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CompletableFuture<String> asked = switcher.whileStill(() -> {
            underWay.countDown();
            TestLane.until(conductor.lanes().get(1)::returned);
        });
        CompletableFuture<String> next = switcher.change(topology("main: input, a; work: physics"));
        underWay.await();
        conductor.stop(Conductor.Reason.DONE);
        answer(asked);
        assertEquals(ENDING, answer(next));
    }

    @Test
    void aLaneThatDoesNotComeIsNamedAndEverybodyGoesOn() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch in = new CountDownLatch(1);
        role("a").inRun = lane -> {
            in.countDown();
            goOn.await();
        };
        in.await();
        String late = answer(switcher.pause(true));
        goOn.countDown();
        assertTrue(late.startsWith("lane 'work' did not reach a safe point within 2 s (it runs a)"), late);
        assertTrue(!switcher.paused());
        long runs = role("physics").runs.get();
        TestLane.until(() -> role("physics").runs.get() > runs + 2);
    }
}
