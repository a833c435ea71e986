package io.spate.report;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.result.RunResult.Ending;
import io.spate.metrics.threshold.Threshold;
import io.spate.metrics.threshold.Verdict;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Finished runs of several kinds. */
final class SampleRuns {
    static final String NASTY = "a,\"b\"\nc\u001B[2J\u202E é 日本 🚀\tend";

    private SampleRuns() {}

    static RunResult result(Ending ending, Snapshot total, Threshold... thresholds) {
        return new RunResult(
                Instant.parse("2026-01-02T03:04:05Z"),
                Duration.ofNanos(total.endNanos()),
                ending,
                total,
                List.of(total),
                Verdict.of(List.of(thresholds), total));
    }

    /** The document of a run. */
    static Results document(RunResult result) {
        var scenario = Scenario.of("browse", new Executor.ConstantVus(20, Duration.ofSeconds(60)));
        var plan = new TestPlan("shop", "http://shop", List.of(scenario), List.of(), Tags.NONE);
        return Results.of(plan, result, "0.1.0");
    }

    private static Measured shop() {
        return new Measured()
                .users("browse", 20)
                .users("search", 5)
                .iterations("browse", 600)
                .iterations("search", 300)
                .requests("POST", "/api/auth/login", "200", 600, 2_100, 48_210)
                .requests("GET", "/api/users/{id}", "200", 1800, 900, 12_400)
                .requests("GET", "/api/search", "200", 300, 12_000, 151_000)
                .check("status is 200", 2700, 0)
                .count(BuiltinMetrics.DATA_RECEIVED, Tags.of("scenario", "browse"), 519_400)
                .count(BuiltinMetrics.DATA_SENT, Tags.of("scenario", "browse"), 4_912);
    }

    static RunResult passing() {
        return result(
                Ending.COMPLETED,
                shop().between(0, 60),
                Threshold.parse("http_req_duration", "p(95)<500"),
                Threshold.parse("http_req_duration", "avg<200"),
                Threshold.parse("http_req_duration{name:/api/search}", "max<200"),
                Threshold.parse("http_req_failed", "rate<0.01"),
                Threshold.parse("http_reqs", "rate>10"),
                Threshold.parse("grpc_req_duration", "p(95)<1"));
    }

    static RunResult failing() {
        var total =
                shop().requests("GET", "/api/search", "503", 37, 1_000, 2_000)
                        .requests("GET", "/api/orders", "connection refused", 5, 100, 200)
                        .check("has results", 263, 37)
                        .count(
                                new Metric(
                                        "orders_placed",
                                        Metric.Type.COUNTER,
                                        Metric.Contains.DEFAULT),
                                Tags.NONE,
                                17)
                        .count(BuiltinMetrics.DROPPED_ITERATIONS, Tags.of("scenario", "search"), 12)
                        .error(
                                "browse",
                                "token is missing",
                                "token is missing\n\tat Shop.login(Shop.java:21)\n\tat Shop.run(Shop.java:9)",
                                4)
                        .between(0, 60);
        return result(
                Ending.COMPLETED,
                total,
                Threshold.parse("http_req_failed", "rate<0.01"),
                Threshold.parse("http_req_duration", "p(95)<500"),
                Threshold.parse("checks", "rate>0.999"));
    }

    static RunResult nothing() {
        return result(
                Ending.INTERRUPTED,
                new Measured().users("browse", 0).between(0, 3),
                Threshold.parse("http_req_duration", "p(95)<500"));
    }

    static RunResult nasty() {
        var many = shop().check(NASTY, 1, 1).error(NASTY, NASTY, NASTY, 1);
        for (int i = 0; i < 30; i++) {
            many.requests("GET", "/" + "x".repeat(500) + i, "404", 1 + i, 1_000, 2_000);
        }
        return result(
                Ending.SCRIPT_ERROR,
                many.requests("GET", NASTY, NASTY, 99, 1_000, 2_000).between(0, 60));
    }
}
