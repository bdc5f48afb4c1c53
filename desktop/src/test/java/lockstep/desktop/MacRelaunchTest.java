package lockstep.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class MacRelaunchTest {
    @Test
    void commandRunsTheSameProgramOnTheFirstThread() {
        List<String> command = MacRelaunch.command(Main.class, new String[] {"play", "--mute"});
        assertEquals("-XstartOnFirstThread", command.get(1));
        assertEquals(List.of("lockstep.desktop.Main", "play", "--mute"), command.subList(command.size() - 3, command.size()));
    }

    @Test
    @DisabledOnOs(OS.MAC)
    void otherSystemsNeedNone() {
        assertFalse(MacRelaunch.needed());
    }
}
