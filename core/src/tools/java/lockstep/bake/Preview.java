package lockstep.bake;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Contact sheets and a mock frame of the game, to judge the baked pictures by eye. */
final class Preview {
    private static final double PX_PER_METER = 32;
    private final Path assets;
    private final List<Region> regions = new ArrayList<>(Bake.sprites());

    private Preview(Path assets) {
        this.assets = assets;
        regions.addAll(Rocks.all());
    }

    static void write(Path assets, Path folder) throws IOException {
        Preview preview = new Preview(assets);
        for (int look = 0; look < Nebula.LOOKS; look++) {
            save(preview.whole(look), folder, "nebula-" + look + ".png");
        }
        for (int look = 0; look < Nebula.LOOKS; look++) {
            save(preview.frame(look), folder, "mock-" + look + ".png");
        }
        save(grey(preview.frame(0)), folder, "mock-grey.png");
        for (String page : new String[] {"sprites", "rocks"}) {
            save(onSpace(ImageIO.read(assets.resolve(page + ".png").toFile())), folder, page + ".png");
        }
        save(preview.small(), folder, "small.png");
    }

    private BufferedImage whole(int look) throws IOException {
        BufferedImage image = new BufferedImage(2048, 1024, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int tile = 0; tile < 8; tile++) {
            File file = assets.resolve("nebula/" + look + "-" + tile + ".png").toFile();
            g.drawImage(ImageIO.read(file), tile % 4 * 512, tile / 4 * 512, null);
        }
        return image;
    }

    private BufferedImage frame(int look) throws IOException {
        BufferedImage image = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.drawImage(whole(look), -300, -150, null);
        Random random = new Random(5);
        for (int i = 0; i < 170; i++) {
            String star = i < 110 ? "star1" : i < 158 ? "star2" : "star3";
            draw(g, star, random.nextInt(1280), random.nextInt(720), 0, 0.6 + 0.3 * random.nextDouble(),
                0.25 + 0.6 * random.nextDouble());
        }
        for (int x = 0; x < 1280; x += 64) {
            draw(g, "wall", x + 32, 44, 0, 0.5, 1);
        }
        for (int x = 0; x < 6; x++) {
            draw(g, "gate-beam", 960 + 64 * x, 650, 0, 0.5, 1);
        }
        draw(g, "gate-post", 928, 650, 0, 0.5, 1);
        draw(g, "gate-post", 1312, 650, 0, 0.5, 1);
        int[][] rocks = {{230, 210}, {1020, 260}, {520, 580}, {820, 130}, {300, 480}, {700, 240}, {900, 500}, {1150, 470},
            {100, 640}, {420, 150}, {1180, 120}};
        for (int i = 0; i < rocks.length; i++) {
            String size = Rocks.SIZES[i < 3 ? 0 : i < 7 ? 1 : 2];
            draw(g, "rock-" + size + "-" + i % 8, rocks[i][0], rocks[i][1], i * 0.8, PX_PER_METER / 48, 1);
        }
        draw(g, "glow", 560, 400, 0, 1.0, 0.35);
        draw(g, "ship-thrust", 560 - 42 * Math.cos(0.4), 400 + 42 * Math.sin(0.4), -0.4, 0.5, 1);
        draw(g, "ship", 560, 400, -0.4, 0.5, 1);
        draw(g, "shield", 560, 400, 0, 0.5, 0.8);
        draw(g, "ship", 380, 330, 1.9, 0.5, 1);
        for (int i = 1; i < 5; i++) {
            draw(g, "shot", 560 + i * 75, 400 - i * 31.7, -0.4, 0.5, 1);
        }
        draw(g, "token", 760, 420, 0, 0.5, 1);
        draw(g, "token", 430, 430, 0, 0.5, 1);
        draw(g, "token", 1100, 380, 0, 0.5, 1);
        draw(g, "ring", 800, 300, 0, 0.7, 0.7);
        for (int i = 0; i < 9; i++) {
            draw(g, "smoke", 800 + random.nextGaussian() * 18, 300 + random.nextGaussian() * 18, i, 0.4, 0.25);
            draw(g, "spark", 800 + 36 * Math.cos(i * 0.7), 300 + 36 * Math.sin(i * 0.7), i * 0.7, 0.6, 0.9);
        }
        for (int i = 0; i < 3; i++) {
            draw(g, "pip", 40 + 26 * i, 84, 0, 0.6, 1);
            draw(g, "token-icon", 1180 + 26 * i, 84, 0, 0.6, 1);
        }
        draw(g, "arrow", 1250, 330, 0, 0.5, 0.9);
        return image;
    }

    /** Ship, token, shot and the rest at the sizes of play, in colour and in grey, in 3x. */
    private BufferedImage small() {
        BufferedImage image = new BufferedImage(420, 130, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        g.setColor(new Color(0x0B1020));
        g.fillRect(0, 0, 420, 130);
        String[] names =
            {"ship", "token", "shot", "gate-post", "gate-beam", "pip", "rock-small-0", "rock-small-1", "shield", "arrow"};
        for (int i = 0; i < names.length; i++) {
            draw(g, names[i], 24 + i * 40, 24, 0, names[i].startsWith("rock") ? 0.667 : 0.5, 1);
        }
        g.drawImage(grey(image), 0, 65, null);
        BufferedImage large = new BufferedImage(1260, 390, BufferedImage.TYPE_INT_RGB);
        large.createGraphics().drawImage(image, 0, 0, 1260, 390, null);
        return large;
    }

    private void draw(Graphics2D g, String name, double x, double y, double turn, double scale, double alpha) {
        BufferedImage image = regions.stream().filter(region -> region.name().equals(name)).findFirst().orElseThrow().image();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(turn);
        place.scale(scale, scale);
        place.translate(-image.getWidth() / 2.0, -image.getHeight() / 2.0);
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
        g.drawImage(image, place, null);
    }

    private static BufferedImage onSpace(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        out.createGraphics().drawImage(image, 0, 0, new Color(0x0B1020), null);
        return out;
    }

    private static BufferedImage grey(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        out.createGraphics().drawImage(image, 0, 0, null);
        return out;
    }

    private static void save(BufferedImage image, Path folder, String name) throws IOException {
        ImageIO.write(image, "png", folder.resolve(name).toFile());
    }
}
