package lockstep.overlay.panel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import lockstep.files.NewFile;

/**
 * Writes topology files into one folder on a thread of somebody else's, whole or not at all. Any thread asks; the answer
 * is null if the file is there, {@link #EXISTS} if one of that name was there before and was to be kept, else a sentence.
 */
public final class TopologySaver {
    /** The answer when a file of that name is there. */
    public static final String EXISTS = "a file of that name exists already";

    private final Path folder;
    private final Executor thread;

    public TopologySaver(Path folder, Executor thread) {
        this.folder = folder;
        this.thread = thread;
    }

    /** Writes {@code text} to the file of that name; over an old one only if {@code overwrite}. */
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
