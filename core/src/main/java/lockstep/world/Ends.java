package lockstep.world;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import lockstep.sync.Races;
import lockstep.sync.Variable;
import lockstep.time.LaneRecorder;

/**
 * One role's ends of the exchanges of the regions that it needs. Made when the role starts; from then on only its lane uses it.
 */
final class Ends {
    /** The exchanges of a world. */
    static final class All {
        final Exchanges<Intents> intents;
        final Exchanges<Bodies> bodies;
        final Exchanges<Sectors> sectors;

        All(int capacity, int assets, Races races) {
            intents = new Exchanges<>(Intents::new, (from, to) -> to.set(from), i -> 0, variable(races, Region.INTENTS));
            bodies = new Exchanges<>(() -> new Bodies(capacity), (from, to) -> to.put(from), b -> 0,
                variable(races, Region.BODIES));
            sectors = new Exchanges<>(() -> new Sectors(assets), (from, to) -> to.put(from), s -> s.version,
                variable(races, Region.SECTORS));
        }

        private static Supplier<Variable> variable(Races races, Region region) {
            return () -> races.variable(region.word());
        }

        /** The exchanges of a region, or null for the tally, which has cells of roles. */
        Exchanges<?> of(Region region) {
            return switch (region) {
                case INTENTS -> intents;
                case BODIES -> bodies;
                case SECTORS -> sectors;
                case TALLY -> null;
            };
        }

        /** Sets what roles that join begin with. */
        void keep(Intents i, Bodies b, Sectors s) {
            intents.keep(i);
            bodies.keep(b);
            sectors.keep(s);
        }

        /** Makes roles that join from now on begin with what is newest now. */
        void keepNewest() {
            intents.keepNewest();
            bodies.keepNewest();
            sectors.keepNewest();
        }

        /** All roles have joined: from now on publishing is wait-free. */
        void close() {
            intents.close();
            bodies.close();
            sectors.close();
        }
    }

    private final All all;
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
        this.all = all;
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
            throw new IllegalStateException(
                "role '" + role + "' is the second to write " + what.word() + "; under triple-buffer it can have one writer");
        }
        return region;
    }

    /** Leaves all exchanges, when the role ends; only while no lane uses an exchange. */
    void leave() {
        leave(all.intents, intentsIn, intentsOut);
        leave(all.bodies, bodiesIn, bodiesOut);
        leave(all.sectors, sectorsIn, sectorsOut);
    }

    private static <T> void leave(Exchanges<T> region, Exchanges<T>.Reader in, Exchanges<T>.Writer out) {
        if (in != null) {
            region.leave(in);
        }
        if (out != null) {
            region.leave(out);
        }
    }

    void publish(Intents mine, LaneRecorder me) {
        named(intentsOut, Region.INTENTS).publish(mine, me);
    }

    void publish(Bodies mine, LaneRecorder me) {
        named(bodiesOut, Region.BODIES).publish(mine, me);
    }

    void publish(Sectors mine, LaneRecorder me) {
        named(sectorsOut, Region.SECTORS).publish(mine, me);
    }

    private <E> E named(E end, Region region) {
        if (end == null) {
            throw new IllegalStateException("role '" + role + "' did not say that it writes " + region.word());
        }
        return end;
    }

    /**
     * The newest intents, or null if the role does not read them or nobody writes them. The methods for the other regions do the
     * same.
     */
    Intents intents(LaneRecorder me) {
        return intentsIn == null ? null : intentsIn.newest(me);
    }

    Bodies bodies(LaneRecorder me) {
        return bodiesIn == null ? null : bodiesIn.newest(me);
    }

    Sectors sectors(LaneRecorder me) {
        return sectorsIn == null ? null : sectorsIn.newest(me);
    }
}
