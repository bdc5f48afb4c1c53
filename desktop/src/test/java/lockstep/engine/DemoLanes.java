package lockstep.engine;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import lockstep.sync.Faults;
import lockstep.sync.Guard;
import lockstep.time.Clock;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.topology.Sync;
import lockstep.topology.Topology;

/** Lanes that only pretend: they burn time, hold and wait for one real guard and read imaginary files. */
public final class DemoLanes {
    /** What pretended lanes are said to run. */
    public static final Topology FOUR =
        new Topology("four", "one lane for each role", List.of(), Topology.DEFAULT_HZ, Sync.DEFAULT);

    private DemoLanes() {
    }

    /** A role that does one thing over and over. */
    public static final class Pretend implements Role {
        /** What it does. */
        public interface Body {
            boolean run(LaneRecorder recorder) throws InterruptedException;
        }

        private final String name;
        private final Body body;
        private RoleContext context;

        public Pretend(String name, Body body) {
            this.name = name;
            this.body = body;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void start(RoleContext given) {
            context = given;
        }

        @Override
        public boolean run() throws InterruptedException {
            return body.run(context.recorder());
        }
    }

    /** A lane. */
    public static Lane lane(int number, String name) {
        return new Lane(number, name,
            new LaneSetup(Clock.SYSTEM, Faults.NONE, new SafePoint(), false, null, 0, new Notes()));
    }

    /** The pretended input role. */
    public static Pretend input(Guard guard) {
        return new Pretend("input", recorder -> {
            burn(20);
            if (ThreadLocalRandom.current().nextInt(8) == 0) {
                hold(guard, recorder, 10);
            }
            return true;
        });
    }

    /** The pretended physics role. */
    public static Pretend physics(Guard guard) {
        return new Pretend("physics", recorder -> {
            burn(1_500 + ThreadLocalRandom.current().nextInt(800));
            hold(guard, recorder, 600);
            return true;
        });
    }

    /** The pretended asset role: bursts of reading and decoding, now and then holding far too long. */
    public static Pretend assets(Guard guard) {
        return new Pretend("assets", recorder -> {
            if (ThreadLocalRandom.current().nextInt(6) != 0) {
                return false;
            }
            long start = recorder.now();
            Thread.sleep(4);
            recorder.span(SpanKind.IO, start, recorder.now(), 0);
            burn(2_500);
            hold(guard, recorder, ThreadLocalRandom.current().nextInt(8) == 0 ? 7_000 : 300);
            return true;
        });
    }

    /** Takes a guard, holds it for so many microseconds and records that. */
    public static void hold(Guard guard, LaneRecorder recorder, int micros) throws InterruptedException {
        guard.acquire(recorder, true, Guard.NO_LIMIT);
        long start = recorder.now();
        burn(micros);
        guard.release(recorder, true);
        recorder.span(SpanKind.HOLD, start, recorder.now(), 0);
    }

    /** Burns processor time. */
    public static void burn(int micros) {
        long end = System.nanoTime() + micros * 1_000L;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Lets the calling thread be that lane: {@code loop} is run from within its role's start. */
    public static void runAs(Lane lane, int roleNumber, double hz, Runnable loop) {
        lane.add(new Role() {
            @Override
            public String name() {
                return "render";
            }

            @Override
            public void start(RoleContext context) {
                loop.run();
                lane.stop();
            }

            @Override
            public boolean run() {
                return false;
            }
        }, roleNumber, hz, true);
    }

    /** Runs a lane on the calling thread until it ends. */
    public static void run(Lane lane) {
        lane.run();
        if (lane.failure() != null) {
            throw new IllegalStateException(lane.failure());
        }
    }

    /** A run of a role ended that its lane did not run itself. */
    public static void ran(Lane lane, int role, long workNs) {
        lane.stats().get(role).ran(workNs);
    }

    /** Runs lanes on threads of their own until the conductor is stopped. */
    public static Conductor start(List<Lane> lanes) {
        Conductor conductor = new Conductor(lanes, lanes.get(0));
        Thread t = new Thread(conductor::run, "conductor");
        t.setDaemon(true);
        t.start();
        return conductor;
    }
}
