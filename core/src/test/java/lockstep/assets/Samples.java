package lockstep.assets;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small assets made for tests, and a source that holds them in memory. Immutable once its lanes run. */
public final class Samples implements AssetSource {
    private static final int TILE = NebulaGrid.TILE_PX;
    private final Map<String, byte[]> files = new HashMap<>();

    /** All assets there are, with flat pictures that compress well. */
    public static Samples all() {
        Samples s = new Samples();
        s.put("sprites.png", png(64, 64, BufferedImage.TYPE_INT_ARGB, 1)).put("sprites.atlas",
            atlas("sprites.png", 64, 64, "ship"));
        s.put("rocks.png", png(128, 100, BufferedImage.TYPE_INT_ARGB, 2)).put("rocks.atlas",
            atlas("rocks.png", 128, 100, "rock"));
        for (int look = 0; look < NebulaGrid.LOOKS; look++) {
            byte[] tile = png(TILE, TILE, BufferedImage.TYPE_INT_RGB, 10 + look);
            for (int t = 0; t < NebulaGrid.TILES; t++) {
                s.put(Catalogue.path(Catalogue.tile(look, t)), tile);
            }
        }
        for (int i = 0; i < Catalogue.COUNT; i++) {
            if (Catalogue.kind(i) == Catalogue.Kind.SOUND) {
                s.put(Catalogue.path(i), wav(1, 16, 100));
            }
        }
        return s;
    }

    public Samples put(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    public Samples without(String path) {
        files.remove(path);
        return this;
    }

    @Override
    public byte[] read(String path, long maxBytes) throws IOException {
        byte[] b = files.get(path);
        if (b == null) {
            throw new IOException("asset '" + path + "' does not exist");
        }
        return b;
    }

    @Override
    public List<String> list(String folder) {
        return List.of();
    }

    /** A picture of coarse random squares. */
    public static byte[] png(int width, int height, int type, long seed) {
        BufferedImage image = new BufferedImage(width, height, type);
        Random random = new Random(seed);
        int[] colours = random.ints(64).toArray();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, colours[(x / 16 + y / 16 * 5) % 64] ^ (x * 7 + y & 15));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] atlas(String picture, int width, int height, String part) {
        return (picture + "\nsize: " + width + ", " + height + "\nformat: RGBA8888\nfilter: Linear, Linear\nrepeat: none\n" + part
            + "\n  rotate: false\n  xy: 2, 3\n  size: 8, 9\n  orig: 8, 9\n  offset: 0, 0\n  index: -1\n").getBytes();
    }

    public static byte[] wav(int channels, int bits, int frames) {
        int bytes = channels * bits / 8 * frames;
        ByteBuffer b = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        b.put("RIFF".getBytes()).putInt(36 + bytes).put("WAVEfmt ".getBytes()).putInt(16);
        b.putShort((short) 1).putShort((short) channels).putInt(44_100).putInt(44_100 * channels * bits / 8);
        b.putShort((short) (channels * bits / 8)).putShort((short) bits).put("data".getBytes()).putInt(bytes);
        return b.array();
    }
}
