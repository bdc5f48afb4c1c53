package lockstep.world;

import java.util.function.BiConsumer;

/**
 * One role's ends of the exchanges of all regions, by what it said it needs. Made when the role starts; then only its
 * lane uses it.
 */
final class Ends {
    /** The exchanges of a world. */
    static final class All {
        final Exchanges<Intents> intents = new Exchanges<>(Intents::new, (from, to) -> to.set(from), i -> 0);
        final Exchanges<Bodies> bodies;
        final Exchanges<Sectors> sectors;

        All(int capacity, int assets) {
            bodies = new Exchanges<>(() -> new Bodies(capacity), (from, to) -> to.put(from), b -> 0);
            sectors = new Exchanges<>(() -> new Sectors(assets), (from, to) -> to.put(from), s -> s.version);
        }

        /** What those who join begin with. */
        void keep(Intents i, Bodies b, Sectors s) {
            intents.keep(i);
            bodies.keep(b);
            sectors.keep(s);
        }

        /** All roles have joined: from now on publishing is wait-free. */
        void close() {
            intents.close();
            bodies.close();
            sectors.close();
        }
    }

    private final String role;
    private Exchanges<Intents>.Writer intentsOut;
    private Exchanges<Intents>.Reader intentsIn;
    private Exchanges<Bodies>.Writer bodiesOut;
    private Exchanges<Bodies>.Reader bodiesIn;
    private Exchanges<Sectors>.Writer sectorsOut;
    private Exchanges<Sectors>.Reader sectorsIn;

    /**
     * @param putBodies how this role copies its own bodies (first) into shared ones (second)
     * @throws IllegalStateException if another role writes a region that can have one writer only
     */
    Ends(All all, String role, BiConsumer<Bodies, Bodies> putBodies, Need... needs) {
        this.role = role;
        for (Need n : needs) {
            switch (n.region()) {
                case INTENTS -> {
                    if (n.write()) {
                        intentsOut = alone(all.intents, n.region()).writer((mine, to) -> to.set(mine));
                    } else {
                        intentsIn = all.intents.reader();
                    }
                }
                case BODIES -> {
                    if (n.write()) {
                        bodiesOut = alone(all.bodies, n.region()).writer(putBodies);
                    } else {
                        bodiesIn = all.bodies.reader();
                    }
                }
                case SECTORS -> {
                    if (n.write()) {
                        sectorsOut = all.sectors.writer((mine, to) -> to.put(mine));
                    } else {
                        sectorsIn = all.sectors.reader();
                    }
                }
                case TALLY -> {
                }
            }
        }
    }

    private <T> Exchanges<T> alone(Exchanges<T> region, Region what) {
        if (region.writers() > 0) {
            throw new IllegalStateException("role '" + role + "' is the second to write " + what.word() + "; under triple-buffer it can have one writer");
        }
        return region;
    }

    void publish(Intents mine) {
        named(intentsOut, Region.INTENTS).publish(mine);
    }

    void publish(Bodies mine) {
        named(bodiesOut, Region.BODIES).publish(mine);
    }

    void publish(Sectors mine) {
        named(sectorsOut, Region.SECTORS).publish(mine);
    }

    private <E> E named(E end, Region region) {
        if (end == null) {
            throw new IllegalStateException("role '" + role + "' did not say that it writes " + region.word());
        }
        return end;
    }

    /** The newest intents, or null if the role does not read them or nobody writes them; so the others. */
    Intents intents() {
        return intentsIn == null ? null : intentsIn.newest();
    }

    Bodies bodies() {
        return bodiesIn == null ? null : bodiesIn.newest();
    }

    Sectors sectors() {
        return sectorsIn == null ? null : sectorsIn.newest();
    }
}
