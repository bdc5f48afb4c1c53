package lockstep.engine;

import java.util.concurrent.atomic.AtomicLong;

/**
 * A value that a role shows under a name, see {@link RoleContext#note}. Only the role's lane sets it; any thread reads it. Each
 * note stands alone: a reader sees a value that was noted, whole and never older than one it saw before, and nothing is
 * concluded from it about other memory. So opaque reads and writes are enough.
 */
public final class Note {
    private final String role;
    private final String name;
    private final AtomicLong bits = new AtomicLong();
    private volatile Lane lane;

    Note(String role, Lane lane, String name) {
        this.role = role;
        this.lane = lane;
        this.name = name;
    }

    void set(double value) {
        bits.setOpaque(Double.doubleToRawLongBits(value));
    }

    /** The role is on another lane. */
    void moveTo(Lane to) {
        lane = to;
    }

    /** The role that noted it. */
    public String role() {
        return role;
    }

    /** The lane that the role is on, or was on last. */
    public Lane lane() {
        return lane;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** The value noted last. */
    public double value() {
        return Double.longBitsToDouble(bits.getOpaque());
    }
}
