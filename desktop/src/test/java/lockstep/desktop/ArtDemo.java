package lockstep.desktop;

import com.badlogic.gdx.ApplicationAdapter;
import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3Application;
import com.badlogic.gdx.backends.lwjgl3.Lwjgl3ApplicationConfiguration;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.SpriteBatch;
import com.badlogic.gdx.utils.BufferUtils;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import javax.imageio.ImageIO;
import lockstep.assets.AssetSource;
import lockstep.assets.AssetStats;
import lockstep.assets.Loader;
import lockstep.assets.NebulaGrid;
import lockstep.assets.Worker;
import lockstep.sync.Fault;
import lockstep.time.Clock;
import lockstep.time.LaneTimer;
import lockstep.view.Art;
import lockstep.view.LoadedArt;
import org.lwjgl.opengl.GL11;

/**
 * Flies through sectors in a stock window while two threads decode, draws what is there, and compares every texture with
 * its file. Prints one line for each sector and one with the costs. Budget of the nebula: the first argument, MiB.
 */
final class ArtDemo extends ApplicationAdapter {
    private static final int SECTORS = 4;
    private static final int LONGEST_FRAMES = 3_000;
    private final int room;
    private final AssetSource source = AssetSource.builtIn();
    private final Loader loader;
    private final LoadedArt art;
    private final LaneTimer timer = new LaneTimer(0, "render", Clock.SYSTEM);
    private final Thread[] decoders = new Thread[2];
    private volatile boolean stopping;
    private SpriteBatch batch;
    private int sector;
    private int frames;
    private final long[] uploadsCpuNs = new long[LONGEST_FRAMES + 1];

    private ArtDemo(int room) throws IOException {
        this.room = room;
        loader = new Loader(source, (long) room << 20);
        art = new LoadedArt(loader, true);
    }

    public static void main(String[] args) throws IOException {
        Lwjgl3ApplicationConfiguration config = new Lwjgl3ApplicationConfiguration();
        config.setWindowedMode(1280, 720);
        config.setForegroundFPS(60);
        new Lwjgl3Application(new ArtDemo(Integer.parseInt(args[0])), config);
    }

    @Override
    public void create() {
        batch = new SpriteBatch();
        art.start();
        for (int i = 0; i < decoders.length; i++) {
            decoders[i] = new Thread(this::decode, "assets" + i);
            decoders[i].start();
        }
    }

    private void decode() {
        Worker w = loader.worker();
        try {
            while (!stopping) {
                if (w.claim()) {
                    if (w.stillWanted() && w.read() && w.stillWanted()) {
                        w.decode(() -> { });
                    }
                } else {
                    Thread.sleep(2);
                }
            }
        } catch (InterruptedException e) {
            System.out.println("interrupted");
        } finally {
            w.close();
        }
    }

    @Override
    public void render() {
        long before = cpuNs();
        art.upload(timer, LoadedArt.BUDGET_NS, Fault.NONE);
        uploadsCpuNs[frames] = cpuNs() - before;
        boolean whole = draw();
        int error = Gdx.gl.glGetError();
        if (error != GL20.GL_NO_ERROR || ++frames > LONGEST_FRAMES) {
            System.out.println("gl error " + error + " after " + frames + " frames, whole " + whole);
            Gdx.app.exit();
        } else if (whole) {
            compare();
            sector++;
            loader.look(sector, 100 * sector, -70 * sector);
            if (sector == SECTORS) {
                costs();
                Gdx.app.exit();
            }
        }
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** True if nothing in the picture was a placeholder. */
    private boolean draw() {
        long before = art.placeholders();
        Gdx.gl.glClear(GL20.GL_COLOR_BUFFER_BIT);
        batch.begin();
        for (int tile = 0; tile < NebulaGrid.TILES; tile++) {
            Texture t = art.nebula(NebulaGrid.lookOf(sector), tile);
            if (t != null) {
                batch.draw(t, tile % 4 * 320, (1 - tile / 4) * 360, 320, 360);
            }
        }
        batch.draw(art.region("ship"), 400, 300);
        batch.draw(art.region("rock-large-3"), 600, 300);
        batch.draw(art.region("pixel"), 10, 10, 100, 10);
        for (Art.Face face : Art.Face.values()) {
            for (int px = 14; px <= 56; px *= 2) {
                BitmapFont font = art.font(face, px + sector);
                if (font != null) {
                    font.draw(batch, "Lockstep 0123 ▂▅ × → °", 20 + face.ordinal() * 420, 700 - 3 * px);
                }
            }
        }
        batch.end();
        return art.placeholders() == before && art.sound("ambient") != null && art.sound("thrust") != null;
    }

    private void compare() {
        int same = 0;
        for (int look = 0; look < NebulaGrid.LOOKS; look++) {
            for (int tile = 0; tile < NebulaGrid.TILES; tile++) {
                Texture t = art.nebula(look, tile);
                if (t != null && equal(t, "nebula/" + look + "-" + tile + ".png")) {
                    same++;
                } else if (t != null) {
                    System.out.println("differs: " + look + "-" + tile);
                }
            }
        }
        boolean sheets = equal(art.region("ship").getTexture(), "sprites.png")
            && equal(art.region("rock-large-3").getTexture(), "rocks.png");
        System.out.println("sector " + sector + ": tiles equal " + same + " of at most " + room + ", sheets equal " + sheets);
    }

    private boolean equal(Texture t, String path) {
        try {
            BufferedImage file = ImageIO.read(new ByteArrayInputStream(source.read(path)));
            ByteBuffer pixels = BufferUtils.newByteBuffer(4 * t.getWidth() * t.getHeight());
            t.bind();
            GL11.glGetTexImage(GL11.GL_TEXTURE_2D, 0, GL11.GL_RGBA, GL11.GL_UNSIGNED_BYTE, pixels);
            for (int y = 0; y < t.getHeight(); y++) {
                for (int x = 0; x < t.getWidth(); x++) {
                    int at = 4 * (y * t.getWidth() + x);
                    int rgba = (pixels.get(at) & 255) << 16 | (pixels.get(at + 1) & 255) << 8 | pixels.get(at + 2) & 255
                        | pixels.get(at + 3) << 24;
                    if (rgba != file.getRGB(x, y)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void costs() {
        AssetStats s = loader.stats();
        System.out.printf(Locale.ROOT, "loaded %d failed %d evicted %d cancelled %d frames %d with placeholders %d%n", s.loaded(),
            s.failed(), s.evicted(), s.cancelled(), frames, s.placeholderFrames());
        System.out.printf(Locale.ROOT, "slices %d of %.1f KiB: %.3f ms/MiB, slowest %.3f ms; longest upload of a frame %.3f ms%n",
            s.slices(), s.uploadBytes() / 1024.0 / s.slices(), s.uploadNs() / 1e6 / (s.uploadBytes() / 1048576.0),
            s.sliceMaxNs() / 1e6, s.uploadMaxNs() / 1e6);
        long[] sorted = Arrays.stream(uploadsCpuNs, 0, frames).sorted().toArray();
        System.out.printf(Locale.ROOT, "CPU time of uploads in a frame: median %.3f, 90%% %.3f, longest %.3f %.3f %.3f ms%n",
            sorted[frames / 2] / 1e6, sorted[frames * 9 / 10] / 1e6, sorted[frames - 3] / 1e6, sorted[frames - 2] / 1e6,
            sorted[frames - 1] / 1e6);
    }

    @Override
    public void dispose() {
        stopping = true;
        for (Thread t : decoders) {
            try {
                t.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        art.close();
        loader.close();
        batch.dispose();
        AssetStats s = loader.stats();
        System.out.println("pictures made and freed: " + (s.pixmapsMade() == s.pixmapsFreed()));
    }
}
