package lockstep.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ClaimsTest {
    private static List<Integer> takeAll(Claims claims) {
        List<Integer> got = new ArrayList<>();
        for (int a = claims.claim(); a >= 0; a = claims.claim()) {
            claims.step(a, Claims.READY);
            got.add(a);
        }
        return got;
    }

    @Test
    void claimsComeInTheOrderOfWant() {
        Claims claims = new Claims(24);
        long focus = Wants.focus(7, 40, 40);
        claims.look(focus);
        claims.askFont(3, 1 << 16 | 14);
        List<Integer> got = takeAll(claims);
        assertEquals(2 + 11 + 24 + 1, got.size());
        assertEquals(Catalogue.sheet("sprites"), got.get(0));
        assertEquals(Catalogue.font(3), got.get(1));
        for (int i = 1; i < got.size(); i++) {
            assertTrue(Wants.rank(got.get(i - 1), focus, 24) < Wants.rank(got.get(i), focus, 24));
        }
    }

    @Test
    void neverMoreTilesThanThereIsRoomFor() {
        Claims claims = new Claims(3);
        assertEquals(3, takeAll(claims).stream().filter(a -> Catalogue.kind(a) == Catalogue.Kind.TILE).count());
        assertFalse(claims.anyLeaving(), "no wanted tile gives way to another");
    }

    @Test
    void theFarthestUnwantedTileGivesWayFirst() {
        Claims claims = new Claims(8);
        takeAll(claims);
        claims.look(Wants.focus(2, 0, 0));
        assertEquals(-1, claims.claim());
        assertTrue(claims.anyLeaving());
        int left = -1;
        int most = -1;
        for (int t = 0; t < NebulaGrid.TILES; t++) {
            int asset = Catalogue.tile(0, t);
            if (claims.state(asset) == Claims.LEAVING) {
                left = asset;
            }
            most = Math.max(most, Wants.order(asset, Wants.focus(2, 0, 0)));
        }
        assertEquals(most, Wants.order(left, Wants.focus(2, 0, 0)));
        assertEquals(-1, claims.claim(), "and only one at a time");
        claims.gone(left);
        assertEquals(0, Wants.order(claims.claim(), Wants.focus(2, 0, 0)));
    }

    @Test
    void aTileGivenUpOrFailedFreesItsRoom() {
        Claims claims = new Claims(1);
        int first = -1;
        for (int a = claims.claim(); a >= 0; a = claims.claim()) {
            first = Catalogue.kind(a) == Catalogue.Kind.TILE ? a : first;
        }
        claims.giveUp(first, Claims.IDLE);
        assertEquals(first, claims.claim());
        claims.giveUp(first, Claims.FAILED);
        assertEquals(-1, claims.claim(), "what failed is never tried again");
        claims.look(Wants.focus(1, 0, 0));
        assertEquals(1, Catalogue.lookOf(claims.claim()));
    }

    @Test
    void aFontNotAskedForAnyMoreIsNotClaimed() {
        Claims claims = new Claims(0);
        claims.askFont(0, 5);
        assertTrue(claims.dropFont(0));
        assertTrue(takeAll(claims).stream().noneMatch(a -> Catalogue.kind(a) == Catalogue.Kind.FONT));
        claims.askFont(0, 6);
        assertEquals(Catalogue.font(0), claims.claim());
        assertFalse(claims.dropFont(0), "a lane has it in hands");
    }

    @Test
    @Timeout(60)
    void lanesThatRaceClaimEachAssetOnce() throws Exception {
        int lanes = 4;
        for (int round = 0; round < 200; round++) {
            Claims claims = new Claims(10);
            claims.look(Wants.focus(round, round, -round));
            AtomicIntegerArray times = new AtomicIntegerArray(Catalogue.COUNT);
            AtomicInteger tiles = new AtomicInteger();
            CyclicBarrier together = new CyclicBarrier(lanes);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                Thread t = new Thread(() -> {
                    try {
                        together.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    for (int a = claims.claim(); a >= 0; a = claims.claim()) {
                        times.incrementAndGet(a);
                        if (Catalogue.kind(a) == Catalogue.Kind.TILE) {
                            tiles.incrementAndGet();
                        }
                        claims.step(a, Claims.DECODED);
                    }
                });
                threads.add(t);
                t.start();
            }
            for (Thread t : threads) {
                t.join();
            }
            for (int a = 0; a < Catalogue.COUNT; a++) {
                assertTrue(times.get(a) <= 1, "asset " + a + " was claimed " + times.get(a) + " times");
            }
            assertEquals(10, tiles.get());
        }
    }
}
