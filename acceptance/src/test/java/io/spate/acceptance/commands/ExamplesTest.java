package io.spate.acceptance.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.acceptance.Project;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Threshold.Judgement;
import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import io.spate.script.ScriptException;
import io.spate.script.load.TestLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example runs against the demo shop, for a second or two, and does what it is to do. */
@Timeout(60)
class ExamplesTest {
    private static final Workload SHORT = Workload.NONE.withDuration(Duration.ofSeconds(1));

    /** For those with a part that takes some seconds, such as a ramp or a warm-up. */
    private static final Workload LONGER = Workload.NONE.withDuration(Duration.ofSeconds(6));

    @ParameterizedTest
    @MethodSource("examples")
    void runs(Path example) throws Exception {
        try (var shop = DemoShop.start(DemoOptions.defaults())) {
            var test = load(example, shop.url());
            var options = RunOptions.ofThisMachine().withWorkers(2);
            var result = new Run(test.plan(), test.script(), options, List.of()).execute();

            assertThat(result.ending()).isEqualTo(RunResult.Ending.COMPLETED);
            assertThat(result.total().errors()).isEmpty();
            assertThat(result.total().find(BuiltinMetrics.HTTP_REQS)).isPresent();
            assertThat(result.verdict().judgements())
                    .filteredOn(it -> !isOfTime(it, test.plan().metrics()))
                    .allMatch(Judgement::passed);
        }
    }

    private static LoadedTest load(Path example, String target) {
        var file = Project.root().resolve("examples").resolve(example).toString();
        try {
            return TestLoader.load(file, options(target, SHORT));
        } catch (ScriptException _) {
            return TestLoader.load(file, options(target, LONGER));
        }
    }

    /** How fast the shop answers on a busy machine is not what is tested here. */
    private static boolean isOfTime(Judgement judgement, List<Metric> added) {
        var name = judgement.threshold().selector().metric();
        return BuiltinMetrics.find(name)
                .or(() -> added.stream().filter(it -> it.name().equals(name)).findFirst())
                .filter(it -> it.contains() == Metric.Contains.TIME)
                .isPresent();
    }

    private static LoadOptions options(String target, Workload workload) {
        return new LoadOptions(
                Map.of("TARGET", target),
                workload,
                Optional.of(target),
                Map.of(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    static List<Path> examples() throws IOException {
        var folder = Project.root().resolve("examples");
        try (var files = Files.walk(folder)) {
            var found =
                    files.filter(it -> it.toString().matches(".*\\.(java|ya?ml)"))
                            .map(folder::relativize)
                            .sorted()
                            .toList();
            assertThat(found).hasSizeGreaterThan(2);
            return found;
        }
    }
}
