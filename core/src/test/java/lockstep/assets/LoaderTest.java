package lockstep.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.badlogic.gdx.Gdx;
import com.badlogic.gdx.graphics.GL20;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.Mockito;

@Tag("slow")
class LoaderTest {
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void noGl() {
        Gdx.gl = null;
        Gdx.gl20 = null;
    }

    private Loader loader(AssetSource source, int tiles) {
        return new Loader(source, tiles * (1L << 20), said::add);
    }

    /** Loads one asset; false if there was none. */
    private static boolean loadOne(Worker w) throws InterruptedException {
        if (!w.claim()) {
            return false;
        }
        if (w.stillWanted() && w.read() && w.stillWanted()) {
            w.decode(() -> {});
        }
        return true;
    }

    private static void loadAll(Loader loader, Worker w) throws InterruptedException {
        boolean more = true;
        while (more) {
            more = loadOne(w);
            for (Decoded d = loader.poll(); d != null; d = loader.poll()) {
                loader.ready(d);
                more = true;
            }
        }
    }

    private static int lookAtFirstTile(Worker w) throws InterruptedException {
        while (w.claim()) {
            if (Catalogue.kind(w.asset()) == Catalogue.Kind.TILE) {
                return w.asset();
            }
            w.read();
            w.decode(() -> {});
        }
        throw new AssertionError("no tile");
    }

    @Test
    void everythingWantedBecomesReadyAndNativeMemoryIsGivenBack() throws Exception {
        Loader loader = loader(Samples.all(), 24);
        Worker w = loader.worker();
        loader.look(1, 0, 0);
        loader.askFont(0, Typeface.NUMBERS, 14);
        loadAll(loader, w);
        byte[] states = new byte[Catalogue.COUNT];
        loader.states(states);
        assertEquals(Loader.READY, states[Catalogue.sheet("rocks")]);
        assertEquals(Loader.READY, states[Catalogue.font(0)]);
        assertEquals(Loader.READY, states[Catalogue.tile(0, 7)]);
        assertEquals(Loader.ABSENT, states[Catalogue.tile(3, 0)]);
        assertEquals(2 + 11 + 24 + 1, loader.stats().loaded());
        assertEquals(0, loader.stats().queued());
        loader.close();
        assertEquals(loader.stats().pixmapsMade(), loader.stats().pixmapsFreed());
        assertTrue(loader.stats().bytes() > 24L << 20);
        assertEquals(List.of(), said);
        w.close();
    }

    @Test
    void lanesPauseWhileDecodedAssetsWaitToBeUploaded() throws Exception {
        Loader loader = loader(Samples.all(), 24);
        Worker w = loader.worker();
        int n = 0;
        while (loadOne(w)) {
            n++;
        }
        assertEquals(8, n);
        loader.ready(loader.poll());
        assertTrue(loadOne(w));
        assertFalse(loadOne(w));
        loader.close();
        assertEquals(loader.stats().pixmapsMade(), loader.stats().pixmapsFreed());
    }

    @Test
    void aClaimIsCancelledBeforeReadingWhenTheShipHasLeft() throws Exception {
        Loader loader = loader(Samples.all(), 8);
        Worker w = loader.worker();
        int tile = lookAtFirstTile(w);
        loader.look(3, 0, 0);
        assertFalse(w.stillWanted());
        assertEquals(1, loader.stats().cancelled());
        assertFalse(loader.isWanted(tile));
        assertTrue(w.claim());
        assertEquals(3, Catalogue.lookOf(w.asset()));
        w.close();
        loader.close();
    }

    @Test
    void aDecodedTileIsCancelledWhenTheShipHasLeftAndItsMemoryGivenBack() throws Exception {
        Loader loader = loader(Samples.all(), 8);
        Worker w = loader.worker();
        for (Decoded d = loader.poll(); d != null; d = loader.poll()) {
            loader.ready(d);
        }
        lookAtFirstTile(w);
        assertTrue(w.read() && w.stillWanted() && w.decode(() -> {}));
        loader.look(3, 0, 0);
        for (Decoded d = loader.poll(); d != null; d = loader.poll()) {
            assertFalse(d instanceof Decoded.Tile);
            loader.ready(d);
        }
        assertEquals(1, loader.stats().cancelled());
        loader.close();
        assertEquals(loader.stats().pixmapsMade(), loader.stats().pixmapsFreed());
    }

    @Test
    void evictionKeepsTheNebulaWithinItsBudget() throws Exception {
        Loader loader = loader(Samples.all(), 5);
        Worker w = loader.worker();
        long core = 4L * (64 * 64 + 128 * 100);
        for (int sector = 0; sector < 12; sector++) {
            loader.look(sector, 40 * sector, -30 * sector);
            boolean more = true;
            while (more) {
                more = loadOne(w);
                for (Decoded d = loader.poll(); d != null; d = loader.poll()) {
                    loader.ready(d);
                    assertTrue(loader.stats().bytes() <= core + (5 << 20));
                }
                for (int a = 0; a < Catalogue.COUNT; a++) {
                    if (loader.isLeaving(a)) {
                        assertFalse(loader.isWanted(a));
                        loader.gone(a);
                        more = true;
                    }
                }
            }
            byte[] states = new byte[Catalogue.COUNT];
            loader.states(states);
            for (int a = 0; a < Catalogue.COUNT; a++) {
                assertTrue(states[a] != Loader.WANTED, Catalogue.path(a));
            }
            assertEquals(core + (5 << 20), loader.stats().bytes());
        }
        assertEquals(5 * 11, loader.stats().evicted());
    }

    @Test
    @Timeout(120)
    void severalLanesDecodeEachAssetOnce() throws Exception {
        Loader loader = loader(Samples.all(), 24);
        loader.look(2, 10, 10);
        int lanes = 3;
        AtomicIntegerArray times = new AtomicIntegerArray(Catalogue.COUNT);
        CyclicBarrier together = new CyclicBarrier(lanes);
        CountDownLatch all = new CountDownLatch(2 + 11 + 24);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < lanes; i++) {
            Thread t = new Thread(() -> {
                Worker w = loader.worker();
                try {
                    together.await();
                    while (all.getCount() > 0) {
                        loadOne(w);
                    }
                } catch (Exception e) {
                    said.add(e.toString());
                }
                w.close();
            });
            threads.add(t);
            t.start();
        }
        while (all.getCount() > 0) {
            Decoded d = loader.poll();
            if (d != null) {
                times.incrementAndGet(d.asset());
                loader.ready(d);
                all.countDown();
            } else {
                Thread.onSpinWait();
            }
        }
        for (Thread t : threads) {
            t.join();
        }
        assertNull(loader.poll());
        for (int a = 0; a < Catalogue.COUNT; a++) {
            assertTrue(times.get(a) <= 1);
        }
        assertEquals(List.of(), said);
        loader.close();
        assertEquals(loader.stats().pixmapsMade(), loader.stats().pixmapsFreed());
    }

    @Test
    void decodingTouchesNoGl() throws Exception {
        Gdx.gl = Gdx.gl20 = Mockito.mock(GL20.class, call -> {
            throw new AssertionError("GL was called: " + call);
        });
        Loader loader = loader(AssetSource.builtIn(), 24);
        Worker w = loader.worker();
        for (int i = 0; i < Typeface.COUNT; i++) {
            loader.askFont(i, Typeface.of(i), 14 + 6 * i);
        }
        loadAll(loader, w);
        assertEquals(List.of(), said);
        assertEquals(2 + 11 + 16 + 3, loader.stats().loaded());
        w.close();
    }

    @Test
    void aLaneThatIsToEndGivesItsClaimBack() throws Exception {
        AssetSource broken = new AssetSource() {
            @Override
            public byte[] read(String path, long maxBytes) throws IOException {
                throw new ClosedByInterruptException();
            }

            @Override
            public List<String> list(String folder) {
                return List.of();
            }
        };
        Loader loader = loader(broken, 1);
        Worker w = loader.worker();
        assertTrue(w.claim());
        int asset = w.asset();
        assertThrows(InterruptedException.class, w::read);
        Worker other = loader.worker();
        assertTrue(other.claim());
        assertEquals(asset, other.asset());
        assertEquals(List.of(), said);
    }
}
