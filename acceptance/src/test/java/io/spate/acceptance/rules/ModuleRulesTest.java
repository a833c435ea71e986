package io.spate.acceptance.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleRulesTest {

    /** What any module may use beside what its row names. */
    private static final List<String> PLATFORM =
            List.of("java..", "javax..", "jdk..", "org.jspecify..");

    /**
     * Think hard before adding to a row: an arrow that is missing is most often a function that
     * should be passed down.
     */
    private static final List<Row> TABLE =
            List.of(
                    row("metrics").libraries("org.HdrHistogram.."),
                    row("plan").modules("metrics"),
                    row("net").libraries("io.netty.."),
                    // What the JDK alone knows of its process.
                    row("engine")
                            .modules("plan", "metrics", "net")
                            .libraries("com.sun.management.."),
                    row("http")
                            .modules("net", "metrics")
                            .libraries("tools.jackson..", "com.jayway.jsonpath..", "org.jsoup.."),
                    row("redis").modules("net", "metrics"),
                    row("script")
                            .modules("engine", "http", "plan", "metrics")
                            // A user thinks on the loop that the engine hands out with it.
                            .types("io.spate.net.EventLoop")
                            .libraries(
                                    // The way that a test asks for: values without behaviour.
                                    "io.spate.net.route..",
                                    "org.snakeyaml.engine..",
                                    "tools.jackson..",
                                    "de.siegmar.fastcsv.."),
                    row("siege")
                            .modules("engine", "http", "net", "plan", "metrics")
                            .libraries("org.jsoup.."),
                    row("wrk").modules("engine", "http", "net", "plan", "metrics"),
                    row("output")
                            .modules("metrics")
                            // The page that Prometheus scrapes: the JDK's own server.
                            .libraries("com.sun.net.httpserver.."),
                    // Findings are a function of a run's result, as the rest of the document is.
                    row("report")
                            .modules("analysis", "metrics", "plan")
                            .libraries("tools.jackson.."),
                    row("store").modules("metrics", "plan").libraries("tools.jackson.."),
                    row("analysis")
                            .modules("metrics")
                            .libraries(
                                    "org.apache.commons.statistics..",
                                    "tools.jackson..",
                                    "de.siegmar.fastcsv.."),
                    row("web")
                            .modules("engine", "store", "report", "analysis", "plan", "metrics")
                            .libraries(
                                    "tools.jackson..",
                                    "io.javalin..",
                                    // Its connectors, and what requests and answers are.
                                    "org.eclipse.jetty..",
                                    "jakarta.servlet..",
                                    "kotlin.."),
                    row("demo").libraries("io.netty..", "tools.jackson.."),
                    row("k6")
                            .modules(
                                    "script", "engine", "http", "redis", "net", "plan", "metrics",
                                    "report")
                            .libraries(
                                    "org.graalvm.polyglot..",
                                    "org.jsoup..",
                                    "tools.jackson..",
                                    // Loaded where a script opens a browser.
                                    "com.microsoft.playwright..",
                                    "com.fasterxml.jackson.annotation..",
                                    // The REST API of a run: the JDK's own server.
                                    "com.sun.net.httpserver.."),
                    row("locust")
                            .modules("engine", "http", "net", "plan", "metrics")
                            .libraries("org.graalvm.polyglot..", "tools.jackson.."),
                    row("convert")
                            .modules("k6", "locust", "plan")
                            .libraries("org.graalvm.polyglot..", "tools.jackson.."),
                    row("junit")
                            .modules("script", "engine", "plan", "report", "metrics")
                            .libraries("org.junit..", "org.apiguardian.."),
                    row("cli")
                            .modules(
                                    "metrics",
                                    "plan",
                                    "net",
                                    "engine",
                                    "http",
                                    "script",
                                    "siege",
                                    "wrk",
                                    "k6",
                                    "locust",
                                    "convert",
                                    "output",
                                    "report",
                                    "demo",
                                    "store",
                                    "analysis",
                                    "web")
                            .libraries("picocli..", "tools.jackson.."));

    private final JavaClasses classes = MainClasses.load();

    @ParameterizedTest
    @MethodSource("table")
    void aModuleUsesOnlyWhatItsRowNames(Row row) {
        classes()
                .that()
                .resideInAPackage("io.spate." + row.module + "..")
                .should()
                .onlyDependOnClassesThat(allowedBy(row))
                .because("the table of modules names nothing else")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void everyModuleHasARow() {
        Set<String> seen = new TreeSet<>();
        for (JavaClass each : classes) {
            String inside = each.getPackageName().substring("io.spate.".length());
            seen.add(inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside);
        }
        assertThat(TABLE).extracting(Row::module).containsAll(seen);
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        slices().matching("io.spate.(**)").should().beFreeOfCycles().check(classes);
    }

    private static List<Row> table() {
        return TABLE;
    }

    private static DescribedPredicate<JavaClass> allowedBy(Row row) {
        List<String> packages = new ArrayList<>(PLATFORM);
        packages.add("io.spate." + row.module + "..");
        row.modules.forEach(module -> packages.add("io.spate." + module + ".."));
        packages.addAll(row.libraries);
        return DescribedPredicate.or(
                JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new)),
                DescribedPredicate.describe(
                        "are among " + row.types, type -> row.types.contains(type.getName())),
                DescribedPredicate.describe(
                        "are primitive or an array of such",
                        type -> type.getBaseComponentType().isPrimitive()));
    }

    private static Row row(String module) {
        return new Row(module, List.of(), List.of(), List.of());
    }

    /**
     * A module, and what it may use: modules, the packages of libraries, single types of modules
     * that it may not use else.
     */
    record Row(String module, List<String> modules, List<String> libraries, List<String> types) {
        Row modules(String... names) {
            return new Row(module, List.of(names), libraries, types);
        }

        Row libraries(String... packages) {
            return new Row(module, modules, List.of(packages), types);
        }

        Row types(String... names) {
            return new Row(module, modules, libraries, List.of(names));
        }

        @Override
        public String toString() {
            return module;
        }
    }
}
