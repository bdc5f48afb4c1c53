package lockstep.overlay.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import lockstep.files.NewFile;

/**
 * Writes complete topology files into one folder on a given thread. Any thread may ask. The answer is null on success,
 * {@link #EXISTS} if a file of that name was to be kept, else a sentence for people.
 */
public final class TopologySaver {
    /** The answer when a file of that name is there. */
    public static final String EXISTS = "a file of that name exists already";

    private final Path folder;
    private final Executor thread;

    /** Saves into {@code folder} on {@code thread}. */
    public TopologySaver(Path folder, Executor thread) {
        this.folder = folder;
        this.thread = thread;
    }

    /** Writes {@code text} to the file called {@code name}; replaces an existing one only if {@code overwrite}. */
    public CompletableFuture<String> save(String name, String text, boolean overwrite) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try {
            thread.execute(() -> answer.complete(write(name, text, overwrite)));
        } catch (RuntimeException e) {
            answer.complete("the game is ending; nothing was saved");
        }
        return answer;
    }

    private String write(String name, String text, boolean overwrite) {
        try {
            Path file = folder.resolve(name);
            if (!folder.equals(file.getParent())) {
                return "'" + name + "' is not the name of a file; type one such as my-topology.toml";
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                return "'" + name + "' exists and is not a regular file; type another name";
            }
            if (!overwrite && Files.exists(file)) {
                return EXISTS;
            }
            NewFile.writeText(file, "the topology", to -> to.append(text));
            return null;
        } catch (InvalidPathException e) {
            return "'" + name + "' is not a name this system allows; type another";
        } catch (IOException e) {
            return e.getMessage();
        } catch (RuntimeException e) {
            return "'" + name + "' could not be written to " + folder + ": " + e;
        }
    }
}
