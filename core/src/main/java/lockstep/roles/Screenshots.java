package lockstep.roles;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import com.badlogic.gdx.graphics.Pixmap;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import lockstep.platform.Surface;

/** Copies frames asked for by {@code --screenshot}. The rendering lane calls it; somebody else writes the files. */
public final class Screenshots {
    private final Deque<Screenshot> open = new ArrayDeque<>();
    private final BiConsumer<Path, Pixmap> writer;
    private long startNs;

    /** @param writer takes a picture, bottom row first, and disposes it; must not block */
    public Screenshots(List<Screenshot> wishes, BiConsumer<Path, Pixmap> writer) {
        wishes.stream().sorted(Comparator.comparingDouble(Screenshot::seconds)).forEach(open::add);
        this.writer = writer;
    }

    void start(long nowNs) {
        startNs = nowNs;
    }

    /** Reads the frame just drawn back if one is due. */
    void take(long nowNs, Surface surface) {
        if (open.isEmpty() || nowNs - startNs < open.peek().seconds() * 1e9) {
            return;
        }
        Pixmap pixels = new Pixmap(surface.width(), surface.height(), Pixmap.Format.RGBA8888);
        Gdx.gl.glPixelStorei(GL20.GL_PACK_ALIGNMENT, 1);
        Gdx.gl.glReadPixels(0, 0, surface.width(), surface.height(), GL20.GL_RGBA, GL20.GL_UNSIGNED_BYTE, pixels.getPixels());
        writer.accept(open.poll().file(), pixels);
    }
}
