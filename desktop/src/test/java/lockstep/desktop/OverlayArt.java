package lockstep.desktop;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.audio.Sound;
import com.badlogic.gdx.graphics.Color;
import com.badlogic.gdx.graphics.Pixmap;
import com.badlogic.gdx.graphics.Texture;
import com.badlogic.gdx.graphics.g2d.BitmapFont;
import com.badlogic.gdx.graphics.g2d.PixmapPacker;
import com.badlogic.gdx.graphics.g2d.TextureRegion;
import com.badlogic.gdx.graphics.g2d.freetype.FreeTypeFontGenerator;
import lockstep.view.Art;

/** Art that is there at once: fonts from the class path, a pixel and a hatch made here. */
final class OverlayArt implements Art {
    private final BitmapFont[][] fonts = new BitmapFont[Face.values().length][200];
    private final TextureRegion pixel;
    private final TextureRegion hatch;

    OverlayArt() {
        Pixmap page = new Pixmap(64, 64, Pixmap.Format.RGBA8888);
        page.setBlending(Pixmap.Blending.None);
        page.setColor(Color.WHITE);
        page.fillRectangle(40, 40, 8, 8);
        for (int y = -1; y < 33; y++) {
            for (int x = -1; x < 33; x++) {
                double phase = Math.abs(Math.floorMod(x + y, 16) + 0.5 - 8);
                page.setColor(1, 1, 1, (float) Math.max(0, Math.min(1, 4.2 - phase)));
                page.drawPixel(x + 1, y + 1);
            }
        }
        Texture texture = new Texture(page);
        texture.setFilter(Texture.TextureFilter.Linear, Texture.TextureFilter.Linear);
        pixel = new TextureRegion(texture, 43, 43, 1, 1);
        hatch = new TextureRegion(texture, 1, 1, 32, 32);
    }

    @Override
    public TextureRegion region(String name) {
        return name.equals("hatch") ? hatch : pixel;
    }

    @Override
    public Texture nebula(int look, int tile) {
        return null;
    }

    @Override
    public BitmapFont font(Face face, int px) {
        BitmapFont[] sizes = fonts[face.ordinal()];
        if (sizes[px] == null) {
            sizes[px] = make(face, px);
        }
        return sizes[px];
    }

    private static BitmapFont make(Face face, int px) {
        String folder = "com/formdev/flatlaf/fonts/";
        String file = switch (face) {
            case WORDS -> folder + "inter/Inter-Regular.otf";
            case BOLD -> folder + "inter/Inter-SemiBold.otf";
            case NUMBERS -> folder + "jetbrains_mono/JetBrainsMono-Regular.ttf";
        };
        FreeTypeFontGenerator generator = new FreeTypeFontGenerator(Gdx.files.classpath(file));
        FreeTypeFontGenerator.FreeTypeFontParameter parameter = new FreeTypeFontGenerator.FreeTypeFontParameter();
        parameter.size = px;
        parameter.packer = new PixmapPacker(512, 512, Pixmap.Format.RGBA8888, 1, false);
        BitmapFont font = generator.generateFont(parameter);
        generator.dispose();
        return font;
    }

    @Override
    public Sound sound(String name) {
        return null;
    }

    @Override
    public long placeholders() {
        return 0;
    }
}
