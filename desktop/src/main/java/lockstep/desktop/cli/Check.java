package lockstep.desktop.cli;

import java.util.function.Supplier;

/**
 * One thing the doctor looks at.
 *
 * @param name  what it is called in the report
 * @param probe looks; may throw, which the doctor reports
 */
public record Check(String name, Supplier<Finding> probe) {
    /**
     * What a check found.
     *
     * @param text what is there
     * @param fix  what is missing and how to install it, one line; null if nothing is
     */
    public record Finding(String text, String fix) {
        public static Finding ok(String text) {
            return new Finding(text, null);
        }
    }

    /** Looks; a probe that fails is a finding too. */
    Finding look() {
        try {
            return probe.get();
        } catch (RuntimeException | LinkageError e) {
            return new Finding("could not be checked", name + ": " + e);
        }
    }
}
