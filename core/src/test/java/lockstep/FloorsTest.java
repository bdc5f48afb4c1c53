package lockstep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The floors of the house: a package imports only from floors below it. What stands on one floor may not import its neighbours,
 * and a room within a package may import only rooms named after it.
 */
class FloorsTest {
    /** From the top down; packages on one line are neighbours. */
    private static final List<List<String>> FLOORS = List.of(
        List.of("overlay"),
        List.of("trace"),
        List.of("session"),
        List.of("roles"),
        List.of("view", "replay"),
        List.of("watch"),
        List.of("engine"),
        List.of("topology", "settings", "world"),
        List.of("platform", "assets", "sync", "blame"),
        List.of("time", "files", "game"));
    /** Rooms of a package, from the top down; {@code ""} is the package itself. */
    private static final Map<String, List<String>> ROOMS = Map.of(
        "overlay", List.of("timeline", "", "panel", "draw"),
        "trace", List.of("compare", "timeline", "jfr", "report", "hlog", "summary", "frames", ""),
        "view", List.of("", "menu", "sound", "art"));

    private static JavaClasses core;

    @BeforeAll
    static void importCore() {
        core = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lockstep");
    }

    static List<Arguments> floors() {
        List<Arguments> floors = new ArrayList<>();
        for (int i = 0; i < FLOORS.size(); i++) {
            for (String name : FLOORS.get(i)) {
                List<String> above = new ArrayList<>(FLOORS.get(i));
                above.remove(name);
                FLOORS.subList(0, i).forEach(above::addAll);
                floors.add(Arguments.of(name, above));
            }
        }
        return floors;
    }

    static List<Arguments> rooms() {
        List<Arguments> rooms = new ArrayList<>();
        ROOMS.forEach((floor, names) -> {
            for (int i = 1; i < names.size(); i++) {
                rooms
                    .add(Arguments.of(room(floor, names.get(i)), names.subList(0, i).stream().map(n -> room(floor, n)).toList()));
            }
        });
        return rooms;
    }

    private static String room(String floor, String name) {
        return "lockstep." + floor + (name.isEmpty() ? "" : "." + name);
    }

    @ParameterizedTest
    @MethodSource("floors")
    void aFloorUsesNothingAboveOrBesideIt(String floor, List<String> above) {
        noClasses().that().resideInAPackage(in(floor))
            .should().dependOnClassesThat().resideInAnyPackage(in(above))
            .allowEmptyShould(above.isEmpty()).check(core);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomUsesNothingAboveIt(String room, List<String> above) {
        noClasses().that().resideInAPackage(room)
            .should().dependOnClassesThat().resideInAnyPackage(above.toArray(String[]::new)).check(core);
    }

    @Test
    void everyClassStandsOnAFloor() {
        classes().should().resideInAnyPackage(in(FLOORS.stream().flatMap(List::stream).toList())).check(core);
    }

    @Test
    void coreNeverTouchesTheWindowLibrary() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("org.lwjgl..").check(core);
    }

    /** Except the one class that checks that a single thread runs the rules. */
    @Test
    void theRulesOfTheGameKnowNoThreads() {
        noClasses().that().resideInAPackage(in("game")).and().doNotHaveFullyQualifiedName("lockstep.game.Owner")
            .should().dependOnClassesThat().resideInAnyPackage("java.util.concurrent..")
            .orShould().dependOnClassesThat().belongToAnyOf(Thread.class)
            .allowEmptyShould(true).check(core);
    }

    private static String in(String floor) {
        return "lockstep." + floor + "..";
    }

    private static String[] in(List<String> floors) {
        return floors.stream().map(FloorsTest::in).toArray(String[]::new);
    }
}
