package lockstep.roles;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import lockstep.engine.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rules hold for every role there is, a student's too, in sources and in tests. Each rule has canaries that break it and are
 * caught.
 */
@Tag("slow")
class RoleRulesTest {
    private static JavaClasses all;

    @BeforeAll
    static void importEverything() {
        all = new ClassFileImporter().importPackages("lockstep");
    }

    private static JavaClasses honest() {
        return all.that(DescribedPredicate.not(DescribedPredicate.describe("canaries",
            c -> c.getName().startsWith(RoleRulesTest.class.getName() + "$"))));
    }

    @Test
    void everyRoleOfTheGameIsSeen() {
        assertTrue(RoleRules.roles(honest()).containsAll(Set.of("InputRole", "ReplayRole", "PhysicsRole", "AssetRole",
            "RenderRole", "TestRole")),
            () -> RoleRules.roles(honest()).toString());
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleKeepsTheRule(RoleRules rule) {
        rule.check(honest());
    }

    static List<Arguments> breakers() {
        return List.of(
            Arguments.of(RoleRules.STARTS_NO_THREAD, ThreadStarter.class),
            Arguments.of(RoleRules.STARTS_NO_THREAD, ExecutorMaker.class),
            Arguments.of(RoleRules.TAKES_NO_JDK_LOCK, LockTaker.class),
            Arguments.of(RoleRules.TAKES_NO_JDK_LOCK, Parker.class),
            Arguments.of(RoleRules.TAKES_NO_JDK_LOCK, SemaphoreTaker.class),
            Arguments.of(RoleRules.READS_NO_CLOCK, NanoTimeReader.class),
            Arguments.of(RoleRules.READS_NO_CLOCK, LambdaThatReadsTheTime.class),
            Arguments.of(RoleRules.READS_NO_CLOCK, InnerClassThatReadsTheTime.class));
    }

    @ParameterizedTest
    @MethodSource("breakers")
    void whoBreaksARuleIsCaughtByThatRuleAndNoOther(RoleRules broken, Class<?> canary) {
        JavaClasses classes = all.that(DescribedPredicate.describe("are of the canary",
            c -> c.getName().startsWith(canary.getName())));
        for (RoleRules rule : RoleRules.values()) {
            if (rule == broken) {
                String said = assertThrows(AssertionError.class, () -> rule.check(classes)).getMessage();
                assertTrue(said.contains(canary.getSimpleName()), said);
            } else {
                rule.check(classes);
            }
        }
    }

    @Test
    void everyRuleHasACanary() {
        for (RoleRules rule : RoleRules.values()) {
            assertTrue(breakers().stream().anyMatch(a -> a.get()[0] == rule), rule.name());
        }
    }

    private abstract static class Canary implements Role {
        @Override
        public String name() {
            return "canary";
        }
    }

    private static final class ThreadStarter extends Canary {
        @Override
        public boolean run() {
            new Thread(() -> {}).start();
            return true;
        }
    }

    private static final class ExecutorMaker extends Canary {
        @Override
        public boolean run() {
            Executors.newSingleThreadExecutor().shutdown();
            return true;
        }
    }

    private static final class LockTaker extends Canary {
        private final ReentrantLock lock = new ReentrantLock();

        @Override
        public boolean run() {
            return lock.tryLock();
        }
    }

    private static final class Parker extends Canary {
        @Override
        public boolean run() {
            LockSupport.parkNanos(1);
            return true;
        }
    }

    private static final class SemaphoreTaker extends Canary {
        @Override
        public boolean run() {
            return new Semaphore(1).tryAcquire();
        }
    }

    private static final class NanoTimeReader extends Canary {
        @Override
        public boolean run() {
            return System.nanoTime() > 0;
        }
    }

    private static final class LambdaThatReadsTheTime extends Canary {
        @Override
        public boolean run() {
            Runnable within = () -> System.currentTimeMillis();
            within.run();
            return true;
        }
    }

    /** Within an inner class. */
    private static final class InnerClassThatReadsTheTime extends Canary {
        private static final class Helper {
            long seconds() {
                return java.time.Instant.now().getEpochSecond();
            }
        }

        @Override
        public boolean run() {
            return new Helper().seconds() > 0;
        }
    }
}
