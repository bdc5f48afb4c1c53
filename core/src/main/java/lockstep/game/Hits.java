package lockstep.game;

import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.Contact;
import com.badlogic.gdx.physics.box2d.ContactImpulse;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.Manifold;

/**
 * Records which contacts of the ship and of shots began during a step. The rules act on them afterwards, in the order recorded,
 * because Box2D allows no changes while it steps. The first thing of a pair is the ship or shot.
 */
final class Hits implements ContactListener {
    private static final int MOST = 1024;

    private final int[] first = new int[MOST], second = new int[MOST];
    private final int[] firstId = new int[MOST], secondId = new int[MOST];
    private Entities things;
    private int count;

    void watch(Entities watched) {
        things = watched;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    int first(int i) {
        return first[i];
    }

    /** Slot of the thing that was hit, or -1 for a wall. */
    int second(int i) {
        return second[i];
    }

    /** True if both things are still what they were when they touched. */
    boolean stands(int i) {
        return things.id[first[i]] == firstId[i] && (second[i] < 0 || things.id[second[i]] == secondId[i]);
    }

    @Override
    public void beginContact(Contact contact) {
        int a = slot(contact.getFixtureA().getBody());
        int b = slot(contact.getFixtureB().getBody());
        if (acts(a)) record(a, b);
        else if (acts(b)) record(b, a);
    }

    private static int slot(Body body) {
        return body.getUserData() instanceof Entities.Tag tag ? tag.slot : -1;
    }

    private boolean acts(int slot) {
        return slot >= 0 && (things.is(slot, Kind.SHIP) || things.is(slot, Kind.SHOT));
    }

    private void record(int a, int b) {
        if (count == MOST) return;
        first[count] = a;
        second[count] = b;
        firstId[count] = things.id[a];
        secondId[count] = b < 0 ? 0 : things.id[b];
        count++;
    }

    @Override
    public void endContact(Contact contact) {}

    @Override
    public void preSolve(Contact contact, Manifold oldManifold) {}

    @Override
    public void postSolve(Contact contact, ContactImpulse impulse) {}
}
