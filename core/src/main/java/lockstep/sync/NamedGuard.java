package lockstep.sync;

/** What every guard has: a number, a name and its figures. */
abstract class NamedGuard implements Guard {
    private final int number;
    private final String name;
    private final GuardStats stats = new GuardStats();

    NamedGuard(int number, String name) {
        this.number = number;
        this.name = name;
    }

    @Override
    public final int number() {
        return number;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final GuardStats stats() {
        return stats;
    }
}
