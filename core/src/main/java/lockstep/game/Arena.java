package lockstep.game;

import com.badlogic.gdx.math.Vector2;
import com.badlogic.gdx.physics.box2d.Body;
import com.badlogic.gdx.physics.box2d.BodyDef;
import com.badlogic.gdx.physics.box2d.BodyDef.BodyType;
import com.badlogic.gdx.physics.box2d.ChainShape;
import com.badlogic.gdx.physics.box2d.CircleShape;
import com.badlogic.gdx.physics.box2d.ContactListener;
import com.badlogic.gdx.physics.box2d.EdgeShape;
import com.badlogic.gdx.physics.box2d.Filter;
import com.badlogic.gdx.physics.box2d.Fixture;
import com.badlogic.gdx.physics.box2d.FixtureDef;
import com.badlogic.gdx.physics.box2d.QueryCallback;
import com.badlogic.gdx.physics.box2d.World;
import com.badlogic.gdx.utils.Disposable;
import com.badlogic.gdx.utils.GdxNativesLoader;

/** The Box2D world: makes and removes bodies with one set of reused definitions. It knows shapes and filters, but no rules. */
final class Arena implements Disposable {
    private static final int WALL = 1, SHIP = 2, SHOT = 4, ROCK = 8, TOKEN = 16, GATE = 32;
    private static final int VELOCITY_ITERATIONS = 6, POSITION_ITERATIONS = 2;

    private static final int POOLED = 200;

    private final World world;
    private final BodyDef bodyDef = new BodyDef();
    private final FixtureDef fixtureDef = new FixtureDef();
    private final Filter filter = new Filter();
    private final CircleShape circle;
    private final EdgeShape edge;
    private final QueryCallback anyThing = this::freeOf;
    private Body walls;
    private boolean found;

    Arena(ContactListener listener) {
        GdxNativesLoader.load();
        world = new World(new Vector2(), false);
        // Box2D's own threshold of 1 m/s would let slow rocks stick together.
        World.setVelocityThreshold(0.05f);
        world.setContactListener(listener);
        circle = new CircleShape();
        edge = new EdgeShape();
    }

    /** Makes and removes as many bodies as libGDX's pool keeps, so that play allocates none. */
    void fillPool() {
        Body[] pooled = new Body[POOLED];
        for (int i = 0; i < POOLED; i++) pooled[i] = round(Kind.ROCK, 0, -100, 0, 0, 0, 0, 1);
        for (int i = 0; i < POOLED; i++) world.destroyBody(pooled[i]);
    }

    void step(float seconds) {
        world.step(seconds, VELOCITY_ITERATIONS, POSITION_ITERATIONS);
    }

    /** A round moving body. */
    Body round(Kind kind, float x, float y, float vx, float vy, float angle, float spin, float radius) {
        place(BodyType.DynamicBody, x, y);
        bodyDef.linearVelocity.set(vx, vy);
        bodyDef.angle = angle;
        bodyDef.angularVelocity = spin;
        bodyDef.linearDamping = kind == Kind.SHIP ? Rules.SHIP_DRAG : 0;
        bodyDef.bullet = kind == Kind.SHOT;
        circle.setRadius(radius);
        fixtureDef.shape = circle;
        switch (kind) {
            case SHIP -> material(1, 0.5f, 0, SHIP, WALL | ROCK | TOKEN | GATE);
            case SHOT -> material(0.3f, 0, 0, SHOT, WALL | ROCK | GATE);
            case ROCK -> material(1, 1, 0.1f, ROCK, WALL | SHIP | SHOT | ROCK | TOKEN | GATE);
            case TOKEN -> material(0.1f, 0.6f, 0, TOKEN, WALL | SHIP | ROCK | GATE);
            default -> throw new IllegalArgumentException("no round body for " + kind);
        }
        Body body = world.createBody(bodyDef);
        body.createFixture(fixtureDef);
        return body;
    }

    /** The gate: a closed vertical piece of wall. */
    Body gate(float x, float y, float half) {
        place(BodyType.StaticBody, x, y);
        edge.set(0, -half, 0, half);
        fixtureDef.shape = edge;
        material(0, 0.5f, 0, GATE, SHIP | SHOT | ROCK | TOKEN);
        Body body = world.createBody(bodyDef);
        body.createFixture(fixtureDef);
        return body;
    }

    /** Opens the gate: from now on it stops only rocks and tokens. */
    void open(Body gate) {
        filter.categoryBits = GATE;
        filter.maskBits = ROCK | TOKEN;
        gate.getFixtureList().first().setFilterData(filter);
    }

    /** Replaces the walls: a rectangle in meters with a gap for the gate in its right side. */
    void walls(float left, float bottom, float right, float top, float gateY, float gateHalf) {
        if (walls != null) world.destroyBody(walls);
        place(BodyType.StaticBody, 0, 0);
        ChainShape chain = new ChainShape();
        chain.createChain(new float[] {right, gateY + gateHalf, right, top, left, top, left, bottom, right, bottom,
            right, gateY - gateHalf});
        fixtureDef.shape = chain;
        material(0, 0.5f, 0, WALL, SHIP | SHOT | ROCK | TOKEN);
        walls = world.createBody(bodyDef);
        walls.createFixture(fixtureDef);
        chain.dispose();
    }

    void remove(Body body) {
        world.destroyBody(body);
    }

    /** No moving thing is near the circle (its bounding square is looked at). */
    boolean isFree(float x, float y, float radius) {
        found = false;
        world.QueryAABB(anyThing, x - radius, y - radius, x + radius, y + radius);
        return !found;
    }

    private boolean freeOf(Fixture fixture) {
        found |= fixture.getBody().getUserData() != null;
        return !found;
    }

    private void place(BodyType type, float x, float y) {
        bodyDef.type = type;
        bodyDef.position.set(x, y);
        bodyDef.linearVelocity.setZero();
        bodyDef.angle = 0;
        bodyDef.angularVelocity = 0;
        bodyDef.linearDamping = 0;
        bodyDef.bullet = false;
    }

    private void material(float density, float restitution, float friction, int category, int mask) {
        fixtureDef.density = density;
        fixtureDef.restitution = restitution;
        fixtureDef.friction = friction;
        fixtureDef.filter.categoryBits = (short) category;
        fixtureDef.filter.maskBits = (short) mask;
    }

    @Override
    public void dispose() {
        circle.dispose();
        edge.dispose();
        world.dispose();
    }
}
