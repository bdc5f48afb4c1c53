package lockstep.overlay.panel;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whatever a person does, in whatever order, the game stays whole. How many sequences: {@code -Dsequences=2000}. One that
 * failed is played again with {@code -Dtest=SequencesTest#thisSequence -Dsequence="start four; F6; look 20; topology two; F6"}.
 */
@Tag("slow")
class SequencesTest {
    private static final int LONGEST = 12;

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void whateverAPersonDoesTheGameStaysWhole(@ForAll("starts") String start, @ForAll("sequences") ActionChain<Play> sequence)
        throws Exception {
        Play[] playing = new Play[1];
        try {
            sequence.peek(play -> {
                playing[0] = play;
                play.start(start);
            }).withInvariant(Play::check).run().end();
        } finally {
            if (playing[0] != null) {
                playing[0].close();
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "sequence", matches = ".+", disabledReason = "it plays what -Dsequence says")
    void thisSequence() throws Exception {
        Play.all(System.getProperty("sequence"));
    }

    @BeforeProperty
    void forgetOtherTests() {
        Play.beginAnew();
    }

    Play play() {
        return new Play(Defect.NONE);
    }

    @Provide
    Arbitrary<String> starts() {
        return Deeds.starts();
    }

    @Provide
    ActionChainArbitrary<Play> sequences() {
        return Deeds.sequences(LONGEST, this::play);
    }
}
