package lockstep.view.art;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.graphics.Pixmap;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lockstep.assets.AssetStats;
import lockstep.assets.Catalogue;
import lockstep.assets.Decoded;
import lockstep.assets.Loader;
import lockstep.assets.Samples;
import lockstep.assets.Typeface;
import lockstep.assets.Worker;
import lockstep.sync.Fault;
import lockstep.sync.FaultSpec;
import lockstep.sync.Faults;
import lockstep.time.LaneRecorder;
import lockstep.time.SpanKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LoadedArtTest {
    private final AtomicLong nowNs = new AtomicLong();
    private final LaneRecorder recorder = new LaneRecorder(0, "render", () -> nowNs.addAndGet(10_000));

    private static void loadOne(Worker w) throws InterruptedException {
        if (w.claim() && w.stillWanted() && w.read() && w.stillWanted()) {
            w.decode(() -> {});
        }
    }

    @Test
    void slicesCoverEveryRowOnceAndTheCopyEqualsThePicture() throws Exception {
        int[][] sizes = {{512, 512}, {1024, 1024}, {3, 1}, {1, 700}, {4096, 33}, {100, 17}};
        for (int[] size : sizes) {
            Pixmap p = new Pixmap(size[0], size[1], Pixmap.Format.RGBA8888);
            ByteBuffer bytes = p.getPixels();
            for (int i = 0; i < bytes.capacity(); i++) {
                bytes.put(i, (byte) (i * 31 + i / 4096));
            }
            Sink.Memory memory = new Sink.Memory();
            AssetStats stats = new AssetStats();
            Upload upload = new Upload(memory, stats);
            List<Integer> rows = new ArrayList<>();
            upload.begin(new Decoded.Tile(2, p), null);
            upload.step(recorder);
            assertEquals(0, stats.slices(), "first the texture is made");
            while (!upload.done()) {
                long before = stats.uploadBytes();
                upload.step(recorder);
                rows.add((int) ((stats.uploadBytes() - before) / (4 * size[0])));
            }
            assertEquals(size[1], rows.stream().mapToInt(i -> i).sum());
            assertTrue(rows.subList(0, rows.size() - 1).stream().allMatch(r -> r >= Upload.LEAST_ROWS));
            assertEquals(bytes.capacity(), stats.uploadBytes());
            ByteBuffer copy = memory.copy().duplicate();
            copy.position(0).limit(bytes.capacity());
            assertEquals(p.getPixels(), copy);
            p.dispose();
        }
    }

    @Test
    void aFrameUploadsWithinItsBudgetAndRecordsIt() throws Exception {
        Loader loader = new Loader(Samples.all(), Loader.NEBULA_BYTES);
        Worker w = loader.worker();
        for (int i = 0; i < 8; i++) {
            loadOne(w);
        }
        LoadedArt art = new LoadedArt(loader, false);
        art.start();
        int frames = 0;
        while (loader.stats().loaded() < 8) {
            art.upload(recorder, 100_000, Fault.NONE);
            frames++;
        }
        assertTrue(frames > 5, "frames: " + frames);
        assertEquals(loader.stats().uploadMaxNs(), recorder.maxNs(SpanKind.UPLOAD));
        assertTrue(loader.stats().uploadMaxNs() <= 140_000, "" + loader.stats().uploadMaxNs());
        long before = recorder.totalNs(SpanKind.UPLOAD);
        art.upload(recorder, 100_000, Fault.NONE);
        assertEquals(before, recorder.totalNs(SpanKind.UPLOAD), "nothing to upload, nothing recorded");
        art.close();
        loader.close();
        assertEquals(loader.stats().pixmapsMade(), loader.stats().pixmapsFreed());
    }

    @Test
    void plantedFaultsFireBeforeEachSliceInsideTheSpan() throws Exception {
        Faults faults = new Faults(List.of(FaultSpec.parse("render.upload=1ms@every=1")));
        Loader loader = new Loader(Samples.all(), Loader.NEBULA_BYTES);
        loadOne(loader.worker());
        LoadedArt art = new LoadedArt(loader, false);
        art.upload(recorder, 10_000_000, faults.at("upload", "render"));
        assertEquals(loader.stats().slices() + 1, faults.log().fired());
        assertTrue(recorder.maxNs(SpanKind.UPLOAD) >= 1_000_000);
        art.close();
    }

    @Test
    void placeholdersAreCountedAndEndWhenTheAssetIsThere() throws Exception {
        Loader loader = new Loader(Samples.all(), Loader.NEBULA_BYTES);
        Worker w = loader.worker();
        LoadedArt art = new LoadedArt(loader, false);
        art.start();
        assertNotNull(art.region("pixel"));
        assertEquals(0, art.placeholders(), "white is white");
        assertSame(art.region("ship"), art.region("rock"));
        assertNull(art.nebula(0, 0));
        assertNull(art.sound("shot"));
        assertEquals(3, art.placeholders());
        loadOne(w);
        art.upload(recorder, LoadedArt.BUDGET_NS, Fault.NONE);
        assertEquals(1, loader.stats().placeholderFrames());
        art.region("ship");
        assertEquals(3, art.placeholders());
        art.upload(recorder, LoadedArt.BUDGET_NS, Fault.NONE);
        assertEquals(1, loader.stats().placeholderFrames());
        art.close();
    }

    @Test
    void fontsAskedForOnceAreForgottenAndTheLongUnusedGiveWay() throws Exception {
        Loader loader = new Loader(Samples.all(), 0);
        Worker w = loader.worker();
        LoadedArt art = new LoadedArt(loader, false);
        art.font(Art.Face.WORDS, 20);
        for (int i = 0; i < 32; i++) {
            art.upload(recorder, LoadedArt.BUDGET_NS, Fault.NONE);
        }
        assertFalse(loader.isWanted(Catalogue.font(0)), "not asked for in the last frames");
        for (int px = 10; px < 10 + 2 * Catalogue.FONTS; px++) {
            art.font(Art.Face.NUMBERS, px);
            for (int i = 0; i < 3; i++) {
                loadOne(w);
                art.upload(recorder, 100 * LoadedArt.BUDGET_NS, Fault.NONE);
            }
        }
        assertTrue(loader.stats().evicted() > 10, "evicted " + loader.stats().evicted());
        assertEquals(0, loader.stats().failed());
        art.close();
        w.close();
        loader.close();
        assertEquals(loader.stats().pixmapsMade(), loader.stats().pixmapsFreed());
    }

    @Test
    void aFrameWithNothingToUploadAllocatesNothing() throws Exception {
        Loader loader = new Loader(Samples.all(), Loader.NEBULA_BYTES);
        LoadedArt art = new LoadedArt(loader, false);
        art.start();
        art.font(Art.Face.BOLD, 18);
        Worker w = loader.worker();
        for (int i = 0; i < 60; i++) {
            loadOne(w);
            art.upload(recorder, LoadedArt.BUDGET_NS, Fault.NONE);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1_000; i++) {
                art.upload(recorder, LoadedArt.BUDGET_NS, Fault.NONE);
                art.region("ship");
                art.nebula(0, 3);
                art.font(Art.Face.BOLD, 18);
                art.sound("shot");
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
        w.close();
        art.close();
        loader.close();
    }

    @Test
    void facesHaveTheSameNamesOnBothFloors() {
        for (Art.Face f : Art.Face.values()) {
            assertEquals(f.name(), Typeface.of(f.ordinal()).name());
        }
    }
}
