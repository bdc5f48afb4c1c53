package lockstep.desktop.game;

import com.badlogic.gdx.Input.Keys;
import java.io.IOException;
import java.nio.file.Path;
import lockstep.files.NewFile;
import lockstep.roles.InputStats;

/** Writes the {@code --input-log} file: one line per key event, {@code key down|up stamp_ns}. */
final class KeyLog {
    private KeyLog() {
    }

    /**
     * @throws IOException with one line if it cannot be written completely; it then does not exist
     */
    static void write(Path file, InputStats input) throws IOException {
        NewFile.writeText(file, "the key events", to -> {
            for (int i = 0; i < input.logged(); i++) {
                String key = Keys.toString(input.key(i)).replace(' ', '_');
                to.append(key).append(input.down(i) ? " down " : " up ").append(Long.toString(input.stampNs(i))).append('\n');
            }
        });
    }
}
