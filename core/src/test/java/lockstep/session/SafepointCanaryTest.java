package lockstep.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import lockstep.assets.AssetSource;
import lockstep.blame.Blame;
import lockstep.blame.Cause;
import lockstep.blame.LateFrame;
import lockstep.engine.Conductor;
import lockstep.replay.HashListener;
import lockstep.replay.IntentLog;
import lockstep.roles.RunConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The virtual machine stops all threads for something that is no collection, and the late frame is put down to that. */
@Tag("slow")
@EnabledIf("countsSafepoints")
class SafepointCanaryTest {
    private static final int FRAMES_BETWEEN = 60;
    /** A dump may be the smaller part of a frame that a busy machine made late. */
    private static final int MOST_DUMPS = 10;

    @TempDir
    private Path folder;

    static boolean countsSafepoints() {
        return Files.exists(
            Path.of("/tmp", "hsperfdata_" + System.getProperty("user.name"), Long.toString(ProcessHandle.current().pid())));
    }

    @Test
    void aHeapDumpIsNamedAsASafepoint() throws Exception {
        RunConfig config =
            RunConfig.builder(Run.shipped("four"), AssetSource.builtIn()).headless(true).mute(true).autopilot(true).build();
        Session session = new Session(config, Ports.headless(config, IntentLog.NONE, null, HashListener.NONE));
        FutureTask<Conductor.Reason> run = new FutureTask<>(session::run);
        Thread main = new Thread(run);
        main.start();
        try {
            for (int i = 0; i < MOST_DUMPS && !isNamed(session); i++) {
                long frames = session.frames().log().frames();
                Awaitility.await().atMost(30, TimeUnit.SECONDS)
                    .until(() -> session.frames().log().frames() > frames + FRAMES_BETWEEN);
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpHeap(folder.resolve(i + ".hprof").toString(), false);
            }
        } finally {
            session.stop(Conductor.Reason.DONE);
            main.join();
        }
        assertEquals(Conductor.Reason.DONE, run.get());
        assertTrue(isNamed(session), () -> session.lateFrames().all().stream().map(LateFrame::sentence).toList().toString());
    }

    private static boolean isNamed(Session session) {
        return session.lateFrames().all().stream().anyMatch(SafepointCanaryTest::blamesASafepoint);
    }

    private static boolean blamesASafepoint(LateFrame late) {
        Cause first = late.causes().isEmpty() ? null : late.causes().get(0);
        return first != null && first.kind() == Blame.GC && first.what().equals("a safepoint");
    }
}
