package lockstep.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.utils.GdxNativesLoader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class HostileTest {
    private static final int IDAT_AT = 8 + 25;

    @BeforeAll
    static void natives() {
        GdxNativesLoader.load();
    }

    static List<Arguments> brokenFiles() {
        byte[] png = Samples.png(512, 512, BufferedImage.TYPE_INT_RGB, 5);
        byte[] wav = Samples.wav(1, 16, 100);
        byte[] huge = png.clone();
        ByteBuffer.wrap(huge).putInt(16, 65_536);
        byte[] flipped = png.clone();
        flipped[flipped.length / 2] ^= 0x10;
        byte[] noHeader = png.clone();
        noHeader[12] = 'X';
        return List.of(
            Arguments.of("nebula/0-0.png", Arrays.copyOf(png, png.length / 2), "cut off"),
            Arguments.of("nebula/0-0.png", Arrays.copyOf(png, 30), "cut off"),
            Arguments.of("nebula/0-0.png", new byte[0], "empty"),
            Arguments.of("nebula/0-0.png", "GIF89a, honest".getBytes(), "not a PNG"),
            Arguments.of("nebula/0-0.png", huge, "65536x512 px; at most 4096x4096"),
            Arguments.of("nebula/0-0.png", flipped, "damaged"),
            Arguments.of("nebula/0-0.png", noHeader, "header"),
            Arguments.of("nebula/0-0.png", Samples.png(64, 64, BufferedImage.TYPE_INT_RGB, 5), "64x64 px; right is 512x512"),
            Arguments.of("sprites.png", Arrays.copyOf(png, png.length - 1), "cut off"),
            Arguments.of("sprites.atlas", new byte[0], "0 pages"),
            Arguments.of("sprites.atlas", new byte[] {0, 1, 2, (byte) 200, '\n', ':', ',', '\n', ':'}, "atlas"),
            Arguments.of("sprites.atlas", "sprites.png\nsize: a, b\n".getBytes(), "not an atlas"),
            Arguments.of("sprites.atlas", Samples.atlas("x", 9, 9, "ship\n  xy: 60, 60\n  size: 9, 9\nb"), "outside the picture"),
            Arguments.of("sprites.atlas", Samples.atlas("x", 9, 9, "ship\n  xy: 0, 0\n  size: 2147483647, 9\nb"), "outside"),
            Arguments.of("sounds/shot.wav", new byte[0], "empty"),
            Arguments.of("sounds/shot.wav", Arrays.copyOf(wav, wav.length - 2), "cut off"),
            Arguments.of("sounds/shot.wav", Arrays.copyOf(wav, 20), "cut off"),
            Arguments.of("sounds/shot.wav", Arrays.copyOf(wav, 36), "no samples"),
            Arguments.of("sounds/shot.wav", Samples.wav(1, 8, 100), "8 bits"),
            Arguments.of("sounds/shot.wav", Samples.wav(6, 16, 10), "6 channels"),
            Arguments.of("sounds/shot.wav", "RIFX....WAVE".getBytes(), "not a WAV"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("brokenFiles")
    void isRefusedWithOneLineAndNeverTriedAgain(String path, byte[] bytes, String why) throws Exception {
        Samples files = Samples.all().put(path, bytes);
        assertOneFails(files, path.replace(".atlas", ".png"), why);
    }

    @Test
    void whatIsMissingIsRefused() throws Exception {
        assertOneFails(Samples.all().without("rocks.atlas"), "rocks.png", "rocks.atlas");
        assertOneFails(Samples.all().without("nebula/1-3.png"), "nebula/1-3.png", "does not exist");
    }

    @Test
    void aFolderInPlaceOfAFileIsRefused(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("nebula/0-0.png"));
        AssetSource disk = AssetSource.folder(folder);
        List<String> said = new ArrayList<>();
        Loader loader = new Loader(disk, 1 << 20, said::add);
        Worker w = loader.worker();
        while (w.claim()) {
            assertFalse(w.read());
        }
        assertTrue(said.stream().anyMatch(s -> s.contains("nebula/0-0.png") && s.contains("is a folder, not a file")),
            said::toString);
        assertEquals(loader.stats().failed(), said.size());
    }

    private static void assertOneFails(Samples files, String path, String why) throws Exception {
        List<String> said = new ArrayList<>();
        Loader loader = new Loader(files, 16 << 20, said::add);
        Worker w = loader.worker();
        for (int round = 0; round < 2; round++) {
            while (w.claim()) {
                if (w.read()) {
                    w.decode(() -> {});
                }
                for (Decoded d = loader.poll(); d != null; d = loader.poll()) {
                    loader.ready(d);
                }
            }
        }
        assertEquals(1, said.size(), said::toString);
        String line = said.get(0);
        assertTrue(line.startsWith("lockstep: asset " + path + " cannot be used: ") && line.contains(why), line);
        assertFalse(line.contains("\n"), line);
        assertEquals(1, loader.stats().failed());
        loader.close();
        assertEquals(loader.stats().pixmapsMade(), loader.stats().pixmapsFreed());
        byte[] states = new byte[Catalogue.COUNT];
        loader.states(states);
        assertEquals(Loader.FAILED, states[path.contains("/") ? byPath(path) : Catalogue.sheet(path.replace(".png", ""))]);
    }

    private static int byPath(String path) {
        int a = 0;
        while (!Catalogue.path(a).equals(path)) {
            a++;
        }
        return a;
    }

    /** Wraps damaged pixel data in a file that is right in all else but them. */
    private static byte[] withData(byte[] png, byte[] idat) {
        ByteBuffer b = ByteBuffer.allocate(IDAT_AT + 12 + idat.length + 12);
        b.put(png, 0, IDAT_AT).putInt(idat.length).put("IDAT".getBytes()).put(idat).putInt(crc("IDAT", idat));
        return b.putInt(0).put("IEND".getBytes()).putInt(crc("IEND", new byte[0])).array();
    }

    private static int crc(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(type.getBytes());
        crc.update(data);
        return (int) crc.getValue();
    }

    @Test
    void damagedPixelsAreRefusedOrReadButNeverHangOrCrash() throws Exception {
        byte[] png = Samples.png(96, 80, BufferedImage.TYPE_INT_RGB, 9);
        int length = ByteBuffer.wrap(png).getInt(IDAT_AT);
        byte[] data = Arrays.copyOfRange(png, IDAT_AT + 8, IDAT_AT + 8 + length);
        decode(withData(png, data)).dispose();
        int refused = 0;
        for (int n = 0; n < data.length; n += 1 + data.length / 300) {
            refused += refuses(withData(png, Arrays.copyOf(data, n)));
        }
        assertTrue(refused > 250, "cut off data were refused only " + refused + " times");
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            byte[] d = data.clone();
            for (int k = random.nextInt(6); k >= 0; k--) {
                d[random.nextInt(k == 0 ? 8 : d.length)] = (byte) random.nextInt();
            }
            refuses(withData(png, d));
            byte[] header = withData(png, data);
            header[16 + random.nextInt(13)] = (byte) random.nextInt(9);
            ByteBuffer.wrap(header).putInt(29, crc("IHDR", Arrays.copyOfRange(header, 16, 29)));
            refuses(header);
        }
    }

    private static Pixmap decode(byte[] file) throws IOException {
        PngPixels pixels = new PngPixels();
        try {
            return pixels.decode(file, Png.check(file));
        } finally {
            pixels.close();
        }
    }

    private static int refuses(byte[] file) {
        try {
            decode(file).dispose();
            return 0;
        } catch (IOException e) {
            return 1;
        }
    }

    @Test
    void pixelsAreThoseThatAnotherDecoderSees() throws Exception {
        for (String name : List.of("sprites.png", "rocks.png", "nebula/3-2.png")) {
            byte[] file = AssetSource.builtIn().read(name);
            BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
            Pixmap p = decode(file);
            assertEquals(Pixmap.Format.RGBA8888, p.getFormat());
            assertEquals(4 * p.getWidth() * p.getHeight(), p.getPixels().remaining());
            for (int y = 0; y < p.getHeight(); y++) {
                for (int x = 0; x < p.getWidth(); x++) {
                    if (Integer.rotateLeft(expected.getRGB(x, y), 8) != p.getPixel(x, y)) {
                        assertEquals(Integer.toHexString(expected.getRGB(x, y)), Integer.toHexString(p.getPixel(x, y)));
                    }
                }
            }
            p.dispose();
        }
    }

    @Test
    void stereoIsAllowedAndChunksBeforeTheSamplesAreSkipped() throws Exception {
        Wav.check(Samples.wav(2, 16, 10));
        byte[] wav = Samples.wav(1, 16, 10);
        ByteBuffer b = ByteBuffer.allocate(wav.length + 12);
        b.put(wav, 0, 12).put("LIST".getBytes()).put(new byte[] {4, 0, 0, 0, 'a', 'b', 'c', 'd'}).put(wav, 12, wav.length - 12);
        Wav.check(b.array());
        assertThrows(IOException.class, () -> Wav.check(Arrays.copyOf(b.array(), 24)));
    }
}
