package io.spate.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.options.ColorScheme;
import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.report.json.Results;
import io.spate.report.json.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportInBrowserTest {
    private static final SampleRun.Run RUN = SampleRun.of(60, 30, 4);

    @TempDir Path folder;
    private Browser browser;

    @BeforeAll
    void start() throws IOException {
        browser = Browser.start();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theFiguresShownAreThoseOfTheRun() throws IOException {
        try (var report = open(RUN.results(), 1280)) {
            var total = RUN.result().total();
            var times = histogram(total.find(BuiltinMetrics.HTTP_REQ_DURATION).orElseThrow());
            long requests = times.count();

            assertThat(report.page.locator("h1").innerText()).isEqualTo(RUN.plan().name());
            assertThat(report.tile("Requests")).isEqualTo(grouped(requests));
            assertThat(report.tile("Users, peak")).isEqualTo("50");
            assertThat(millis(report.tile("p95")))
                    .isCloseTo(times.percentile(95) / 1e6, within(0.6));
            assertThat(millis(report.tile("p99")))
                    .isCloseTo(times.percentile(99) / 1e6, within(0.6));
            assertThat(millis(report.tile("Slowest"))).isCloseTo(times.max() / 1e6, within(0.6));
            var last = report.page.locator("#statistics tfoot").innerText();
            assertThat(last).startsWith("Aggregated").contains(grouped(requests));
            assertThat(report.noise()).isEmpty();
        }
    }

    @Test
    void theVerdictSaysInWordsWhatFailed() throws IOException {
        try (var report = open(RUN.results(), 1280)) {
            assertThat(RUN.result().verdict().passed()).isFalse();

            String verdict = report.page.locator(".verdict").innerText();

            assertThat(verdict).startsWith("Failed").contains("P99 latency of name:/api/checkout");
            assertThat(report.rows("thresholds")).hasSize(3);
        }
    }

    @Test
    void requestsThatWereKeptAreShownWhole() throws IOException {
        try (var report = open(RUN.results(), 1280)) {
            var slowest = report.page.locator("#slowest-requests details").first();
            assertThat(slowest.locator("summary").innerText())
                    .contains("812 ms", "GET /api/analytics", "200 at 0:02");
            slowest.locator("summary").click();
            assertThat(slowest.locator("pre").innerText())
                    .contains("waiting 812 ms", "trace 0000000000abcdef000000000000002a")
                    .contains("Host: localhost:8000", "{\"total\": 3}");
            assertThat(report.page.locator("#failed-requests summary").first().innerText())
                    .contains("refused at 0:02");
            assertThat(report.noise()).isEmpty();
        }
    }

    @Test
    void theTableSortsByAnyColumnAndSearches() throws IOException {
        try (var report = open(RUN.results(), 1280)) {
            var slowest =
                    RUN.results().endpoints().stream()
                            .max(Comparator.comparingDouble(it -> it.serviceTimeMs().max()))
                            .orElseThrow();
            assertThat(report.order("statistics", "Requests")).isEqualTo("descending");

            report.sortBy("statistics", "Max");
            assertThat(report.order("statistics", "Max")).isEqualTo("descending");
            assertThat(report.rows("statistics").getFirst().getFirst()).contains(slowest.name());
            report.sortBy("statistics", "Endpoint");
            assertThat(report.rows("statistics").getFirst().getFirst()).startsWith("GET");
            report.sortBy("statistics", "Endpoint");
            assertThat(report.rows("statistics").getFirst().getFirst()).startsWith("POST");

            report.page.locator("#statistics input").fill("checkout post");
            assertThat(report.rows("statistics"))
                    .isNotEmpty()
                    .allMatch(row -> row.getFirst().contains("/api/checkout"));
            report.page.locator("#statistics input").fill("no such endpoint");
            assertThat(report.rows("statistics"))
                    .containsExactly(List.of("Nothing matches the search."));
        }
    }

    @Test
    void aRunWhoseGeneratorWasTheBottleneckSaysSoBeforeItsVerdict() throws IOException {
        try (var report = open(SampleRun.invalid(60, 12, 4).results(), 1280)) {
            var banners = report.page.locator(".verdict").allInnerTexts();
            assertThat(banners).hasSize(2);
            assertThat(banners.getFirst())
                    .startsWith("INVALID: the generator was the bottleneck")
                    .contains("Since 0:45: The event loops used 97 % of their cores.");

            var generator = report.page.locator("#generator");
            assertThat(generator.innerText())
                    .contains("CPU, highest", "96.40%", "Warning since 0:42")
                    .doesNotContain("was not the bottleneck");
            assertThat(generator.locator(".uplot").count()).isOne();
            assertThat(report.noise()).isEmpty();
        }
        try (var report = open(RUN.results(), 1280)) {
            assertThat(report.page.locator(".verdict").count()).isOne();
            assertThat(report.page.locator("#generator").innerText())
                    .contains("The generator was not the bottleneck.");
        }
    }

    @Test
    void levelsGroupsMetricsOfTheTestAndKindsOfFailuresAreShown() throws IOException {
        try (var report = open(RUN.results(), 1280)) {
            assertThat(report.page.locator(".facts").innerText())
                    .contains("1.2s of setup left out", "1.0s of warm-up (15 requests) left out");
            assertThat(report.rows("levels"))
                    .extracting(List::getFirst)
                    .containsExactly("10 users", "20 users", "30 users", "40 users");
            assertThat(report.rows("groups").getFirst().getFirst()).isEqualTo("shop / checkout");
            assertThat(report.rows("custom").getFirst().getFirst()).isEqualTo("order_value");

            var kind = report.page.locator("#failures .kinds li").first();
            assertThat(kind.locator("pre").isVisible()).isFalse();
            kind.locator("summary").click();
            assertThat(kind.locator("pre").innerText()).contains("authorization: ***");
            assertThat(kind.locator("svg.spark").count()).isOne();
            assertThat(report.noise()).isEmpty();
        }
    }

    @Test
    void theSwitchShowsResponseTimeInsteadOfServiceTime() throws IOException {
        try (var report = open(RUN.results(), 1280)) {
            double service = millis(report.tile("p99"));

            report.page.locator("#times .segmented button").last().click();

            var response = RUN.results().totals().responseTimeMs();
            assertThat(millis(report.tile("p99"))).isCloseTo(response.p99(), within(6.0));
            assertThat(millis(report.tile("p99"))).isGreaterThan(service);
        }
    }

    @Test
    void namesAndErrorsAreTextAndNeverCode() throws IOException {
        var evil = "</script><img src=x onerror=alert(1)><script>alert(2)</script>'\"&amp;";
        try (var report = open(SampleRun.withText(evil).results(), 1280)) {
            assertThat(report.page.locator("h1").innerText()).endsWith(evil);
            assertThat(report.rows("statistics")).allMatch(row -> row.getFirst().endsWith(evil));
            assertThat(report.page.locator("main img, main script").count()).isZero();
            assertThat(report.page.locator(".script-errors").innerText()).contains(evil);
            assertThat(report.noise()).isEmpty();
        }
    }

    @Test
    void darkColoursFollowTheSystemAndTheButton() throws IOException {
        Path file = folder.resolve("dark.html");
        try (var report = ReportPage.open(browser, RUN.results(), file, 1280, ColorScheme.DARK)) {
            assertThat(background(report)).isEqualTo("rgb(15, 18, 22)");
            report.page.locator("button.theme").click();
            assertThat(background(report)).isEqualTo("rgb(255, 255, 255)");
            report.page.reload();
            assertThat(background(report)).as("remembered").isEqualTo("rgb(255, 255, 255)");
            assertThat(report.noise()).isEmpty();
        }
    }

    @Test
    void onAPhoneThePageDoesNotScrollSideways() throws IOException {
        try (var report = open(RUN.results(), 360)) {
            assertThat(overflow(report)).isNotPositive();
            for (var hint : report.page.locator(".hint-word:visible").all()) {
                hint.focus();
                assertThat(overflow(report)).as(hint.innerText()).isNotPositive();
            }
            assertThat(report.page.locator(".uplot").count()).isEqualTo(5);
        }
    }

    @Test
    void aRunWithoutRequestsIsShownWithoutErrors() throws IOException {
        try (var report = open(SampleRun.of(1, 12, 0).results(), 1280)) {
            assertThat(report.tile("Requests")).isEqualTo("0");
            assertThat(report.page.locator("#statistics").innerText())
                    .contains("No requests were made.");
            assertThat(report.noise()).isEmpty();
        }
    }

    @Test
    void ofAThousandEndpointsOnlyThoseInViewAreDrawn() throws IOException {
        try (var report = open(SampleRun.of(20, 4000, 20).results(), 1280)) {
            assertThat(report.rows("statistics")).hasSizeBetween(15, 60);
            var first = report.rows("statistics").getFirst();

            report.page.locator("#statistics .table-box").evaluate("it => it.scrollTop = 20000");
            report.page.waitForFunction(
                    "document.querySelector('#statistics tbody tr.spacer') !== null");

            assertThat(report.rows("statistics")).hasSizeBetween(15, 60).doesNotContain(first);
        }
    }

    private ReportPage open(Results results, int width) throws IOException {
        Path file = folder.resolve("report of a run.html");
        return ReportPage.open(browser, results, file, width, ColorScheme.LIGHT);
    }

    private static String background(ReportPage report) {
        return String.valueOf(
                report.page.evaluate("getComputedStyle(document.documentElement).backgroundColor"));
    }

    private static int overflow(ReportPage report) {
        return ((Number)
                        report.page.evaluate(
                                "document.documentElement.scrollWidth"
                                        + " - document.documentElement.clientWidth"))
                .intValue();
    }

    private static Histogram histogram(Aggregate aggregate) {
        return aggregate instanceof Aggregate.Distribution(var histogram)
                ? histogram
                : Histogram.EMPTY;
    }

    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A time as a tile shows it, in milliseconds. */
    private static double millis(String shown) {
        var parts = shown.replace(",", "").split("\\s+", 2);
        double value = Double.parseDouble(parts[0]);
        return switch (parts[1]) {
            case "µs" -> value / 1000;
            case "ms" -> value;
            case "s" -> value * 1000;
            default -> throw new AssertionError(shown);
        };
    }
}
