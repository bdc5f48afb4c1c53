package lockstep.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Bakes every picture and sound of the game into {@code assets/}, from fixed seeds, so that the same source gives
 * the same art. Run from the repository's root: {@code mvn -Pbake -pl core process-test-classes}.
 * A second argument names a folder for contact sheets and a mock frame to judge the result by.
 */
public final class Bake {
    private Bake() {
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Path assets = Path.of(args[0]);
        pictures(assets);
        Nebula.writeAll(Files.createDirectories(assets.resolve("nebula")));
        for (Sounds.Named sound : Sounds.all()) {
            Files.write(Files.createDirectories(assets.resolve("sounds")).resolve(sound.name() + ".wav"), sound.wav());
        }
        if (args.length > 1) {
            Preview.write(assets, Files.createDirectories(Path.of(args[1])));
        }
    }

    private static void pictures(Path assets) throws IOException {
        AtlasWriter.write(assets, "sprites", 512, 512, sprites());
        AtlasWriter.write(assets, "rocks", 1024, 1024, Rocks.all());
        ImageIO.write(Icon.render(128), "png", assets.resolve("icon.png").toFile());
        ImageIO.write(Icon.render(32), "png", assets.resolve("icon-32.png").toFile());
    }

    static List<Region> sprites() {
        List<Region> regions = new ArrayList<>(Ship.all());
        regions.addAll(BodyArt.all());
        regions.addAll(Effects.all());
        return regions;
    }
}
