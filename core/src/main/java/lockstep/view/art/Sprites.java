package lockstep.view.art;

import com.badlogic.gdx.graphics.g2d.TextureRegion;

/** The regions of a frame, looked up once at its start, because a page may be loaded between two frames. */
public final class Sprites {
    private static final String[] TIERS = {"small", "medium", "large"};
    private static final int VARIANTS = 8;

    private final String[] rockNames = new String[TIERS.length * VARIANTS];
    private final TextureRegion[] rocks = new TextureRegion[rockNames.length];
    public TextureRegion ship, flame, shot, token, shield, post, beam, wall;
    public TextureRegion glow, spark, smoke, star1, star2, star3, ring, pixel, arrow;

    public Sprites() {
        for (int tier = 0; tier < TIERS.length; tier++) {
            for (int v = 0; v < VARIANTS; v++) {
                rockNames[tier * VARIANTS + v] = "rock-" + TIERS[tier] + "-" + v;
            }
        }
    }

    /** Looks all regions up. */
    public void look(Art art) {
        ship = art.region("ship");
        flame = art.region("ship-thrust");
        shot = art.region("shot");
        token = art.region("token");
        shield = art.region("shield");
        post = art.region("gate-post");
        beam = art.region("gate-beam");
        wall = art.region("wall");
        glow = art.region("glow");
        spark = art.region("spark");
        smoke = art.region("smoke");
        star1 = art.region("star1");
        star2 = art.region("star2");
        star3 = art.region("star3");
        ring = art.region("ring");
        pixel = art.region("pixel");
        arrow = art.region("arrow");
        for (int i = 0; i < rocks.length; i++) {
            rocks[i] = art.region(rockNames[i]);
        }
    }

    /** The region of a rock. */
    public TextureRegion rock(int tier, int variant) {
        return rocks[Math.min(tier, TIERS.length - 1) * VARIANTS + variant % VARIANTS];
    }
}
