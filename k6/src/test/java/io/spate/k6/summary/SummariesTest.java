package io.spate.k6.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.k6.options.K6Options;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Threshold;
import io.spate.metrics.threshold.Verdict;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.plan.WarmUp;
import io.spate.report.json.Results;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What k6 prints and writes at the end of a run, to the letter; the files stand among the test's
 * resources. What was written stands in {@code target/golden}.
 */
class SummariesTest {
    private static final Metric WAITED =
            new Metric("custom_waiting_time", Metric.Type.TREND, Metric.Contains.DEFAULT);
    private static final K6Options.Summary OPTIONS =
            new K6Options.Summary(K6Options.Summary.TREND_STATS, "");

    private final Recorder recorder = new Recorder(new SeriesRegistry(1000));

    private static TestPlan plan(String... scenarios) {
        return new TestPlan(
                "script.js",
                "",
                List.of(scenarios).stream()
                        .map(
                                it ->
                                        Scenario.of(
                                                it,
                                                new Executor.ConstantVus(1, Duration.ofSeconds(5))))
                        .toList(),
                List.of(
                        Threshold.parse("http_req_duration", "p(95)<1500"),
                        Threshold.parse("http_req_duration", "p(90)<20"),
                        Threshold.parse("http_req_failed", "rate<0.01")),
                Tags.NONE,
                List.of(WAITED),
                WarmUp.NONE,
                1);
    }

    private void request(Tags tags, long millis) {
        var all =
                tags.with("name", "http://localhost/")
                        .with("method", "GET")
                        .with("status", "200")
                        .with("expected_response", "true");
        record(BuiltinMetrics.HTTP_REQS, all, 1);
        record(BuiltinMetrics.HTTP_REQ_FAILED, all, 0);
        record(BuiltinMetrics.HTTP_REQ_DURATION, all, millis * 1_000_000);
        record(BuiltinMetrics.HTTP_REQ_BLOCKED, all, 5_000);
        record(BuiltinMetrics.HTTP_REQ_CONNECTING, all, 0);
        record(BuiltinMetrics.HTTP_REQ_TLS_HANDSHAKING, all, 0);
        record(BuiltinMetrics.HTTP_REQ_SENDING, all, 20_000);
        record(BuiltinMetrics.HTTP_REQ_WAITING, all, millis * 1_000_000 - 60_000);
        record(BuiltinMetrics.HTTP_REQ_RECEIVING, all, 40_000);
        record(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, all, millis * 1_000_000);
    }

    private void record(Metric metric, Tags tags, long value) {
        recorder.record(recorder.series(metric, tags), value);
    }

    /** Two iterations in each scenario, with two requests each, one of them in a group. */
    private RunResult result(TestPlan plan) {
        for (var scenario : plan.scenarios()) {
            var tags = Tags.of("scenario", scenario.name());
            for (int i = 0; i < 2; i++) {
                request(tags, 100 + i);
                request(tags.with("group", "::shop"), 200 + i);
                record(BuiltinMetrics.CHECKS, tags.with("check", "is up"), 1);
                record(
                        BuiltinMetrics.CHECKS,
                        tags.with("group", "::shop").with("check", "has items"),
                        i);
                record(BuiltinMetrics.GROUP_DURATION, tags.with("group", "::shop"), 201_000_000);
                record(WAITED, tags, 120 + i);
                record(BuiltinMetrics.ITERATIONS, tags, 1);
                record(BuiltinMetrics.ITERATION_DURATION, tags, 302_500_000);
                record(BuiltinMetrics.ITERATION_LATENESS, tags, 10_000);
                record(BuiltinMetrics.DATA_RECEIVED, tags, 2_500);
                record(BuiltinMetrics.DATA_SENT, tags, 350);
            }
        }
        record(BuiltinMetrics.VUS, Tags.NONE, 1);
        record(BuiltinMetrics.VUS_MAX, Tags.NONE, 1);
        var total = recorder.handOver().drain(0, 5_000_000_000L);
        return new RunResult(
                Instant.parse("2026-11-21T12:00:00Z"),
                Duration.ofSeconds(5),
                Ending.COMPLETED,
                total,
                List.<Snapshot>of(),
                Verdict.of(plan.thresholds(), total));
    }

    private static void isGolden(String text, String name) throws IOException {
        var written = Path.of("target", "golden", name);
        Files.createDirectories(Path.of("target", "golden"));
        Files.writeString(written, text);
        try (var stream = SummariesTest.class.getResourceAsStream(name)) {
            assertThat(stream).as("the file " + name).isNotNull();
            assertThat(text).isEqualTo(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void metricsOfModulesStandInTheirOwnSections() {
        var own =
                List.of(
                        Metric.time("ws_connecting"),
                        Metric.counter("browser_data_sent"),
                        Metric.time("browser_web_vital_lcp"));
        var plain = plan("default");
        var plan =
                new TestPlan(
                        plain.name(),
                        "",
                        plain.scenarios(),
                        List.of(),
                        Tags.NONE,
                        own,
                        WarmUp.NONE,
                        1);
        own.forEach(it -> record(it, Tags.of("scenario", "default"), 1));
        var result = result(plan);
        var text =
                CompactSummary.of(
                        plan, result, Results.of(plan, result, "0"), OPTIONS, false, false);

        assertThat(text)
                .contains("    BROWSER\n    browser_data_sent")
                .contains("    WEB_VITALS\n    browser_web_vital_lcp")
                .contains("    WEBSOCKET\n    ws_connecting");
    }

    @Test
    void printsTheCompactSummary() throws Exception {
        var plan = plan("default");
        var result = result(plan);
        isGolden(
                CompactSummary.of(
                        plan, result, Results.of(plan, result, "0"), OPTIONS, false, false),
                "compact.txt");
    }

    @Test
    void printsTheFullSummaryByScenarios() throws Exception {
        var plan = plan("left", "right");
        var result = result(plan);
        isGolden(
                CompactSummary.of(
                        plan, result, Results.of(plan, result, "0"), OPTIONS, true, false),
                "full.txt");
    }

    @Test
    void printsTheFullSummaryByGroupsWhereThereIsOneScenarioWithoutAName() throws Exception {
        var plan = plan("default");
        var result = result(plan);
        isGolden(
                CompactSummary.of(
                        plan, result, Results.of(plan, result, "0"), OPTIONS, true, false),
                "full-groups.txt");
    }

    @Test
    void printsTheLegacySummary() throws Exception {
        var plan = plan("default");
        var result = result(plan);
        isGolden(
                LegacySummary.of(plan, result, Results.of(plan, result, "0"), OPTIONS, false),
                "legacy.txt");
    }

    @Test
    void keepsToOneUnitAndToTheStatisticsAskedFor() throws Exception {
        var plan = plan("default");
        var result = result(plan);
        var options = new K6Options.Summary(List.of("count", "p(99.9)", "max"), "us");
        assertThat(
                        CompactSummary.of(
                                plan, result, Results.of(plan, result, "0"), options, false, false))
                .contains(
                        "iteration_duration.............: count=2 p(99.9)=302500.00µs"
                                + " max=302500.00µs\n");
    }

    @Test
    void exportsTheOldForm() throws Exception {
        var plan = plan("default");
        var result = result(plan);
        isGolden(
                SummaryFiles.old(
                        plan,
                        result,
                        Results.of(plan, result, "0"),
                        OPTIONS,
                        Optional.of("{\"token\":\"x\"}")),
                "export.json");
    }

    @Test
    void exportsTheFormForMachines() throws Exception {
        var plan = plan("default");
        var result = result(plan);
        isGolden(
                SummaryFiles.machine(
                        plan, result, Results.of(plan, result, "0"), OPTIONS, "script.js", "1"),
                "machine.json");
    }
}
