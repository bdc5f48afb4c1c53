package lockstep.desktop.game;

import com.badlogic.gdx.Input.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lockstep.files.NewFile;
import lockstep.roles.InputStats;

/** Writes the {@code --input-log} file: a line for each key event, {@code key down|up stamp_ns}. */
final class KeyLog {
    private KeyLog() {
    }

    /** @throws IOException with one line, if it cannot be written whole; then it is not there */
    static void write(Path file, InputStats input) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < input.logged(); i++) {
            lines.append(Keys.toString(input.key(i)).replace(' ', '_')).append(input.down(i) ? " down " : " up ").append(input.stampNs(i)).append('\n');
        }
        NewFile whole = new NewFile(file);
        try {
            Files.writeString(whole.begin(), lines);
            whole.keep();
        } catch (IOException e) {
            whole.drop();
            throw new IOException(file + ": the key events could not be written: " + e.getMessage(), e);
        }
    }
}
