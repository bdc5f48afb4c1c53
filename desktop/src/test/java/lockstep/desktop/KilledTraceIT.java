package lockstep.desktop;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnknownFieldSet;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.GameJar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a game that is killed leaves of its trace. The kernel may cut the write it was in; what lies before that is whole. */
@EnabledOnOs(OS.LINUX)
final class KilledTraceIT {
    private static final int TRACE_PACKET = 1 << 3 | 2, TIMESTAMP = 8, EVENT = 11, TRACK = 60;

    @TempDir
    Path folder;

    private byte[] killedAt(int bytes, String name) throws Exception {
        GameJar jar = new GameJar(folder);
        ChildJvm game =
            jar.startWithout(null, "--headless", "--autopilot", "--overlay", "off", "--seconds", "60", "--trace", name);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
            .until(() -> !game.isAlive() || Files.exists(jar.file(name)) && Files.size(jar.file(name)) >= bytes);
        assertTrue(game.isAlive(), () -> "ended by itself: " + game.err());
        game.signal("KILL");
        assertEquals(128 + 9, game.exit());
        return Files.readAllBytes(jar.file(name));
    }

    @Test
    void everyPacketIsWhole() throws Exception {
        byte[] bytes = killedAt(100_000, "run.pftrace");
        CodedInputStream in = CodedInputStream.newInstance(bytes);
        int events = 0;
        int tracks = 0;
        while (!in.isAtEnd()) {
            assertEquals(TRACE_PACKET, in.readTag());
            int size = in.readRawVarint32();
            if (in.getTotalBytesRead() + size > bytes.length) {
                break;
            }
            UnknownFieldSet packet = UnknownFieldSet.parseFrom(in.readRawBytes(size));
            tracks += packet.hasField(TRACK) ? 1 : 0;
            events += packet.hasField(EVENT) && packet.hasField(TIMESTAMP) ? 1 : 0;
        }
        assertTrue(tracks >= 6, "tracks: " + tracks);
        assertTrue(events > 1_000, "events: " + events);
    }

    @Test
    void theEventsAreAnArrayThatOnlyWantsItsBracket() throws Exception {
        String text = new String(killedAt(300_000, "run.json"), StandardCharsets.UTF_8);
        String whole = text.endsWith("}") ? text : text.substring(0, text.lastIndexOf(",\n"));
        JsonReader json = new JsonReader(new StringReader(whole + "]"));
        json.setStrictness(Strictness.STRICT);
        JsonArray events = JsonParser.parseReader(json).getAsJsonArray();
        assertTrue(events.size() > 1_000, () -> "events: " + events.size());
    }
}
