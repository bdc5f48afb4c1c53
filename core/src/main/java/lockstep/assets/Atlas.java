package lockstep.assets;

import com.badlogic.gdx.graphics.g2d.TextureAtlas.TextureAtlasData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lockstep.files.OneLine;

/** Reads the text that names the parts of a sheet, in libGDX's format. Stateless; any thread. */
final class Atlas {
    /** The largest text accepted, bytes. */
    static final long MOST_BYTES = 1 << 20;

    private Atlas() {
    }

    /** The parts of a sheet of {@code width} x {@code height} px, all inside it. */
    static List<Decoded.Part> parse(String path, byte[] text, int width, int height) throws IOException {
        TextureAtlasData data;
        try {
            BytesHandle file = new BytesHandle(path, text);
            data = new TextureAtlasData(file, file.parent(), false);
        } catch (RuntimeException e) {
            throw new IOException(path + " is not an atlas: " + firstLine(e), e);
        }
        if (data.getPages().size != 1 || data.getRegions().isEmpty()) {
            throw new IOException(path + " has " + data.getPages().size + " pages and " + data.getRegions().size
                + " parts; right are one page and at least one part");
        }
        List<Decoded.Part> parts = new ArrayList<>();
        for (TextureAtlasData.Region r : data.getRegions()) {
            if (r.left < 0 || r.top < 0 || r.width <= 0 || r.height <= 0 || r.left > width - r.width
                || r.top > height - r.height) {
                throw new IOException(path + ": part " + OneLine.quote(r.name) + " lies outside the picture of " + width + "x"
                    + height + " px");
            }
            if (r.degrees != 0) {
                throw new IOException(path + ": part " + OneLine.quote(r.name) + " is turned; pack without rotation");
            }
            parts.add(new Decoded.Part(r.name, r.left, r.top, r.width, r.height));
        }
        return List.copyOf(parts);
    }

    private static String firstLine(RuntimeException e) {
        Throwable why = e.getCause() == null ? e : e.getCause();
        return OneLine.quote(String.valueOf(why.getMessage()));
    }
}
