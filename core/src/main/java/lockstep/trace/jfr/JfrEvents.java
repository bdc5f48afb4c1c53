package lockstep.trace.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Percentage;
import jdk.jfr.StackTrace;
import jdk.jfr.Threshold;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/** The game's own events in a Flight Recorder file. */
final class JfrEvents {
    private JfrEvents() {
    }

    /**
     * An event on a lane. It names the lane itself, because the recorder may use the name that the thread had when the recording
     * began.
     */
    abstract static class OfLane extends Event {
        @Label("Lane")
        String lane;
    }

    @Name("lockstep.Tick")
    @Label("Tick")
    @Category("Lockstep")
    @Description("One fixed step of the simulation, with its copies into and out of the shared world")
    @StackTrace(false)
    @Threshold("0 ns")
    static final class Tick extends OfLane {
        @Label("Tick")
        int tick;
    }

    @Name("lockstep.Frame")
    @Label("Frame")
    @Category("Lockstep")
    @Description("From the end of one buffer swap to the end of the next; a pause of all lanes belongs to none")
    @StackTrace(false)
    @Threshold("0 ns")
    static final class Frame extends OfLane {
        @Label("Frame")
        @Description("Counted from 1")
        long frame;
        @Label("Swap")
        @Description("Time inside the swap that ends the frame")
        @Timespan(Timespan.NANOSECONDS)
        long swap;
    }

    @Name("lockstep.GuardWait")
    @Label("Guard Wait")
    @Category({"Lockstep", "Waits"})
    @Description("A lane waited for a guard of the shared world")
    @StackTrace(false)
    @Threshold("0 ns")
    static final class GuardWait extends OfLane {
        @Label("Guard")
        String guard;
        @Label("Owner")
        @Description("Lane that held the guard when the wait began, or held it last")
        String owner;
    }

    @Name("lockstep.BarrierWait")
    @Label("Barrier Wait")
    @Category({"Lockstep", "Waits"})
    @Description("A lane waited at the barrier, or for a numbered batch of recorded intents")
    @StackTrace(false)
    @Threshold("0 ns")
    static final class BarrierWait extends OfLane {
        @Label("Last Arriver")
        @Description("Lane that was waited for")
        String lastArriver;
        @Label("Number")
        @Description("Batch or frame that was waited for")
        long number;
    }

    @Name("lockstep.PermitWait")
    @Label("Permit Wait")
    @Category({"Lockstep", "Waits"})
    @Description("A lane waited for a permit to run")
    @StackTrace(false)
    @Threshold("0 ns")
    static final class PermitWait extends OfLane {
        @Label("Holder")
        @Description("Lane that had a permit when the wait began")
        String holder;
    }

    @Name("lockstep.LateFrame")
    @Label("Late Frame")
    @Category("Lockstep")
    @Description("A late frame and what made it late; recorded when that is certain, some seconds after the frame")
    @StackTrace(false)
    @Threshold("0 ns")
    static final class LateFrame extends Event {
        @Label("Frame")
        @Description("Counted from 1")
        long frame;
        @Label("Frame End")
        @Description("End of the frame's swap")
        @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
        long ended;
        @Label("Lane")
        @Description("Lane that drew it")
        String lane;
        @Label("Frame Time")
        @Timespan(Timespan.NANOSECONDS)
        long took;
        @Label("Over Budget")
        @Timespan(Timespan.NANOSECONDS)
        long over;
        @Label("Culprit")
        @Description("Lane that made it late, or jvm")
        String culprit;
        @Label("Kind")
        @Description("In which way: work, guard, barrier, permit, io, upload, gc, machine, pace, swap, unexplained")
        String kind;
        @Label("What")
        @Description("Guard, role or collector")
        String what;
        @Label("Sentence")
        String sentence;
        @Label("Share")
        @Description("Part of the time above what is usual that is the culprit's")
        @Percentage
        double share;
        @Label("Confidence")
        @Description("Part of the culprit's time that recorded evidence covers")
        @Percentage
        double confidence;
    }
}
