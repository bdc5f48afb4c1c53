package lockstep.trace.frames;

/**
 * One number about the frames of a run, by the definition of the tool that made it known.
 *
 * @param tool       whose definition it is
 * @param name       what the tool calls it
 * @param unit       {@code ms}, {@code fps}, {@code %}, or empty for a count
 * @param value      not a number if the frames are too few to say
 * @param definition in one line for people
 */
public record Figure(String tool, String name, String unit, double value, String definition) {
    /** Tool, name and unit, as one key. */
    public String label() {
        return tool + " " + name + (unit.isEmpty() ? "" : " " + unit);
    }
}
