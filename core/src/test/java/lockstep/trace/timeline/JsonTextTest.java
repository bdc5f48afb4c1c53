package lockstep.trace.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.utils.JsonWriter;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lockstep.trace.JsonText;
import lockstep.trace.timeline.TraceFormat.Sort;
import lockstep.trace.timeline.TraceFormat.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final Gson STRICT = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private static String written(String value) throws Exception {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(new JsonText(text));
        json.setOutputType(JsonWriter.OutputType.json);
        json.object().set("a", value).array(value).value(value).pop().pop();
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[31mred", "\u0000\u0001\b\f", "a\nb\rc\td\"e\\f", "\u007f\u009b31m", "</script><!--",
        "\ud83d\ude80 fine",
        "left\u202eright\u2028\u2029"})
    void anyTextIsReadBackAsItWas(String value) throws Exception {
        String text = written(value);
        JsonObject read = STRICT.fromJson(text, JsonObject.class);
        assertEquals(value, read.get("a").getAsString(), text);
        assertEquals(value, read.get(value).getAsJsonArray().get(0).getAsString(), text);
        assertTrue(text.chars().noneMatch(Character::isISOControl), text);
        assertTrue(text.indexOf('<') < 0, text);
    }

    @Test
    void halfACharacterCanBeWrittenToAFile() throws Exception {
        String text = written("\ud83d half");
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(text), text);
        assertEquals("\ud83d half", STRICT.fromJson(text, JsonObject.class).get("a").getAsString());
    }

    @Test
    void aTraceWithAnyTextIsJson() throws Exception {
        String name = "\u001b[31m\u0000 \"red\"";
        ChromeFormat format = new ChromeFormat(1);
        format.track(new Track(7, Sort.LANE, name, 0));
        format.begin(7, 1, name, List.of());
        format.end(7, 2, name);
        format.beginOnce(7, 3, name);
        format.end(7, 4, name);
        format.instant(7, 5, name);
        format.close();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.drainTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        JsonObject[] events = STRICT.fromJson(text, JsonObject[].class);
        assertEquals(name, events[events.length - 1].get("name").getAsString(), text);
        assertTrue(text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), text);
    }
}
