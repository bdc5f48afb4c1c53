package lockstep.desktop.cli;

import java.util.function.Supplier;

/**
 * One check of the doctor.
 *
 * @param name its name in the report
 * @param probe makes the check; the doctor reports what it throws
 */
public record Check(String name, Supplier<Finding> probe) {
    /**
     * What a check found.
     *
     * @param text what was found
     * @param fix one line that says what is missing and how to install it; null if nothing is
     */
    public record Finding(String text, String fix) {
        public static Finding ok(String text) {
            return new Finding(text, null);
        }
    }

    /** Makes the check; a probe that throws is a finding too. */
    Finding look() {
        try {
            return probe.get();
        } catch (RuntimeException | LinkageError e) {
            return new Finding("could not be checked", name + ": " + e);
        }
    }
}
