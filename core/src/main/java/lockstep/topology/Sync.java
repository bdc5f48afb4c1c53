package lockstep.topology;

import lockstep.sync.BarrierMode;
import lockstep.sync.Granularity;
import lockstep.sync.Hold;
import lockstep.sync.Order;

/**
 * How the lanes of a topology meet at the shared world.
 *
 * @param guard       name of the guard: a lock, an exchange, or {@code none}
 * @param permits     how many lanes may run at once; 0 means all
 * @param granularity one guard for all regions or one for each
 * @param order       the order in which one scope takes several guards
 * @param hold        how long a lock is held
 * @param barrier     how far physics may lead render
 */
public record Sync(String guard, int permits, Granularity granularity, Order order, Hold hold, BarrierMode barrier) {
    /** The values for keys that a file does not set: those of {@code four}. */
    public static final Sync DEFAULT =
        new Sync("mutex", 0, Granularity.WORLD, Order.SORTED, Hold.COPY, BarrierMode.PIPELINED);

    public Sync withGuard(String value) {
        return new Sync(value, permits, granularity, order, hold, barrier);
    }

    public Sync withPermits(int value) {
        return new Sync(guard, value, granularity, order, hold, barrier);
    }

    public Sync withGranularity(Granularity value) {
        return new Sync(guard, permits, value, order, hold, barrier);
    }

    public Sync withOrder(Order value) {
        return new Sync(guard, permits, granularity, value, hold, barrier);
    }

    public Sync withHold(Hold value) {
        return new Sync(guard, permits, granularity, order, value, barrier);
    }

    public Sync withBarrier(BarrierMode value) {
        return new Sync(guard, permits, granularity, order, hold, value);
    }
}
