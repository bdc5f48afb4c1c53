package lockstep.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import lockstep.game.Controls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class RecordingTest {
    private static final int TICKS = 5_000;

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("run.rec");
    }

    /** Controls that differ from tick to tick in every field. */
    private static Controls controls(int tick) {
        Random random = new Random(tick);
        Controls c = new Controls();
        c.thrust = random.nextFloat();
        c.turn = random.nextFloat() * 2 - 1;
        c.aiming = random.nextBoolean();
        c.aimX = random.nextFloat() * 100 - 50;
        c.aimY = -random.nextFloat() * 100;
        c.fire = random.nextBoolean();
        c.shots = tick;
        c.pauses = tick * 2;
        c.starts = tick * 3;
        return c;
    }

    private RecordingWriter write(int ticks) throws IOException {
        RecordingWriter writer = new RecordingWriter(file, -7, 300, 120);
        fill(writer, ticks);
        return writer;
    }

    private static void fill(RecordingWriter writer, int ticks) {
        for (int tick = 1; tick <= ticks; tick++) {
            writer.add(tick, controls(tick));
        }
    }

    private static void assertSame(int ticks, Recording read) {
        assertEquals(-7, read.seed());
        assertEquals(300, read.bodies());
        assertEquals(120, read.hz());
        assertEquals(0xfeedL, read.hash());
        assertEquals(ticks, read.ticks());
        Controls seen = new Controls();
        for (int tick = 1; tick <= ticks; tick++) {
            Controls c = controls(tick);
            read.copyTo(tick, seen);
            assertEquals(c.thrust, seen.thrust);
            assertEquals(c.turn, seen.turn);
            assertEquals(c.aiming, seen.aiming);
            assertEquals(c.aimX, seen.aimX);
            assertEquals(c.aimY, seen.aimY);
            assertEquals(c.fire, seen.fire);
            assertEquals(c.shots, seen.shots);
            assertEquals(c.pauses, seen.pauses);
            assertEquals(c.starts, seen.starts);
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private String refused() {
        String message = assertThrows(BadRecordingException.class, () -> Recording.read(file)).getMessage();
        assertTrue(message.startsWith(file + ": "), message);
        assertFalse(message.contains("\n"), message);
        return message.substring(file.toString().length() + 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1023, 1024, 1025, 4096, 4097, 20_000})
    void whatIsWrittenIsRead(int ticks) throws Exception {
        write(ticks).finish(0xfeedL);
        assertSame(ticks, Recording.read(file));
        assertEquals(List.of("run.rec"), files());
    }

    @Test
    void aFileOfThatNameIsReplacedOnlyByAWholeOne() throws Exception {
        Files.writeString(file, "old");
        RecordingWriter writer = write(100);
        assertEquals("old", Files.readString(file));
        writer.finish(0xfeedL);
        assertSame(100, Recording.read(file));
    }

    @Test
    void aRecordingCutAnywhereIsRefused() throws Exception {
        write(TICKS).finish(0xfeedL);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < 16; i++) {
            Files.write(file, Arrays.copyOf(whole, whole.length * i / 16));
            refused();
        }
        for (int cut = 1; cut <= 40; cut++) {
            Files.write(file, Arrays.copyOf(whole, whole.length - cut));
            refused();
        }
    }

    @Test
    void aCutInsideTheUnpackedContentIsRefusedAsCutShort() throws Exception {
        write(TICKS).finish(0xfeedL);
        byte[] content = unpack();
        for (int cut : new int[] {1, 12, 24, 25, 24 + 29, content.length / 2, content.length - 28, content.length - 1,
            content.length}) {
            pack(Arrays.copyOf(content, content.length - cut));
            assertEquals("ends in the middle; the recording was cut short", refused());
        }
    }

    /** The gzip header's date and hints are not covered by any checksum; damage there changes nothing that is read. */
    @Test
    void aChangedByteIsNoticedOrChangesNothing() throws Exception {
        write(TICKS).finish(0xfeedL);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(1);
        int noticed = 0;
        int tries = 600;
        for (int i = 0; i < tries; i++) {
            byte[] damaged = whole.clone();
            int at = i < 60 ? i : i < 120 ? whole.length - 1 - (i - 60) : random.nextInt(whole.length);
            damaged[at] ^= (byte) (1 + random.nextInt(255));
            Files.write(file, damaged);
            try {
                assertSame(TICKS, Recording.read(file));
                assertTrue(at < 10, "a change at byte " + at + " was not noticed");
            } catch (BadRecordingException e) {
                assertFalse(e.getMessage().contains("\n"));
                noticed++;
            }
        }
        assertTrue(noticed > tries - 10, "only " + noticed);
    }

    @Test
    void aChangedByteInTheUnpackedContentIsNoticed() throws Exception {
        write(200).finish(0xfeedL);
        byte[] content = unpack();
        for (int at = 0; at < content.length; at += at < 60 || at > content.length - 60 ? 1 : 37) {
            byte[] damaged = content.clone();
            damaged[at] ^= 0x10;
            pack(damaged);
            refused();
        }
    }

    @Test
    void somethingBehindTheEndIsRefused() throws Exception {
        write(10).finish(0xfeedL);
        byte[] content = unpack();
        pack(Arrays.copyOf(content, content.length + 1));
        assertEquals("damaged; its checksum does not fit its content", refused());
    }

    @Test
    void aNewerVersionIsNamed() throws Exception {
        write(10).finish(0xfeedL);
        byte[] content = unpack();
        ByteBuffer.wrap(content).putInt(8, 2);
        pack(content);
        assertEquals("of format version 2; this program reads version 1", refused());
    }

    @Test
    void whatIsNoRecordingIsRefused() throws Exception {
        byte[] noise = new byte[10_000];
        new Random(3).nextBytes(noise);
        pack(noise);
        assertEquals("not a recording; play --record FILE writes one", refused());
        Files.write(file, noise);
        assertTrue(refused().startsWith("not a recording, or damaged"));
        Files.writeString(file, "LOCKSTEP");
        refused();
        Files.write(file, new byte[0]);
        assertEquals("ends in the middle; the recording was cut short", refused());
    }

    @Test
    void aFolderOrNothingAtAllIsRefused() throws Exception {
        refused();
        Files.createDirectory(file);
        refused();
    }

    @Test
    void aSmallFileThatUnpacksToMoreThanARunIsRefused() throws Exception {
        pack(Arrays.copyOf(header(0, 120), 29 * 100_000));
        String message = assertThrows(BadRecordingException.class, () -> Recording.read(file, 50_000)).getMessage();
        assertEquals(file + ": longer than 50000 ticks, which no run is", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1/120", "20001/120", "0/29", "0/1001", "0/-1"})
    void numbersThatCannotBeRunAreRefused(String numbers) throws Exception {
        int bodies = Integer.parseInt(numbers.split("/")[0]);
        int hz = Integer.parseInt(numbers.split("/")[1]);
        ByteBuffer b = ByteBuffer.allocate(28 + 24).put(header(bodies, hz)).putLong(-1).putInt(0).putLong(5);
        CRC32 crc = new CRC32();
        crc.update(b.array(), 0, b.position());
        b.putInt((int) crc.getValue());
        pack(b.array());
        assertEquals("damaged; " + bodies + " bodies at " + hz + " Hz cannot be run", refused());
    }

    private static byte[] header(int bodies, int hz) {
        return ByteBuffer.allocate(28).put("LOCKSTEP".getBytes(StandardCharsets.US_ASCII)).putInt(1).putLong(9).putInt(bodies)
            .putInt(hz).array();
    }

    private byte[] unpack() throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private void pack(byte[] content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(content);
        }
    }

    @Test
    void whenTheFolderIsGoneFinishingFailsInOneLineAndLeavesNothing() throws Exception {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        file = sub.resolve("run.rec");
        RecordingWriter writer = write(3_000);
        Files.delete(sub.resolve("run.rec.part"));
        Files.delete(sub);
        String message = assertThrows(IOException.class, () -> writer.finish(1)).getMessage();
        assertTrue(message.startsWith(file + ": the recording could not be written: "), message);
        assertFalse(message.contains("\n"));
        assertEquals(List.of(), files());
    }

    @Test
    void whenTheNameIsTakenByAFolderNothingIsLeftBehind() throws Exception {
        Files.createDirectories(file.resolve("full"));
        assertThrows(IOException.class, () -> write(10));
        assertEquals(List.of("run.rec"), files());
    }

    @Test
    void whatWasAbandonedLeavesNothing() throws Exception {
        write(2_000).abandon();
        assertEquals(List.of(), files());
    }

    @Test
    void whenItsPartCannotBeMadeTheMessageSpeaksOfTheRecording() throws Exception {
        Path run = folder.resolve("run.rec");
        Files.createDirectory(folder.resolve("run.rec.part"));
        String message = assertThrows(IOException.class, () -> new RecordingWriter(run, 1, 0, 120)).getMessage();
        assertTrue(message.startsWith(run + ": the recording could not be written: "), message);
    }

    @Test
    void aFolderThatIsNotThereIsToldAtOnce() {
        Path nowhere = folder.resolve("no/run.rec");
        String message = assertThrows(IOException.class, () -> new RecordingWriter(nowhere, 1, 0, 120)).getMessage();
        assertEquals(nowhere + ": the recording could not be written: " + nowhere + ".part (no such file or folder)", message);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullFromTheStartIsToldAtOnceAndLeavesNothing() throws Exception {
        assertThrows(IOException.class, () -> new RecordingWriter(Path.of("/dev/full"), 1, 0, 120));
        assertEquals(List.of(), files());
    }

    /** A disk with room for so many bytes. */
    private static final class SmallDisk extends OutputStream {
        private int room;
        private boolean closed;

        SmallDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000, 600_000})
    void aDiskThatFillsUpIsToldOnceWhileTheGameGoesOn(int room) throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        SmallDisk disk = new SmallDisk(room);
        Files.createFile(folder.resolve("run.rec.part"));
        RecordingWriter writer = new RecordingWriter(file, disk, 1, 0, 120);
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        String message;
        try {
            fill(writer, 60_000);
            message = assertThrows(IOException.class, () -> writer.finish(1)).getMessage();
        } finally {
            System.setErr(err);
        }
        assertEquals("lockstep: the recording " + file + " stops here: No space left on device; the game goes on\n",
            told.toString(StandardCharsets.UTF_8).replace("\r", ""));
        assertEquals(file + ": the recording could not be written: No space left on device", message);
        assertTrue(disk.closed);
        assertEquals(List.of(), files());
    }

    @Test
    void aDiskThatFillsUpAtTheVeryEndLeavesNothing() throws Exception {
        write(100).finish(1);
        int size = (int) Files.size(file);
        Files.delete(file);
        SmallDisk disk = new SmallDisk(size - 1);
        Files.createFile(folder.resolve("run.rec.part"));
        RecordingWriter writer = new RecordingWriter(file, disk, -7, 300, 120);
        fill(writer, 100);
        assertThrows(IOException.class, () -> writer.finish(1));
        assertTrue(disk.closed);
        assertEquals(List.of(), files());
    }

    @Test
    void theSameRunIsWrittenAsTheSameContent() throws Exception {
        write(TICKS).finish(0xfeedL);
        byte[] one = unpack();
        write(TICKS).finish(0xfeedL);
        assertArrayEquals(one, unpack());
    }
}
