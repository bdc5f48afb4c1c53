package lockstep.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All that the roles of a run noted, see {@link RoleContext#note}. A role's lane adds a note once for each name; any thread reads
 * the list, which grows while the game runs. What a role noted stays when the role leaves.
 */
public final class Notes {
    /** Most notes that one role may have on a lane. */
    public static final int MOST = 8;
    /** Most characters of a note's name. */
    public static final int LONGEST_NAME = 24;

    private final CopyOnWriteArrayList<Note> all = new CopyOnWriteArrayList<>();

    /** The notes so far, in the order in which they were made; a live view. */
    public List<Note> all() {
        return all;
    }

    /** The note of a role on a lane: the one it, or who had its place before, has already, else a new one. */
    synchronized Note of(String role, Lane lane, String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                "role '" + role + "' notes '" + name + "': a name has 1 to " + LONGEST_NAME + " characters");
        }
        int there = 0;
        for (Note n : all) {
            if (n.role().equals(role) && n.lane() == lane) {
                if (n.name().equals(name)) {
                    return n;
                }
                there++;
            }
        }
        if (there == MOST) {
            throw new IllegalArgumentException("role '" + role + "' notes '" + name + "': it has " + MOST + " notes already");
        }
        Note fresh = new Note(role, lane, name);
        all.add(fresh);
        return fresh;
    }

    /** A role has moved with its notes; those that another instance of it left on that lane go. At a safe point. */
    synchronized void move(List<Note> notes, Lane to) {
        all.removeIf(n -> n.lane() == to && !notes.contains(n) && notes.stream().anyMatch(m -> m.role().equals(n.role())
            && m.name().equals(n.name())));
        notes.forEach(n -> n.moveTo(to));
    }
}
