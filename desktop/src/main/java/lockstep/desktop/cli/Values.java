package lockstep.desktop.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.DoublePredicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lockstep.files.OneLine;
import lockstep.roles.Screenshot;

/** Parses the values of options. A wrong value is a {@link UsageException} that names the option and the range. */
final class Values {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX](\\d{1,5})");
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{1,16}");

    private Values() {
    }

    /** A whole number, or {@code missing} if the option was not given. */
    static long whole(String option, String text, long least, long most, long missing) {
        if (text == null) {
            return missing;
        }
        String range = "a whole number from " + least + " to " + most;
        try {
            long value = WHOLE.matcher(text).matches() ? Long.parseLong(text) : least - 1;
            if (WHOLE.matcher(text).matches() && value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(option, text, range);
        }
        throw wrong(option, text, range);
    }

    /** A decimal number in {@code [least, most]}. */
    static double decimal(String option, String text, double least, double most, String range) {
        return decimal(option, text, value -> value >= least && value <= most, range);
    }

    /** A decimal number accepted by {@code allowed}; {@code range} describes these in words. */
    static double decimal(String option, String text, DoublePredicate allowed, String range) {
        if (DECIMAL.matcher(text).matches()) {
            double value = Double.parseDouble(text);
            if (allowed.test(value)) {
                return value;
            }
        }
        throw wrong(option, text, range);
    }

    /** Width and height in px; 320x240 to 7680x4320. */
    static int[] size(String text) {
        Matcher size = SIZE.matcher(text);
        if (size.matches()) {
            int width = Integer.parseInt(size.group(1));
            int height = Integer.parseInt(size.group(2));
            if (width >= 320 && width <= 7680 && height >= 240 && height <= 4320) {
                return new int[] {width, height};
            }
        }
        throw wrong("--size", text, "WxH in pixels, from 320x240 to 7680x4320, for example 1280x720");
    }

    static Screenshot screenshot(String text) {
        int at = text.lastIndexOf('@');
        if (at <= 0) {
            throw wrong("--screenshot", text, "FILE@SECONDS, for example title.png@2.5");
        }
        double seconds = decimal("--screenshot", text.substring(at + 1), 0, 1_000_000, "seconds from 0 to 1000000 after @");
        return new Screenshot(path("--screenshot", text.substring(0, at)), seconds);
    }

    /** The hash in lower case, or null if the option was not given. */
    static String hash(String option, String text) {
        if (text == null) {
            return null;
        }
        String lower = text.toLowerCase(java.util.Locale.ROOT);
        if (!HASH.matcher(lower).matches()) {
            throw wrong(option, text, "1 to 16 hex digits, as replay prints them");
        }
        return lower;
    }

    /** A path, or null if the option was not given. */
    static Path path(String option, String text) {
        if (text == null) {
            return null;
        }
        try {
            if (!text.isEmpty()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            throw wrong(option, text, "a path of this system");
        }
        throw wrong(option, text, "a path");
    }

    /** Runs a check that throws {@link IllegalArgumentException}, and names the option if it does. */
    static <T> T checked(String option, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new UsageException(message.startsWith(option) ? message : option + ": " + message);
        }
    }

    static UsageException wrong(String option, String text, String right) {
        return new UsageException(option + ": " + OneLine.quote(text) + " is not usable; " + right);
    }
}
