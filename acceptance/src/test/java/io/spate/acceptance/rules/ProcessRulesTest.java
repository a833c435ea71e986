package io.spate.acceptance.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who may touch what belongs to the whole process: its clock, its streams, its state. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessRulesTest {

    private static final Set<String> CLOCK =
            Set.of(
                    "java.lang.System.nanoTime",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Thread.sleep",
                    "java.util.concurrent.TimeUnit.sleep",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system",
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalTime.now",
                    "java.time.LocalDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.ZonedDateTime.now");

    private static final Set<String> PROCESS =
            Set.of(
                    "java.lang.System.in",
                    "java.lang.System.out",
                    "java.lang.System.err",
                    "java.lang.System.console",
                    "java.lang.System.exit",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.getProperties",
                    "java.lang.System.setProperty",
                    "java.lang.Boolean.getBoolean",
                    "java.lang.Integer.getInteger",
                    "java.lang.Long.getLong",
                    "java.lang.Runtime.exit",
                    "java.lang.Runtime.halt",
                    "java.lang.Runtime.addShutdownHook",
                    "java.lang.Throwable.printStackTrace");

    private static final List<Allowed> EXCEPTIONS =
            List.of(
                    new Allowed(
                            "io.spate.metrics.Ticker",
                            "java.lang.System.nanoTime",
                            "it is the clock"),
                    new Allowed(
                            "io.spate.metrics.Ticker", "java.time.Instant.now", "it is the clock"),
                    new Allowed(
                            "io.spate.net",
                            "java.lang.System.nanoTime",
                            "the event loop's timers and the instants of a connection's phases"),
                    new Allowed(
                            "io.spate.net.poll.NativeSockets",
                            "java.lang.System.getProperty",
                            "epoll and io_uring are Linux's, and their structures differ between processors"),
                    new Allowed(
                            "io.spate.wrk.lua.LuaLibrary",
                            "java.lang.System.getProperty",
                            "LuaJIT's library differs between systems and processors"),
                    new Allowed(
                            "io.spate.script.load.JavaCompilation",
                            "java.lang.System.getProperty",
                            "the compiler gets the class path that this JVM runs from"));

    /** Types whose instances change, so that a static field of theirs is state of the process. */
    private static final List<Class<?>> MUTABLE =
            List.of(
                    java.util.concurrent.atomic.AtomicBoolean.class,
                    java.util.concurrent.atomic.AtomicInteger.class,
                    java.util.concurrent.atomic.AtomicLong.class,
                    java.util.concurrent.atomic.AtomicReference.class,
                    java.util.concurrent.atomic.LongAdder.class,
                    java.util.concurrent.ConcurrentMap.class,
                    java.util.concurrent.locks.Lock.class,
                    java.util.AbstractMap.class,
                    java.util.AbstractCollection.class,
                    java.util.Random.class,
                    java.lang.StringBuilder.class,
                    java.lang.ThreadLocal.class,
                    java.nio.Buffer.class);

    /** Static fields of such a type that cannot change all the same, and why. */
    private static final Map<String, String> UNCHANGING =
            Map.of("io.spate.net.tls.engine.JdkEngine.NOTHING", "a buffer without room");

    private final JavaClasses classes = MainClasses.load();

    @Test
    void onlyTheTickerReadsTheClock() {
        clockRule().check(classes);
    }

    @Test
    void onlyCliTouchesTheProcess() {
        processRule().check(classes);
    }

    @Test
    void noStaticFieldChanges() {
        staticRule().check(classes);
    }

    @Test
    void theRulesSeeAnOffender() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        assertThat(violations(clockRule(), offender))
                .anyMatch(each -> each.contains("System.nanoTime"))
                .anyMatch(each -> each.contains("Instant.now"));
        assertThat(violations(processRule(), offender))
                .anyMatch(each -> each.contains("System.getenv"));
        assertThat(violations(staticRule(), offender))
                .anyMatch(each -> each.contains("Offender.count> does not have modifier FINAL"))
                .anyMatch(each -> each.contains("Offender.SEEN holds what changes"));
    }

    private static List<String> violations(ArchRule rule, JavaClasses of) {
        return rule.evaluate(of).getFailureReport().getDetails();
    }

    private static ArchRule clockRule() {
        return classes()
                .should(notUse(CLOCK, type -> false))
                .because("tests run in virtual time; take a Ticker");
    }

    private static ArchRule processRule() {
        return classes()
                .should(notUse(PROCESS, type -> type.getPackageName().startsWith("io.spate.cli")))
                .because("nothing below cli prints, exits or reads what the process was given");
    }

    private static ArchRule staticRule() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .andShould(holdNoMutableType())
                .because("static state joins what tests, runs and event loops must keep apart")
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> notUse(Set<String> members, Predicate<JavaClass> free) {
        return new ArchCondition<>("leave the process alone") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (free.test(type)) {
                    return;
                }
                for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                    String member = access.getTargetOwner().getName() + "." + access.getName();
                    if (members.contains(member)
                            && EXCEPTIONS.stream().noneMatch(each -> each.covers(type, member))) {
                        events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                    }
                }
            }
        };
    }

    private static ArchCondition<JavaField> holdNoMutableType() {
        return new ArchCondition<>("hold nothing that changes") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean fine =
                        field.getModifiers().contains(JavaModifier.SYNTHETIC)
                                || UNCHANGING.containsKey(field.getFullName());
                if (!fine && MUTABLE.stream().anyMatch(field.getRawType()::isAssignableTo)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    field, field.getFullName() + " holds what changes"));
                }
            }
        };
    }

    /**
     * A use that is right.
     *
     * @param where the start of the class names
     */
    private record Allowed(String where, String member, String why) {
        boolean covers(JavaClass type, String used) {
            return type.getName().startsWith(where) && member.equals(used);
        }
    }

    /** Breaks each rule, by call and by method reference. */
    static final class Offender {
        private static final AtomicLong SEEN = new AtomicLong();
        private static int count;

        static Instant offend(Supplier<String> name) {
            LongSupplier clock = System::nanoTime;
            count += (int) clock.getAsLong();
            SEEN.set(count + System.getenv(name.get()).length());
            return Instant.now();
        }
    }
}
