package lockstep.trace.frames;

/**
 * One figure about the frames of a run, by another tool's definition.
 *
 * @param tool the tool that defines it
 * @param name the tool's name for it
 * @param unit {@code ms}, {@code fps}, {@code %}, or empty for a count
 * @param value NaN if there are too few frames
 * @param definition the definition in one line for people
 */
public record Figure(String tool, String name, String unit, double value, String definition) {
    /** Tool, name and unit as one key. */
    public String label() {
        return tool + " " + name + (unit.isEmpty() ? "" : " " + unit);
    }
}
