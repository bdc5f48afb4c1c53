package lockstep.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of the desktop module: a package imports only from those below it, and not from its neighbours. */
class FloorsTest {
    /** From the top down; packages on one line are neighbours. */
    private static final List<List<String>> FLOORS = List.of(
        List.of("lockstep.desktop"),
        List.of("lockstep.desktop.doctor"),
        List.of("lockstep.desktop.game"),
        List.of("lockstep.desktop.cli", "lockstep.desktop.window", "lockstep.desktop.terminal"));

    private static JavaClasses desktop;

    @BeforeAll
    static void importDesktop() {
        desktop = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lockstep.desktop");
    }

    static List<Arguments> floors() {
        List<Arguments> floors = new ArrayList<>();
        List<String> above = new ArrayList<>();
        for (List<String> floor : FLOORS) {
            for (String name : floor) {
                List<String> forbidden = new ArrayList<>(above);
                forbidden.addAll(floor);
                forbidden.remove(name);
                floors.add(Arguments.of(name, forbidden));
            }
            above.addAll(floor);
        }
        return floors.subList(1, floors.size());
    }

    @ParameterizedTest
    @MethodSource("floors")
    void aFloorUsesNothingAboveOrBesideIt(String floor, List<String> forbidden) {
        noClasses().that().resideInAPackage(floor)
            .should().dependOnClassesThat().resideInAnyPackage(forbidden.toArray(String[]::new)).check(desktop);
    }
}
