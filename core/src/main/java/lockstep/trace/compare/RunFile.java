package lockstep.trace.compare;

import com.badlogic.gdx.utils.JsonReader;
import com.badlogic.gdx.utils.JsonValue;
import com.badlogic.gdx.utils.SerializationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import lockstep.time.TimeCounts;
import org.HdrHistogram.Histogram;

/** A summary written by {@code play --json}, read back. */
public final class RunFile {
    private static final long LARGEST_BYTES = 64L << 20;
    private static final double HALF_READING = 0.1;
    private static final List<String> OBJECTS = List.of("settings", "frames", "input", "world");
    private static final List<String> ARRAYS = List.of("lanes", "roles");

    /** The key of a series: group {@code lanes}, of {@code physics}, figure {@code guard_wait_ns}. */
    record Key(String group, String of, String figure) {
    }

    private final Path path;
    private final JsonValue root;
    private final Map<Key, long[]> totals = new LinkedHashMap<>();
    private final Map<Key, List<TimeCounts>> times = new LinkedHashMap<>();
    private long[] ns = {};

    private RunFile(Path path, JsonValue root) {
        this.path = path;
        this.root = root;
    }

    /**
     * Reads a file.
     *
     * @param skipSeconds leaves out intervals that began in the first {@code skipSeconds}
     * @throws BadSummaryException if the file cannot be read, is not a summary, or has no intervals left
     */
    public static RunFile read(Path path, double skipSeconds) throws BadSummaryException {
        try {
            return readAll(path, skipSeconds);
        } catch (OutOfMemoryError e) {
            throw new BadSummaryException(
                "'" + path + "': takes more memory than Java has here, " + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB; if play --json wrote it, give Java more, for example java -Xmx4g -jar");
        }
    }

    private static RunFile readAll(Path path, double skipSeconds) throws BadSummaryException {
        RunFile run = new RunFile(path, parse(path));
        run.check();
        try {
            run.intervals();
        } catch (RuntimeException | DataFormatException e) {
            throw new BadSummaryException("'" + path + "': its 'intervals' are damaged; run it again");
        }
        if (skipSeconds > 0) {
            run.skip(skipSeconds);
        }
        return run;
    }

    private void skip(double seconds) throws BadSummaryException {
        int first = 0;
        for (double at = 0; first < ns.length && at < seconds - HALF_READING; first++) {
            at += ns[first] / 1e9;
        }
        int from = first;
        if (from == ns.length) {
            throw new BadSummaryException("'" + path + "': nothing is left without its first " + seconds + " s: it "
                + (from == 0 ? "has no intervals, as an older build wrote it" : "lasted " + seconds() + " s"));
        }
        ns = Arrays.copyOfRange(ns, from, ns.length);
        totals.replaceAll((k, each) -> Arrays.copyOfRange(each, from, each.length));
        times.replaceAll((k, each) -> each.subList(from, each.size()));
    }

    private static JsonValue parse(Path path) throws BadSummaryException {
        try {
            if (Files.isDirectory(path)) {
                throw new BadSummaryException("'" + path + "': is a folder; name a file that play --json wrote");
            }
            if (Files.size(path) > LARGEST_BYTES) {
                throw new BadSummaryException("'" + path + "': is larger than any summary; name a file that play --json wrote");
            }
            JsonValue root = new JsonReader().parse(Files.readString(path));
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (NoSuchFileException e) {
            throw new BadSummaryException("'" + path + "': no such file; play --json FILE writes one");
        } catch (java.nio.charset.CharacterCodingException | SerializationException e) {
            throw notJson(path);
        } catch (IOException e) {
            throw new BadSummaryException("'" + path + "': cannot be read: " + e.getMessage());
        }
        throw notJson(path);
    }

    private static BadSummaryException notJson(Path path) {
        return new BadSummaryException("'" + path + "': is not a JSON object; name a file that play --json wrote");
    }

    private void check() throws BadSummaryException {
        for (String key : OBJECTS) {
            need(key, root.get(key) != null && root.get(key).isObject());
        }
        for (String key : ARRAYS) {
            need(key, root.get(key) != null && root.get(key).isArray());
            for (JsonValue each : root.get(key)) {
                need(key + ".name", each.isObject() && each.get("name") != null && each.get("name").isString());
            }
        }
        need("seconds", number(root, "seconds") > 0);
        need("frames.count", number(root.get("frames"), "count") >= 0);
    }

    private void need(String key, boolean there) throws BadSummaryException {
        if (!there) {
            throw new BadSummaryException("'" + path + "': is no summary of a run: '" + key
                + "' is missing or of another kind; name a file that play --json wrote");
        }
    }

    /** The number at a key; NaN if there is none. */
    static double number(JsonValue object, String key) {
        JsonValue v = object.get(key);
        return v != null && v.isNumber() ? v.asDouble() : Double.NaN;
    }

    private void intervals() throws DataFormatException {
        JsonValue all = root.get("intervals");
        if (all == null) {
            return;
        }
        ns = all.require("ns").asLongArray();
        if (Arrays.stream(ns).anyMatch(n -> n <= 0)) {
            throw new IllegalArgumentException("an interval that lasted no time");
        }
        for (JsonValue t : all.require("totals")) {
            long[] each = t.require("each").asLongArray();
            totals.merge(key(t), sized(each, each.length), RunFile::sum);
        }
        for (JsonValue t : all.require("times")) {
            List<TimeCounts> each = new ArrayList<>();
            for (JsonValue text : t.require("each")) {
                each.add(decoded(text.asString()));
            }
            sized(each, each.size());
            times.merge(key(t), each, RunFile::sum);
        }
    }

    private static Key key(JsonValue v) {
        return new Key(v.getString("group"), v.getString("of"), v.getString("figure"));
    }

    private <T> T sized(T each, int size) {
        if (size != ns.length) {
            throw new IllegalArgumentException("as many values as intervals");
        }
        return each;
    }

    private static TimeCounts decoded(String text) throws DataFormatException {
        return text.isEmpty() ? TimeCounts.EMPTY
            : TimeCounts.of(Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(Base64.getDecoder().decode(text)), 0));
    }

    /** The element-wise sum. */
    static long[] sum(long[] a, long[] b) {
        long[] c = a.clone();
        Arrays.setAll(c, i -> a[i] + b[i]);
        return c;
    }

    private static List<TimeCounts> sum(List<TimeCounts> a, List<TimeCounts> b) {
        return IntStream.range(0, a.size()).mapToObj(i -> a.get(i).plus(b.get(i))).toList();
    }

    /** The path as given. */
    public Path path() {
        return path;
    }

    /** The whole summary. */
    JsonValue json() {
        return root;
    }

    /** How long the run took, s. */
    double seconds() {
        return number(root, "seconds");
    }

    /** Length of each interval, ns; empty if the summary has no intervals. */
    long[] ns() {
        return ns;
    }

    /** How much each total grew in each interval; totals with the same name, such as a role on two lanes, are summed. */
    Map<Key, long[]> totals() {
        return totals;
    }

    /** The durations in each interval. */
    Map<Key, List<TimeCounts>> times() {
        return times;
    }
}
