package lockstep.sync;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import lockstep.time.SpanRing;

/** A small correct guard, and one that breaks a single promise: to show that the contract suite would notice. */
final class BrokenGuard implements Guard {
    /** Which promise is broken, and which checks must notice. */
    enum Fault {
        LOCKS_NOTHING("aWriterKeepsOtherWritersOut", "noUpdateIsLostBetweenTwoLanesThatMeet", "aRefusedLaneDoesNotHoldIt"),
        RELEASES_EARLY("aWriterKeepsOtherWritersOut", "noUpdateIsLostBetweenTwoLanesThatMeet",
            "plainWritesOfManyLanesAreSeenWhole"),
        LETS_READERS_IN("aWriterKeepsReadersOut", "aReaderKeepsWritersOut"),
        SAYS_YES_WHEN_REFUSED("aRefusedLaneDoesNotHoldIt", "aWriterKeepsOtherWritersOut"),
        TAKES_IT_WHEN_REFUSED("aRefusedLaneDoesNotHoldIt"),
        GIVES_UP_AT_ONCE("aWaitWithALimitEndsWhenTheHolderIsDone"),
        IGNORES_INTERRUPTS("aWaitCanBeInterrupted"),
        TAKES_IT_WHEN_INTERRUPTED("anInterruptedLaneDoesNotHoldIt"),
        ANYONE_RELEASES("onlyTheHolderGivesItBack"),
        TAKEN_TWICE("theHolderCannotTakeItTwice"),
        FORGETS_THE_WAIT("aRefusedWaitNamesItsHolder", "aWaitThatSucceedsNamesItsHolder", "anInterruptedWaitIsRecorded"),
        NAMES_NOBODY("aRefusedWaitNamesItsHolder", "aWaitThatSucceedsNamesItsHolder"),
        NAMES_ITSELF("aRefusedWaitNamesItsHolder", "aWaitThatSucceedsNamesItsHolder"),
        RECORDS_WAITS_THAT_WERE_NONE("aFreeGuardIsTakenWithoutAWait"),
        DOES_NOT_COUNT("contendedWaitsAreCounted");

        final List<String> caughtBy;

        Fault(String... caughtBy) {
            this.caughtBy = List.of(caughtBy);
        }
    }

    private final Fault fault;
    private final Semaphore free = new Semaphore(1);
    private final GuardStats stats = new GuardStats();
    /** The lane that holds it, and the one that does or did last. */
    private volatile int owner = SpanRing.NOBODY, holder = SpanRing.NOBODY;
    private volatile boolean kept;

    /** @param fault null for a guard that keeps all promises */
    BrokenGuard(Fault fault) {
        this.fault = fault;
    }

    @Override
    public boolean acquire(LaneRecorder me, boolean write, long limitNs) throws InterruptedException {
        if (fault == Fault.LOCKS_NOTHING || fault == Fault.LETS_READERS_IN && !write
            || fault == Fault.TAKEN_TWICE && owner == me.lane()) {
            return true;
        }
        if (owner == me.lane()) {
            throw new IllegalStateException("taken twice");
        }
        boolean got = free.tryAcquire();
        if (!got || fault == Fault.RECORDS_WAITS_THAT_WERE_NONE) {
            int whom = holder;
            long start = me.now();
            try {
                got = got || within(limitNs);
            } finally {
                record(me, start, whom == SpanRing.NOBODY ? holder : whom);
            }
        }
        if (!got) {
            if (fault == Fault.TAKES_IT_WHEN_REFUSED) {
                kept = true;
            }
            return fault == Fault.SAYS_YES_WHEN_REFUSED;
        }
        owner = me.lane();
        holder = me.lane();
        if (fault == Fault.RELEASES_EARLY) {
            free.release();
        }
        return true;
    }

    private boolean within(long limitNs) throws InterruptedException {
        if (limitNs != NO_LIMIT) {
            return free.tryAcquire(fault == Fault.GIVES_UP_AT_ONCE ? 0 : limitNs, TimeUnit.NANOSECONDS);
        }
        if (fault == Fault.IGNORES_INTERRUPTS) {
            free.acquireUninterruptibly();
            return true;
        }
        try {
            free.acquire();
        } catch (InterruptedException e) {
            if (fault == Fault.TAKES_IT_WHEN_INTERRUPTED) {
                kept = true;
            }
            throw e;
        }
        return true;
    }

    private void record(LaneRecorder me, long start, int whom) {
        long end = me.now();
        if (fault != Fault.FORGETS_THE_WAIT) {
            int told = fault == Fault.NAMES_NOBODY ? SpanRing.NOBODY : fault == Fault.NAMES_ITSELF ? me.lane() : whom;
            me.span(SpanKind.GUARD_WAIT, start, end, told, 1, 0);
        }
        if (fault != Fault.DOES_NOT_COUNT) {
            stats.waited(me.lane(), end - start);
        }
    }

    @Override
    public void release(LaneRecorder me, boolean write) {
        if (fault == Fault.LOCKS_NOTHING || fault == Fault.LETS_READERS_IN && !write || fault == Fault.RELEASES_EARLY) {
            owner = SpanRing.NOBODY;
            return;
        }
        if (owner != me.lane() && fault != Fault.ANYONE_RELEASES && fault != Fault.SAYS_YES_WHEN_REFUSED) {
            throw new IllegalMonitorStateException("not held by " + me.name());
        }
        owner = SpanRing.NOBODY;
        if (!kept) {
            free.release();
        }
    }

    @Override
    public int number() {
        return 1;
    }

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public GuardStats stats() {
        return stats;
    }
}
