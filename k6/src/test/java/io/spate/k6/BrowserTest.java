package io.spate.k6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import io.spate.k6.load.FileAccess;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Ticker;
import io.spate.metrics.result.RunResult;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Scripts with k6/browser, by the Chromium of this machine and the driver that report/web has.
 * Where one of them is missing, the tests are skipped and say what is missing.
 */
@Timeout(120)
class BrowserTest extends WithScripts {
    private static final Path DRIVER =
            Path.of("../report/web/node_modules/playwright-core").toAbsolutePath().normalize();
    private static final String OPTIONS =
            """
            import { browser } from 'k6/browser';
            import { check } from 'k6';
            export const options = { scenarios: { ui: { executor: 'shared-iterations', vus: 1,
              iterations: 2, maxDuration: '60s', options: { browser: { type: 'chromium' } } } } };
            """;

    private static String path() {
        return Optional.ofNullable(System.getenv("PATH")).orElse("");
    }

    private static boolean has(String program) {
        return Stream.of(path().split(File.pathSeparator, -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }

    private static void assumeInstalled() {
        assumeTrue(has("node"), "BROWSER TESTS SKIPPED: node is not on the PATH");
        assumeTrue(
                has("chromium") || has("chromium-browser") || has("google-chrome"),
                "BROWSER TESTS SKIPPED: no chromium is on the PATH");
        assumeTrue(
                Files.isDirectory(DRIVER),
                "BROWSER TESTS SKIPPED: " + DRIVER + " is missing: run npm ci in report/web");
    }

    private RunResult run(String text, Map<String, String> env) throws Exception {
        var file = Files.writeString(folder.resolve("script.js"), text);
        var source =
                new K6Source(
                        "script.js",
                        file,
                        new FileAccess(List.of(folder), Map.of()),
                        env,
                        List.of(),
                        List.of());
        try (var test = K6Test.load(source, (_, message, _) -> log.add(message), Ticker.system())) {
            test.control().onDriver(it -> System.setProperty("playwright.cli.dir", it));
            return run(test);
        }
    }

    private static DemoShop shop() throws IOException {
        return DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("constant:1ms")));
    }

    @Test
    void usesPagesAsAPersonDoes() throws Exception {
        assumeInstalled();
        try (var shop = shop()) {
            var result =
                    run(
                            Files.readString(Path.of("src/test/scripts/browser/pages.js")),
                            Map.of(
                                    "PATH", path(),
                                    "SPATE_PLAYWRIGHT_CORE", DRIVER.toString(),
                                    "SHOP", shop.url()));

            assertThat(log).contains("log said").noneMatch(it -> it.contains("Error:"));
            assertThat(count(result, BuiltinMetrics.ITERATIONS)).isEqualTo(2);
            assertThat(result.total().find(BuiltinMetrics.CHECKS))
                    .hasValueSatisfying(
                            it -> assertThat(it).isEqualTo(new Aggregate.Ratio(44, 44)));
            assertThat(result.total().find(Metric.time("browser_web_vital_fcp"))).isPresent();
            assertThat(result.total().find(Metric.time("browser_http_req_duration"))).isPresent();
            assertThat(result.total().find(Metric.rate("browser_http_req_failed"))).isPresent();
        }
    }

    @Test
    void saysWhatIsNotInstalled() throws Exception {
        run(
                OPTIONS + "export default async function () { await browser.newPage(); }",
                Map.of("PATH", "/nothing", "SPATE_PLAYWRIGHT_CORE", "/nothing"));

        assertThat(log)
                .first()
                .asString()
                .contains(
                        "k6/browser needs what is not installed: Node.js",
                        "apt install chromium",
                        "npm install playwright-core@1.62.0");
    }

    @Test
    void aScenarioSaysWhichBrowserItHas() throws Exception {
        run(
                """
                import { browser } from 'k6/browser';
                export default async function () { await browser.newPage(); }
                """,
                Map.of());

        assertThat(log).singleElement().asString().contains("type: 'chromium'");
    }
}
