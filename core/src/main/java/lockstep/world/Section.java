package lockstep.world;

/**
 * One critical section of a role: what it reads, what it then writes, and the guards of the regions both need, in one call.
 * Made once, when the role starts, with {@link Access#section}; then only the lane of the role calls it, as often as it likes,
 * and nothing is allocated.
 *
 * <p>{@link #run} takes the guards, lets the role read, lets it write once what it read is known to be good, and gives the
 * guards back, also after an exception. The reading part may run several times: under a guard that allows it, readers hold
 * nothing and read again if a writer came meanwhile. So it must only copy out of the world; what it copied counts in the
 * writing part and after {@code run} has returned true. The writing part runs once and gets an object that can only write.
 */
public final class Section {
    /** Copies out of the world; may run several times. */
    public interface Reads {
        /** A section that reads nothing. */
        Reads NOTHING = in -> {};

        void read(WorldReader in);
    }

    /** Copies into the world, once. */
    public interface Writes {
        /** A section that writes nothing. */
        Writes NOTHING = out -> {};

        void write(WorldWriter out);
    }

    private final Access role;
    private final Scope scope;
    private final Reads reads;
    private final Writes writes;

    Section(Access role, Scope scope, Reads reads, Writes writes) {
        this.role = role;
        this.scope = scope;
        this.reads = reads;
        this.writes = writes;
    }

    /**
     * Reads, then writes, holding what that needs.
     *
     * @return false if a guard was not to be had within the role's time limit; then nothing was written, what was read means
     *     nothing, and no guard is held
     * @throws InterruptedException if the lane was interrupted while it waited; then no guard is held
     * @throws IllegalStateException if called inside another section: sections do not nest
     */
    public boolean run() throws InterruptedException {
        role.refuseInsideSection();
        if (!scope.enter()) {
            return false;
        }
        try {
            do {
                reads.read(role.in());
            } while (scope.again());
            if (scope.missed()) {
                return false;
            }
            writes.write(role.out());
            return true;
        } finally {
            scope.exit();
        }
    }
}
