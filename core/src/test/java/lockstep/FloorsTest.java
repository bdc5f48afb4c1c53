package lockstep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The floors of the house: a package imports only from floors below it. */
class FloorsTest {
    /** From the top down. */
    private static final List<String> FLOORS = List.of("overlay", "trace", "roles", "view", "engine", "assets",
            "world", "sync", "blame", "time", "game");
    /** Floors that import nothing of ours. */
    private static final List<String> ALONE = List.of("assets", "game");

    private static JavaClasses core;

    @BeforeAll
    static void importCore() {
        core = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("lockstep");
    }

    static List<String> floors() {
        return FLOORS;
    }

    static List<String> alone() {
        return ALONE;
    }

    @ParameterizedTest
    @MethodSource("floors")
    void aFloorUsesNothingAboveIt(String floor) {
        List<String> above = FLOORS.subList(0, FLOORS.indexOf(floor));
        noClasses().that().resideInAPackage(in(floor))
                .should().dependOnClassesThat().resideInAnyPackage(in(above))
                .allowEmptyShould(true).check(core);
    }

    @ParameterizedTest
    @MethodSource("alone")
    void aFloorThatStandsAloneUsesNoOtherFloor(String floor) {
        List<String> others = new ArrayList<>(FLOORS);
        others.remove(floor);
        noClasses().that().resideInAPackage(in(floor))
                .should().dependOnClassesThat().resideInAnyPackage(in(others))
                .allowEmptyShould(true).check(core);
    }

    @Test
    void everyClassStandsOnAFloor() {
        classes().should().resideInAnyPackage(in(FLOORS)).check(core);
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
