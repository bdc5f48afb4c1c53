package lockstep.overlay.panel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.state.ActionChain;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The sequences of {@link SequencesTest} find defects that were cured, each put back in its turn. */
@Tag("slow")
class SequenceCanariesTest {
    private static volatile Defect defect = Defect.NONE;

    /** The same property, of a game with a defect. */
    static final class OfADefectiveGame extends SequencesTest {
        @Override
        Play play() {
            return new Play(defect);
        }

        @Override
        @Property(seed = "2", shrinking = ShrinkingMode.OFF, afterFailure = AfterFailureMode.RANDOM_SEED)
        void whateverAPersonDoesTheGameStaysWhole(@ForAll("starts") String start, @ForAll("sequences") ActionChain<Play> sequence)
            throws Exception {
            super.whateverAPersonDoesTheGameStaysWhole(start, sequence);
        }
    }

    @ParameterizedTest
    @CsvSource({"SLEEPS_AS_LONG_AS_THE_PAUSE, set out to sleep for|is not due for another", "KEEPS_WHO_LEFT, accesses under",
        "WAITS_OUT_THE_STEPS, 'physics' on lane"})
    void aDefectThatIsPutBackIsFound(Defect put, String found) {
        defect = put;
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(OfADefectiveGame.class))
            .filters(EngineFilter.includeEngines("jqwik"))
            .configurationParameter("jqwik.tries.default", "100")
            .configurationParameter("jqwik.database", "target/jqwik")
            .configurationParameter("jqwik.reporting.usejunitplatform", "true")
            .build(), listener);
        TestExecutionSummary summary = listener.getSummary();
        assertEquals(1, summary.getTestsStartedCount());
        assertEquals(1, summary.getTestsFailedCount(), () -> put + " was not found");
        String report = report(summary);
        assertTrue(report.lines().anyMatch(l -> l.contains("after '") && l.matches(".*(" + found + ").*")), report);
    }

    private static String report(TestExecutionSummary summary) {
        StringWriter text = new StringWriter();
        summary.printFailuresTo(new PrintWriter(text));
        return text.toString();
    }
}
