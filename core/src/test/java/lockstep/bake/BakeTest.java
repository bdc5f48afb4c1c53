package lockstep.bake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.g2d.TextureAtlas.TextureAtlasData;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the shipped pictures and sounds to what the game relies on. */
@Tag("slow")
class BakeTest {
    private static final Path ASSETS = Path.of("../assets");
    private static final Set<String> SPRITES = Set.of("ship", "ship-thrust", "shot", "token", "shield", "gate-post",
        "gate-beam", "wall", "glow", "spark", "smoke", "star1", "star2", "star3", "ring", "pixel", "arrow", "pip",
        "token-icon", "hatch", "placeholder");

    private static final double[] LINEAR = new double[256];

    static {
        for (int level = 0; level < 256; level++) {
            double value = level / 255.0;
            LINEAR[level] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
    }

    @Test
    void theSpriteAtlasHoldsEveryRegionInsideItsPage() throws IOException {
        assertEquals(new TreeSet<>(SPRITES), regionsInsidePage("sprites"));
    }

    @Test
    void theRockAtlasHoldsEightShapesOfEachSize() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String size : Rocks.SIZES) {
            for (int shape = 0; shape < Rocks.SHAPES; shape++) {
                names.add("rock-" + size + "-" + shape);
            }
        }
        assertEquals(names, regionsInsidePage("rocks"));
    }

    @Test
    void thePixelIsSolidWhiteAndSoAreItsNeighbours() throws IOException {
        TextureAtlasData.Region pixel = region("sprites", "pixel");
        BufferedImage page = page("sprites");
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                assertEquals(0xFFFFFFFF, page.getRGB(pixel.left + dx, pixel.top + dy));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall", "gate-beam", "hatch"})
    void whatTilesContinuesIntoItsPadding(String name) throws IOException {
        TextureAtlasData.Region tile = region("sprites", name);
        BufferedImage page = page("sprites");
        for (int y = tile.top; y < tile.top + tile.height; y++) {
            assertEquals(page.getRGB(tile.left, y), page.getRGB(tile.left + tile.width, y));
            assertEquals(page.getRGB(tile.left + tile.width - 1, y), page.getRGB(tile.left - 1, y));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void everyGameColourStandsOutFromEveryPixelOfTheNebula(int look) throws IOException {
        double worst = Double.MAX_VALUE;
        BufferedImage whole = nebula(look);
        for (int y = 0; y < whole.getHeight(); y++) {
            for (int x = 0; x < whole.getWidth(); x++) {
                worst = Math.min(worst, worstContrast(whole.getRGB(x, y)));
            }
        }
        assertTrue(worst >= 4.7, "look " + look + ": worst contrast " + worst + ", should be at least 4.7");
    }

    @Test
    void everyRockIsOnAverageAsLightAsItsColour() throws IOException {
        BufferedImage page = page("rocks");
        for (TextureAtlasData.Region rock : atlas("rocks").getRegions()) {
            double light = 0;
            double area = 0;
            for (int y = rock.top; y < rock.top + rock.height; y++) {
                for (int x = rock.left; x < rock.left + rock.width; x++) {
                    int argb = page.getRGB(x, y);
                    light += (argb >>> 24) * luminance(argb);
                    area += argb >>> 24;
                }
            }
            assertTrue(light / area >= luminance(0x8A7B86), rock.name + ": " + light / area);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void nebulaTilesContinueOverEverySeam(int look) throws IOException {
        BufferedImage whole = nebula(look);
        double ordinary = differenceOfColumns(whole, 255) + differenceOfColumns(whole, 767);
        for (int x = 511; x < whole.getWidth(); x += 512) {
            assertTrue(differenceOfColumns(whole, x) < ordinary + 1, "seam right of column " + x);
        }
        for (int y = 511; y < whole.getHeight(); y += 512) {
            assertTrue(differenceOfRows(whole, y) < ordinary + 1, "seam below row " + y);
        }
    }

    @ParameterizedTest
    @MethodSource("lockstep.bake.Sounds#all")
    void theGeneratorMakesTheShippedSound(Sounds.Named sound) throws IOException {
        assertArrayEquals(sound.wav(), Files.readAllBytes(file(sound.name())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shot", "hit", "split", "catch", "thrust", "gate", "shield", "death", "start", "menu", "ambient"})
    void soundsAreMono16BitAndPeakBelowMinusThreeDecibels(String name) throws IOException {
        ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(file(name))).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(1, wav.getShort(20), "PCM");
        assertEquals(1, wav.getShort(22), "channels");
        assertEquals(name.equals("ambient") ? 22_050 : 44_100, wav.getInt(24), "samples a second");
        assertEquals(16, wav.getShort(34), "bits");
        int peak = 0;
        for (short sample : samples(name)) {
            peak = Math.max(peak, Math.abs(sample));
        }
        assertTrue(peak <= 23_197, "peak " + peak);
        assertTrue(peak >= 2_000, "peak " + peak);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shot", "hit", "split", "catch", "gate", "shield", "death", "start", "menu"})
    void soundsStartAndEndInSilence(String name) throws IOException {
        short[] samples = samples(name);
        assertTrue(Math.abs(samples[0]) <= 8, "starts at " + samples[0]);
        assertTrue(Math.abs(samples[samples.length - 1]) <= 8, "ends at " + samples[samples.length - 1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"thrust", "ambient"})
    void loopsCloseWithoutAStep(String name) throws IOException {
        short[] samples = samples(name);
        int largest = 0;
        for (int i = 1; i < samples.length; i++) {
            largest = Math.max(largest, Math.abs(samples[i] - samples[i - 1]));
        }
        assertTrue(Math.abs(samples[0] - samples[samples.length - 1]) <= largest);
    }

    private static Set<String> regionsInsidePage(String name) throws IOException {
        BufferedImage page = page(name);
        assertTrue(page.getWidth() <= 1024 && page.getHeight() <= 1024, "page of at most 1024x1024");
        Set<String> names = new TreeSet<>();
        for (TextureAtlasData.Region region : atlas(name).getRegions()) {
            assertTrue(region.left >= 2 && region.top >= 2, region.name);
            assertTrue(region.left + region.width <= page.getWidth() - 2, region.name);
            assertTrue(region.top + region.height <= page.getHeight() - 2, region.name);
            assertTrue(names.add(region.name), region.name + " twice");
        }
        return names;
    }

    private static TextureAtlasData.Region region(String atlas, String name) {
        for (TextureAtlasData.Region region : atlas(atlas).getRegions()) {
            if (region.name.equals(name)) {
                return region;
            }
        }
        throw new AssertionError(name + " is not in " + atlas + ".atlas");
    }

    private static TextureAtlasData atlas(String name) {
        FileHandle folder = new FileHandle(ASSETS.toFile());
        return new TextureAtlasData(folder.child(name + ".atlas"), folder, false);
    }

    private static BufferedImage page(String name) throws IOException {
        return ImageIO.read(ASSETS.resolve(name + ".png").toFile());
    }

    private static BufferedImage nebula(int look) throws IOException {
        BufferedImage whole = new BufferedImage(2048, 1024, BufferedImage.TYPE_INT_RGB);
        for (int tile = 0; tile < 8; tile++) {
            BufferedImage part = ImageIO.read(ASSETS.resolve("nebula/" + look + "-" + tile + ".png").toFile());
            assertEquals(512, part.getWidth());
            assertEquals(512, part.getHeight());
            whole.createGraphics().drawImage(part, tile % 4 * 512, tile / 4 * 512, null);
        }
        return whole;
    }

    /** The smallest contrast of a game colour against this background. */
    private static double worstContrast(int background) {
        double darkest = Double.MAX_VALUE;
        for (int colour : new int[] {0xD9D9FF, 0xFFEC35, 0x8A7B86, 0x65DFB3, 0xD06221, 0x247CFF}) {
            darkest = Math.min(darkest, luminance(colour));
        }
        return (darkest + 0.05) / (luminance(background) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * LINEAR[rgb >> 16 & 255] + 0.7152 * LINEAR[rgb >> 8 & 255] + 0.0722 * LINEAR[rgb & 255];
    }

    private static double differenceOfColumns(BufferedImage image, int x) {
        double sum = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            sum += difference(image.getRGB(x, y), image.getRGB((x + 1) % image.getWidth(), y));
        }
        return sum / image.getHeight();
    }

    private static double differenceOfRows(BufferedImage image, int y) {
        double sum = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            sum += difference(image.getRGB(x, y), image.getRGB(x, (y + 1) % image.getHeight()));
        }
        return sum / image.getWidth();
    }

    private static int difference(int one, int two) {
        return Math.abs((one >> 16 & 255) - (two >> 16 & 255)) + Math.abs((one >> 8 & 255) - (two >> 8 & 255))
            + Math.abs((one & 255) - (two & 255));
    }

    private static Path file(String sound) {
        return ASSETS.resolve("sounds/" + sound + ".wav");
    }

    private static short[] samples(String sound) throws IOException {
        ByteBuffer wav = ByteBuffer.wrap(Files.readAllBytes(file(sound))).order(ByteOrder.LITTLE_ENDIAN);
        short[] samples = new short[(wav.capacity() - 44) / 2];
        wav.position(44).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
