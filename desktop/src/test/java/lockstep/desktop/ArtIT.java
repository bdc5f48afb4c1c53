package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import lockstep.desktop.fixture.ArtDemo;
import lockstep.desktop.fixture.ChildJvm;
import lockstep.desktop.fixture.XDisplay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Uploads in slices into the textures of a real window. */
final class ArtIT {
    private static XDisplay display;

    @BeforeAll
    static void startDisplay() throws IOException {
        display = XDisplay.start(1280, 800);
    }

    @AfterAll
    static void stopDisplay() throws InterruptedException {
        if (display != null) {
            display.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 24})
    void everyTextureEqualsItsFileWhileSectorsPass(int room) throws Exception {
        ChildJvm demo = display.run(List.of("env", "ALSOFT_DRIVERS=null", System.getProperty("java.home") + "/bin/java",
            "-Djava.awt.headless=true", "-cp", System.getProperty("java.class.path"), ArtDemo.class.getName(), "" + room));
        assertEquals(0, demo.exit(), () -> demo.err().toString());
        demo.out().forEach(System.out::println);
        for (int sector = 0; sector < 4; sector++) {
            assertTrue(demo.line("sector " + sector).endsWith("sheets equal true"));
        }
        assertTrue(demo.out().stream().noneMatch(line -> line.startsWith("differs")));
        assertTrue(demo.line("loaded").contains("failed 0"));
        assertEquals("pictures made and freed: true", demo.line("pictures"));
    }
}
