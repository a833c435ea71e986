package io.spate.k6;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import io.spate.engine.Run;
import io.spate.engine.RunOptions;
import io.spate.k6.load.FileAccess;
import io.spate.k6.summary.SummaryData;
import io.spate.k6.vu.ScriptLog.Level;
import io.spate.k6.vu.Secrets;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.RunResult;
import io.spate.net.NetOptions;
import io.spate.report.json.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every script of the folder {@code conformance}: each says by checks what it expects of one
 * part of k6, and all of its checks have to pass.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class ConformanceTest {
    private static final Path FOLDER = Path.of("src/test/scripts/conformance").toAbsolutePath();

    @SuppressWarnings("NullAway.Init") // set before all tests
    private EchoServer echo;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private DemoShop shop;

    static Stream<Path> scripts() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @BeforeAll
    void start() throws IOException {
        echo = new EchoServer();
        shop = DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("constant:1ms")));
    }

    @AfterAll
    void stop() throws IOException {
        echo.close();
        shop.close();
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyCheckPasses(Path script) throws Exception {
        var log = new ConcurrentLinkedQueue<String>();
        var env =
                Map.of(
                        "ECHO", echo.url(),
                        "SHOP", shop.url(),
                        "WS", shop.url().replace("http", "ws") + "/ws");
        var source =
                new K6Source(
                        script.getFileName().toString(),
                        script,
                        new FileAccess(List.of(FOLDER.toRealPath()), Map.of()),
                        env,
                        List.of(),
                        List.of(),
                        new Secrets(
                                Map.of(
                                        "main",
                                        Map.of("key", "hidden"),
                                        "more",
                                        Map.of("b", "other hidden")),
                                "main"),
                        FOLDER.resolve("lib/modules"));
        try (var test =
                K6Test.load(
                        source,
                        (level, message, from) -> {
                            if (level == Level.ERROR || from.equals("console")) {
                                log.add(message);
                            }
                        },
                        Ticker.system())) {
            test.prepare(1, _ -> {});
            var machine = new RunOptions(1, test.over(NetOptions.DEFAULT), 10_000, Ticker.system());
            var run = new Run(test.plan(), test.script(), machine, List.of());
            test.control().onAbort(run::stop);
            var result = run.execute();

            assertThat(test.failure()).as("setup and teardown; %s", log).isEmpty();
            assertThat(log).isEmpty();
            assertThat(failed(test, result)).as("checks that failed").isEmpty();
            assertThat(result.total().find(BuiltinMetrics.CHECKS))
                    .hasValueSatisfying(
                            it -> assertThat(((Aggregate.Ratio) it).total()).isPositive());
            assertThat(result.verdict().judgements()).isNotEmpty().allMatch(it -> it.passed());
            summarize(test, machine, result);
        }
    }

    private static void summarize(K6Test test, RunOptions machine, RunResult result)
            throws InterruptedException {
        if (test.handlesSummary()) {
            var results = Results.of(test.plan(), result, "0");
            var data =
                    SummaryData.json(
                            test.plan(),
                            result,
                            results,
                            test.options().summary(),
                            test.setupData(),
                            false);
            assertThat(test.handleSummary(machine, data).orElseThrow().keySet()).contains("stdout");
        }
    }

    private static String failed(K6Test test, RunResult result) {
        return Results.of(test.plan(), result, "0").checks().stream()
                .filter(it -> it.fails() > 0)
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }
}
