package lockstep.game;

/** The current sector: its bounds, walls and gate. */
final class Sector {
    private final Arena arena;
    private final Entities things;
    /** From 0. */
    int number;
    float left, bottom, right, top, gateY;
    boolean open;
    private int gate;

    Sector(Arena arena, Entities things) {
        this.arena = arena;
        this.things = things;
    }

    /** Builds walls and a closed gate at a random place in the middle half of the right wall. */
    void build(int sectorNumber, Rng rng) {
        number = sectorNumber;
        left = sectorNumber * Rules.SECTOR_WIDTH;
        right = left + Rules.SECTOR_WIDTH;
        bottom = 0;
        top = Rules.SECTOR_HEIGHT;
        gateY = rng.between(0.25f, 0.75f) * Rules.SECTOR_HEIGHT;
        open = false;
        arena.walls(left, bottom, right, top, gateY, Rules.GATE_HALF);
        gate = things.addGate(right, gateY, Rules.GATE_HALF);
    }

    void open() {
        open = true;
        arena.open(things.body[gate]);
        things.packed[gate] = Kind.GATE.pack(1, 0);
    }

    boolean holds(float x, float y) {
        return x >= left && x <= right && y >= bottom && y <= top;
    }

    void hash(Hash hash) {
        hash.add(number, gate).add(left, bottom).add(right, top).add(Float.floatToRawIntBits(gateY)).add(open);
    }

    void copyTo(Scene scene) {
        scene.sector = number;
        scene.left = left;
        scene.bottom = bottom;
        scene.right = right;
        scene.top = top;
        scene.gateX = right;
        scene.gateY = gateY;
        scene.gateHalf = Rules.GATE_HALF;
        scene.gateOpen = open;
    }
}
