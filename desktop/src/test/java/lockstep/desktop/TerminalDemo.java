package lockstep.desktop;

import java.util.ArrayList;
import java.util.List;
import lockstep.engine.Conductor;
import lockstep.engine.DemoLanes;
import lockstep.engine.Lane;
import lockstep.engine.Meter;
import lockstep.overlay.OverlayModel;
import lockstep.sync.Faults;
import lockstep.sync.Granularity;
import lockstep.sync.Guard;
import lockstep.sync.Hold;
import lockstep.sync.Order;
import lockstep.time.Clock;
import lockstep.time.FrameLog;
import lockstep.world.World;

/** Shows the terminal overlay over pretended lanes for so many seconds, then the summary. */
public final class TerminalDemo {
    private TerminalDemo() {
    }

    public static void main(String[] args) throws InterruptedException {
        World world = new World(16, 4, new World.Sharing("mutex", Granularity.WORLD, Order.SORTED, Hold.COPY), false, Faults.NONE);
        Guard guard = world.guards().get(0);
        FrameLog frames = new FrameLog();
        List<Lane> lanes = new ArrayList<>();
        for (String name : List.of("input", "physics", "assets", "render")) {
            lanes.add(DemoLanes.lane(lanes.size(), name));
        }
        long[] last = {System.nanoTime()};
        lanes.get(0).add(DemoLanes.input(guard), 0, 1_000, false);
        lanes.get(1).add(DemoLanes.physics(guard), 1, 120, false);
        lanes.get(2).add(DemoLanes.assets(guard), 2, 0, false);
        lanes.get(3).add(new DemoLanes.Pretend("render", timer -> {
            DemoLanes.hold(guard, timer, 2_000);
            long now = timer.now();
            frames.add(0, now - last[0], 0, 0, -1, 0, 16_666_667);
            last[0] = now;
            return true;
        }), 3, 60, true);
        Meter meter = new Meter(lanes, Clock.SYSTEM);
        Thread reading = new Thread(meter, "meter");
        OverlayModel model = new OverlayModel(() -> DemoLanes.FOUR, () -> lanes, meter, frames, () -> 16_666_667, world,
            () -> 0, () -> 3, () -> 0, () -> 0, List.of("input", "physics", "assets", "render"));
        Conductor conductor = DemoLanes.start(lanes);
        reading.start();
        TerminalOverlay overlay = TerminalOverlay.open(model);
        Thread painting = new Thread(overlay, "terminal");
        painting.start();
        int seconds = Integer.parseInt(args[0]);
        Thread.sleep(seconds * 1_000L + 300);
        overlay.stop();
        painting.join();
        overlay.close();
        conductor.stop(Conductor.Reason.DONE);
        meter.stop();
        reading.join();
        Thread.sleep(200);
        meter.finish();
        RunTable.lines(model, new lockstep.blame.LateFrames(), seconds).forEach(System.err::println);
    }
}
