package lockstep.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.files.FileHandle;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.PixmapPacker;
import com.badlogic.gdx.graphics.g2d.TextureAtlas;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator;
import com.badlogic.gdx.utils.Disposable;
import java.util.HashMap;
import java.util.Map;
import lockstep.view.Art;

/** Art that is loaded at once, on the GL thread, from a folder; for demos and tests. */
final class DemoArt implements Art, Disposable {
    private static final String FONTS = "com/formdev/flatlaf/fonts/";

    private final FileHandle folder;
    private final TextureAtlas sprites, rocks;
    private final Map<String, TextureRegion> regions = new HashMap<>();
    private final Texture[] nebula = new Texture[6 * 8];
    private final Map<Face, FreeTypeFontGenerator> generators = new HashMap<>();
    private final BitmapFont[][] fonts = new BitmapFont[Face.values().length][256];
    private final Map<String, Sound> sounds = new HashMap<>();
    private long placeholders;

    DemoArt(FileHandle folder) {
        this.folder = folder;
        sprites = new TextureAtlas(folder.child("sprites.atlas"));
        rocks = new TextureAtlas(folder.child("rocks.atlas"));
        generators.put(Face.WORDS, generator("inter/Inter-Regular.otf"));
        generators.put(Face.BOLD, generator("inter/Inter-SemiBold.otf"));
        generators.put(Face.NUMBERS, generator("jetbrains_mono/JetBrainsMono-Regular.ttf"));
    }

    private static FreeTypeFontGenerator generator(String path) {
        return new FreeTypeFontGenerator(Gdx.files.classpath(FONTS + path));
    }

    @Override
    public TextureRegion region(String name) {
        TextureRegion region = regions.get(name);
        if (region == null) {
            region = sprites.findRegion(name) != null ? sprites.findRegion(name) : rocks.findRegion(name);
            if (region == null) {
                placeholders++;
                region = sprites.findRegion("placeholder");
            }
            regions.put(name, region);
        }
        return region;
    }

    @Override
    public Texture nebula(int look, int tile) {
        int i = look * 8 + tile;
        if (nebula[i] == null) {
            nebula[i] = new Texture(folder.child("nebula/" + look + "-" + tile + ".png"));
            nebula[i].setFilter(Texture.TextureFilter.Linear, Texture.TextureFilter.Linear);
        }
        return nebula[i];
    }

    @Override
    public BitmapFont font(Face face, int px) {
        BitmapFont font = fonts[face.ordinal()][px];
        if (font == null) {
            FreeTypeFontGenerator.FreeTypeFontParameter p = new FreeTypeFontGenerator.FreeTypeFontParameter();
            p.size = px;
            int page = px > 40 ? 1024 : 512;
            p.packer = new PixmapPacker(page, page, Pixmap.Format.RGBA8888, 1, false);
            p.minFilter = Texture.TextureFilter.Linear;
            p.magFilter = Texture.TextureFilter.Linear;
            font = generators.get(face).generateFont(p);
            fonts[face.ordinal()][px] = font;
        }
        return font;
    }

    @Override
    public Sound sound(String name) {
        return sounds.computeIfAbsent(name, n -> Gdx.audio.newSound(folder.child("sounds/" + n + ".wav")));
    }

    @Override
    public long placeholders() {
        return placeholders;
    }

    @Override
    public void dispose() {
        sprites.dispose();
        rocks.dispose();
        generators.values().forEach(FreeTypeFontGenerator::dispose);
        sounds.values().forEach(Sound::dispose);
    }
}
