package lockstep.bake;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.imageio.ImageIO;

/** Packs regions on shelves into one page and writes it with its description in libGDX's TextureAtlas format. */
final class AtlasWriter {
    private static final int PADDING_PX = 2;
    private final int pageWidth;
    private final BufferedImage page;
    private final StringBuilder regions = new StringBuilder();
    private int shelfX = PADDING_PX;
    private int shelfY = PADDING_PX;
    private int shelfHeight;

    private AtlasWriter(int pageWidth, int pageHeight) {
        this.pageWidth = pageWidth;
        page = new BufferedImage(pageWidth, pageHeight, BufferedImage.TYPE_INT_ARGB);
    }

    /** Writes {@code name.png} and {@code name.atlas} into the folder. */
    static void write(Path folder, String name, int pageWidth, int pageHeight, List<Region> regions) throws IOException {
        AtlasWriter writer = new AtlasWriter(pageWidth, pageHeight);
        List<Region> tallestFirst = new ArrayList<>(regions);
        tallestFirst.sort(Comparator.comparingInt((Region region) -> -region.image().getHeight()));
        tallestFirst.forEach(writer::place);
        ImageIO.write(writer.page, "png", folder.resolve(name + ".png").toFile());
        Files.writeString(folder.resolve(name + ".atlas"), """
                %s.png
                size: %d, %d
                format: RGBA8888
                filter: Linear, Linear
                repeat: none
                """.formatted(name, pageWidth, pageHeight) + writer.regions);
    }

    private void place(Region region) {
        int width = region.image().getWidth();
        int height = region.image().getHeight();
        if (shelfX + width + PADDING_PX > pageWidth) {
            shelfX = PADDING_PX;
            shelfY += shelfHeight + 2 * PADDING_PX;
            shelfHeight = 0;
        }
        if (shelfY + height + PADDING_PX > page.getHeight()) {
            throw new IllegalStateException(
                "region " + region.name() + " does not fit: make the page taller than " + page.getHeight());
        }
        draw(region);
        describe(region.name(), shelfX, shelfY, width, height);
        shelfX += width + 2 * PADDING_PX;
        shelfHeight = Math.max(shelfHeight, height);
    }

    private void draw(Region region) {
        BufferedImage image = region.image();
        int width = image.getWidth();
        int height = image.getHeight();
        for (int y = -PADDING_PX; y < height + PADDING_PX; y++) {
            for (int x = -PADDING_PX; x < width + PADDING_PX; x++) {
                boolean inside = x >= 0 && y >= 0 && x < width && y < height;
                if (inside || region.tiles()) {
                    page.setRGB(shelfX + x, shelfY + y, image.getRGB(Math.floorMod(x, width), Math.floorMod(y, height)));
                }
            }
        }
    }

    /** The region {@code pixel} is one texel in the middle of its solid picture, so that filtering never leaves it. */
    private void describe(String name, int x, int y, int width, int height) {
        boolean texel = name.equals("pixel");
        int w = texel ? 1 : width;
        int h = texel ? 1 : height;
        regions.append("""
                %s
                  rotate: false
                  xy: %d, %d
                  size: %d, %d
                  orig: %d, %d
                  offset: 0, 0
                  index: -1
                """.formatted(name, texel ? x + width / 2 : x, texel ? y + height / 2 : y, w, h, w, h));
    }
}
