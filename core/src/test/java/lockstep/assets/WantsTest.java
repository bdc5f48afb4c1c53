package lockstep.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WantsTest {
    private static final int ALL = 24;

    @Test
    void theTileUnderTheCameraComesFirst() {
        for (int tile = 0; tile < NebulaGrid.TILES; tile++) {
            float x = (tile % 4 * 512 + 200) / 8f;
            float y = ((1 - tile / 4) * 512 + 300) / 8f;
            assertEquals(0, Wants.order(Catalogue.tile(2, tile), Wants.focus(2, x, y)), "tile " + tile);
            assertEquals(0, Wants.order(Catalogue.tile(2, tile), Wants.focus(8, x - 2048 / 8f, y + 1024 / 8f)), "repeats");
        }
    }

    @Test
    void tilesAreWantedByDistanceAndDistanceGoesAroundTheEdges() {
        long focus = Wants.focus(0, 5 / 8f, 700 / 8f);
        List<Integer> byRank = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        byRank.sort(Comparator.comparing(t -> Wants.rank(Catalogue.tile(0, t), focus, ALL)));
        assertEquals(List.of(0, 3), byRank.subList(0, 2), "left edge: the first column, then the last");
    }

    @Test
    void thisSectorsLookThenTheNextThenTheOneBefore() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            int sector = 1 + random.nextInt(100);
            long focus = Wants.focus(sector, random.nextFloat() * 600 - 300, random.nextFloat() * 600 - 300);
            BitSet seen = new BitSet();
            for (int look = 0; look < NebulaGrid.LOOKS; look++) {
                for (int tile = 0; tile < NebulaGrid.TILES; tile++) {
                    int order = Wants.order(Catalogue.tile(look, tile), focus);
                    seen.set(order);
                    int turn = order / 8;
                    if (turn < 3) {
                        assertEquals(NebulaGrid.lookOf(sector + (turn == 2 ? -1 : turn)), look);
                    }
                    assertEquals(order < 24, Wants.rank(Catalogue.tile(look, tile), focus, ALL) != Wants.NOT);
                    assertEquals(order < 5, Wants.rank(Catalogue.tile(look, tile), focus, 5) != Wants.NOT);
                }
            }
            assertEquals(48, seen.cardinality(), "no two tiles have the same place");
        }
    }

    @Test
    void theFirstSectorHasNoneBefore() {
        assertEquals(Wants.NOT, Wants.rank(Catalogue.tile(5, 0), Wants.focus(0, 0, 0), ALL));
        assertNotEquals(Wants.NOT, Wants.rank(Catalogue.tile(5, 0), Wants.focus(6, 0, 0), ALL));
    }

    @Test
    void whatEveryScreenNeedsComesBeforeTilesAndFarLooksComeLast() {
        long focus = Wants.focus(3, 0, 0);
        int tile = Wants.rank(Catalogue.tile(3, 7), focus, ALL);
        int sound = Wants.rank(Catalogue.sound("shot"), focus, ALL);
        int next = Wants.rank(Catalogue.tile(4, 0), focus, ALL);
        assertTrue(Wants.rank(Catalogue.sheet("sprites"), focus, ALL) < Wants.rank(Catalogue.font(0), focus, ALL));
        assertTrue(Wants.rank(Catalogue.font(47), focus, ALL) < Wants.rank(Catalogue.sheet("rocks"), focus, ALL));
        assertTrue(Wants.rank(Catalogue.sheet("rocks"), focus, ALL) < tile);
        assertTrue(tile < sound && sound < next);
    }

    @Test
    void gridAndNumbersAgree() {
        assertEquals(4, NebulaGrid.tileAt(0, 0));
        assertEquals(0, NebulaGrid.tileAt(4, -1));
        assertEquals(7, NebulaGrid.tileAt(-1, 2));
        for (int i = 0; i < Catalogue.COUNT; i++) {
            switch (Catalogue.kind(i)) {
                case SHEET -> assertEquals(i, Catalogue.sheet(Catalogue.name(i)));
                case TILE -> assertEquals(i, Catalogue.tile(Catalogue.lookOf(i), Catalogue.tileOf(i)));
                case SOUND -> assertEquals(i, Catalogue.sound(Catalogue.name(i)));
                case FONT -> assertEquals(i, Catalogue.font(Catalogue.placeOf(i)));
            }
        }
    }
}
