package lockstep.overlay;

import lockstep.session.Session;
import lockstep.view.Damage;
import lockstep.world.Counter;

/** What sharing has cost a session so far. Any thread; allocates nothing. */
public final class SessionDamage implements Damage {
    private final Session session;

    /** The damage in {@code session}. */
    public SessionDamage(Session session) {
        this.session = session;
    }

    @Override
    public long tornFrames() {
        return session.frames().tornFrames();
    }

    @Override
    public long points() {
        return session.world().tally(Counter.POINTS);
    }

    @Override
    public long truePoints() {
        return session.world().ledger(Counter.POINTS);
    }
}
