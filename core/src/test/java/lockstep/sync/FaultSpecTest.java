package lockstep.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lockstep.sync.FaultSpec.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultSpecTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        render.draw=20ms@every=1s            | render.draw    | BUSY  | 20000000    | 1000000000 | 0  | 0    | 0 | -1
        input.tick=50us@every=64             | input.tick     | BUSY  | 50000       | 0          | 64 | 0    | 0 | -1
        physics.tick=sleep:20ms@tick=500     | physics.tick   | SLEEP | 20000000    | 0          | 0  | 0    | 0 | 500
        physics.tick=1ms@tick=0              | physics.tick   | BUSY  | 1000000     | 0          | 0  | 0    | 0 | 0
        world.copy=yield@p=0.01,seed=7       | world.copy     | YIELD | 0           | 0          | 0  | 0.01 | 7 | -1
        world.copy=20us@p=1                  | world.copy     | BUSY  | 20000       | 0          | 0  | 1    | 0 | -1
        assets.decode=park:1ms@every=1       | assets.decode  | PARK  | 1000000     | 0          | 1  | 0    | 0 | -1
        assets.read=1.5ms@every=0.5s         | assets.read    | BUSY  | 1500000     | 500000000  | 0  | 0    | 0 | -1
        render.upload=800ns@every=2          | render.upload  | BUSY  | 800         | 0          | 2  | 0    | 0 | -1
        render.hold=60s@every=60s            | render.hold    | BUSY  | 60000000000 | 60000000000| 0  | 0    | 0 | -1
        physics.tally=yield@every=1          | physics.tally  | YIELD | 0           | 0          | 1  | 0    | 0 | -1
        my.lane.tick=1ms@every=3             | my.lane.tick   | BUSY  | 1000000     | 0          | 3  | 0    | 0 | -1
        gc=@every=1s                         | gc             | GC    | 0           | 1000000000 | 0  | 0    | 0 | -1
        gc=now@every=1s                      | gc             | GC    | 0           | 1000000000 | 0  | 0    | 0 | -1
        hog=2@every=1s                       | hog            | HOG   | 2           | 1000000000 | 0  | 0    | 0 | -1
        """)
    void aGoodSpecIsReadPartByPart(String text, String point, What what, long amount, long everyNs, long everyCalls,
                                   double p, long seed, long tick) {
        assertEquals(new FaultSpec(point, what, amount, everyNs, everyCalls, p, seed, tick), FaultSpec.parse(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ""                             | it is not of the form POINT=WHAT@WHEN, such as render.draw=20ms@every=1s
        render.draw                    | it is not of the form POINT=WHAT@WHEN, such as render.draw=20ms@every=1s
        render.draw=20ms               | it is not of the form POINT=WHAT@WHEN, such as render.draw=20ms@every=1s
        =20ms@every=1s                 | it is not of the form POINT=WHAT@WHEN, such as render.draw=20ms@every=1s
        @every=1s                      | it is not of the form POINT=WHAT@WHEN, such as render.draw=20ms@every=1s
        render@draw=1ms                | it is not of the form POINT=WHAT@WHEN, such as render.draw=20ms@every=1s
        render=20ms@every=1s           | unknown point 'render'; there are ROLE.tick, ROLE.hold, ROLE.tally, \
        assets.decode, assets.read, render.draw, render.upload, world.copy, gc, hog
        .tick=20ms@every=1s            | unknown point '.tick'; there are ROLE.tick, ROLE.hold, ROLE.tally, \
        assets.decode, assets.read, render.draw, render.upload, world.copy, gc, hog
        input.draw=20ms@every=1s       | unknown point 'input.draw'; there are ROLE.tick, ROLE.hold, ROLE.tally, \
        assets.decode, assets.read, render.draw, render.upload, world.copy, gc, hog
        physics.tick=20@every=1s       | '20' is not a time such as 20ms, 50us, 1s
        physics.tick=@every=1s         | '' is not a time such as 20ms, 50us, 1s
        physics.tick=ms@every=1s       | 'ms' is not a time such as 20ms, 50us, 1s
        physics.tick=x1ms@every=1s     | 'x1ms' is not a time such as 20ms, 50us, 1s
        physics.tick=-1ms@every=1s     | '-1ms' is not above 0 and at most 60s
        physics.tick=0ms@every=1s      | '0ms' is not above 0 and at most 60s
        physics.tick=NaNms@every=1s    | 'NaNms' is not a time such as 20ms, 50us, 1s
        physics.tick=61s@every=1s      | '61s' is not above 0 and at most 60s
        physics.tick=sleep:@every=1s   | '' is not a time such as 20ms, 50us, 1s
        physics.tick=1ms@              | '' is not every=TIME, every=CALLS, p=P,seed=N or tick=N
        physics.tick=1ms@always        | 'always' is not every=TIME, every=CALLS, p=P,seed=N or tick=N
        physics.tick=1ms@every=0       | 0 is not between 1 and 2147483647
        physics.tick=1ms@every=-1      | '-1' is not a time such as 20ms, 50us, 1s
        physics.tick=1ms@every=99999999999999999999 | '99999999999999999999' is not a whole number
        physics.tick=1ms@p=0           | a probability is above 0 and at most 1
        physics.tick=1ms@p=1.1         | a probability is above 0 and at most 1
        physics.tick=1ms@p=NaN         | a probability is above 0 and at most 1
        physics.tick=1ms@p=half        | 'p=half' is not p=PROBABILITY,seed=N
        physics.tick=1ms@p=0.5,seed=x  | 'p=0.5,seed=x' is not p=PROBABILITY,seed=N
        physics.tick=1ms@tick=-1       | -1 is not between 0 and 2147483647
        physics.tick=1ms@tick=1.5      | '1.5' is not a whole number
        gc=@tick=5                     | a collection belongs to no lane and so to no tick; use every=TIME
        gc=20ms@every=1s               | the length of a collection cannot be chosen: '20ms'; write gc=now@every=1s
        gc=full@every=64               | the length of a collection cannot be chosen: 'full'; write gc=now@every=64
        hog=2@tick=5                   | threads beside the lanes know no ticks; use every=TIME
        hog=0@every=1s                 | 0 is not between 1 and 64
        hog=65@every=1s                | 65 is not between 1 and 64
        hog=many@every=1s              | 'many' is not a whole number
        """)
    void aBadSpecIsRefusedWithOneLineThatSaysWhy(String text, String why) {
        String message = assertThrows(IllegalArgumentException.class, () -> FaultSpec.parse(text)).getMessage();
        assertEquals("--inject " + text + ": " + why, message);
        assertFalse(message.contains("\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        render.draw=20ms@every=1s        | render.draw 20ms every 1s
        input.tick=0.05ms@every=64       | input.tick 50us every 64
        render.upload=800ns@every=1      | render.upload 800ns every 1
        physics.tick=sleep:2s@tick=500   | physics.tick sleep 2s in tick 500
        physics.tick=1ms@tick=0          | physics.tick 1ms in tick 0
        assets.decode=park:1.5ms@every=2 | assets.decode park 1500us every 2
        world.copy=yield@p=0.01,seed=7   | world.copy yield p=0.01,seed=7
        gc=@every=1s                     | gc every 1s
        """)
    void inWordsForPeopleItReadsAsItWasWritten(String text, String words) {
        assertEquals(words, FaultSpec.parse(text).words());
    }

    @ParameterizedTest
    @CsvSource({"physics.tick, false", "physics.hold, true", "physics.tally, true", "world.copy, true", "render.draw, false",
        "assets.read, false"})
    void onlyWhatLiesBetweenTwoAccessesWidensAWindow(String point, boolean widens) {
        assertEquals(widens, FaultSpec.parse(point + "=1us@every=1").widens());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        physics.tick=60s@every=2147483647 | 60000000000 | 2147483647
        physics.tick=0.1ns@every=1        | 1           | 1
        hog=64@every=1                    | 64          | 1
        """)
    void whatIsJustAllowedIsTaken(String text, long amount, long calls) {
        FaultSpec spec = FaultSpec.parse(text);
        assertEquals(amount, spec.amountNs());
        assertEquals(calls, spec.everyCalls());
    }

    @ParameterizedTest
    @CsvSource({"physics.tick=1us, physics", "my.lane.tick=1us, my.lane", "world.copy=1us,", "gc=,", "hog=2,"})
    void itsOwnerIsTheRoleOrLaneInWhoseCodeItFiresIfThereIsOne(String fault, String owner) {
        assertEquals(owner, FaultSpec.parse(fault + "@every=1").owner());
    }

    @Test
    void aPointBelongsToARoleOrToALane() {
        Faults faults = new Faults(java.util.List.of(FaultSpec.parse("work.tick=yield@every=1")));
        assertTrue(faults.at("tick", "physics", "work").armed());
        assertTrue(faults.at("tick", "work", "work").armed());
        assertFalse(faults.at("tick", "physics", "physics").armed());
        assertFalse(faults.at("hold", "physics", "work").armed());
    }
}
