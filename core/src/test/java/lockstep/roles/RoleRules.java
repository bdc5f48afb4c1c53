package lockstep.roles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import lockstep.engine.Role;

/**
 * What no role does. A class is a role's if it implements {@link Role} or lies within one that does. The rules go by calls and
 * types in bytecode; {@code synchronized} shows as neither, so they cannot see it.
 */
enum RoleRules {
    STARTS_NO_THREAD(noClasses().that(areRoles())
        .should().callMethod(Thread.class, "start")
        .orShould().dependOnClassesThat().areAssignableTo(Executor.class)
        .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould().dependOnClassesThat().areAssignableTo(CompletableFuture.class)
        .orShould().dependOnClassesThat().areAssignableTo(ForkJoinTask.class)
        .orShould().dependOnClassesThat().areAssignableTo(Timer.class)
        .orShould().dependOnClassesThat().areAssignableTo(Thread.class)
        .because("a topology puts a role on a lane, which is its thread")),

    TAKES_NO_JDK_LOCK(noClasses().that(areRoles())
        .should().dependOnClassesThat().resideInAPackage("java.util.concurrent.locks..")
        .orShould().dependOnClassesThat().areAssignableTo(Semaphore.class)
        .because("only waits at a section, the barrier or a limit say whom they wait for")),

    READS_NO_CLOCK(noClasses().that(areRoles())
        .should().callMethod(System.class, "nanoTime")
        .orShould().callMethod(System.class, "currentTimeMillis")
        .orShould().dependOnClassesThat().areAssignableTo(Instant.class)
        .orShould().dependOnClassesThat().areAssignableTo(Clock.class)
        .orShould().dependOnClassesThat().areAssignableTo(ThreadMXBean.class)
        .orShould().dependOnClassesThat().haveFullyQualifiedName("java.util.Date")
        .because("its lane has the run's clock: RoleContext.now"));

    private final ArchRule rule;

    RoleRules(ArchRule rule) {
        this.rule = rule;
    }

    private static DescribedPredicate<JavaClass> areRoles() {
        return DescribedPredicate.describe("are roles or lie within one", RoleRules::isOfRole);
    }

    private static boolean isOfRole(JavaClass c) {
        return !c.isInterface() && c.isAssignableTo(Role.class) || c.getEnclosingClass().map(RoleRules::isOfRole).orElse(false);
    }

    /** The roles among these classes, by simple name. */
    static Set<String> roles(JavaClasses classes) {
        return classes.that(areRoles()).stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
    }

    /** Fails with the places at which the rule is broken. */
    void check(JavaClasses classes) {
        rule.check(classes);
    }
}
