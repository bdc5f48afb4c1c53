package lockstep.overlay.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import lockstep.topology.Topology;

/**
 * What a person has asked of the running game, and the answers. Topologies are sent one at a time: a later request replaces one
 * that has not been sent yet. Rendering lane; never waits and never throws.
 */
final class Asking {
    private record Asked(String what, CompletableFuture<String> answer, Consumer<String> then) {
    }

    private final LiveGame game;
    private final List<Asked> open = new ArrayList<>();
    private CompletableFuture<String> changing;
    private Topology next;
    private String nextWhat;
    private Topology wanted;
    private String says = "";
    private boolean bad;

    Asking(LiveGame game) {
        this.game = game;
    }

    /** The topology that will be in force when all requests are done. */
    Topology wanted() {
        return wanted != null ? wanted : game.topology();
    }

    /** Asks for a topology; {@code what} is the request in words. */
    void want(Topology topology, String what) {
        String why = game.refuses(topology);
        if (why != null) {
            refuse(why);
            return;
        }
        wanted = topology;
        next = topology;
        nextWhat = what;
        send();
    }

    private void send() {
        if (changing == null && next != null) {
            Topology now = next;
            next = null;
            changing = game.change(now);
            ask(nextWhat, changing, this::changed);
        }
    }

    private void changed(String answer) {
        changing = null;
        if (answer != null) {
            next = null;
        }
        if (next == null) {
            wanted = null;
        }
        send();
    }

    /** Waits for an answer without blocking; {@code then} receives it before it is shown. */
    void ask(String what, CompletableFuture<String> answer, Consumer<String> then) {
        open.add(new Asked(what, answer, then));
        poll();
    }

    /** Once a frame: takes the answers that have come. */
    void poll() {
        for (int i = 0; i < open.size(); i++) {
            Asked a = open.get(i);
            if (a.answer.isDone()) {
                open.remove(i--);
                String answer = a.answer.exceptionally(e -> "it failed: " + e).join();
                say(answer == null ? a.what + ": done" : answer, answer != null);
                a.then.accept(answer);
            }
        }
    }

    /** Shows why something is refused. */
    void refuse(String why) {
        say(why, true);
    }

    /** Shows a sentence. */
    void say(String sentence, boolean isBad) {
        says = sentence;
        bad = isBad;
    }

    /** True while an answer is to come. */
    boolean pending() {
        return !open.isEmpty();
    }

    /** The pending request, or the last answer. */
    String says() {
        return open.isEmpty() ? says : open.get(open.size() - 1).what + " ...";
    }

    /** True if the last request was refused or failed. */
    boolean bad() {
        return bad && open.isEmpty();
    }
}
