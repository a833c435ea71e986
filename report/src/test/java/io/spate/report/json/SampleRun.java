package io.spate.report.json;

import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.KeptRequests;
import io.spate.metrics.KeptRequests.KeptRequest;
import io.spate.metrics.Metric;
import io.spate.metrics.Recorder;
import io.spate.metrics.ScriptError;
import io.spate.metrics.Selector;
import io.spate.metrics.Series;
import io.spate.metrics.SeriesRegistry;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.FailureHistory;
import io.spate.metrics.result.GeneratorHealth;
import io.spate.metrics.result.Level;
import io.spate.metrics.result.LevelResult;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Condition;
import io.spate.metrics.threshold.Threshold;
import io.spate.metrics.threshold.Verdict;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.Stage;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A run of a shop as it might have been, the same each time: users ramp up and down, the target
 * stalls once past the middle, and two endpoints fail now and then.
 */
public final class SampleRun {
    private static final long SECOND = 1_000_000_000L;
    private static final List<String[]> ENDPOINTS =
            List.of(
                    new String[] {"POST", "/api/auth/login", "38"},
                    new String[] {"GET", "/api/users", "24"},
                    new String[] {"GET", "/api/users/{id}", "9"},
                    new String[] {"GET", "/api/products", "31"},
                    new String[] {"GET", "/api/products/{id}", "12"},
                    new String[] {"POST", "/api/cart/add", "17"},
                    new String[] {"POST", "/api/checkout", "84"},
                    new String[] {"GET", "/api/orders", "46"},
                    new String[] {"GET", "/api/analytics", "120"},
                    new String[] {"GET", "/api/search", "55"},
                    new String[] {"POST", "/api/users", "41"},
                    new String[] {"GET", "/health", "1.2"});

    private static final Metric ORDER_VALUE =
            new Metric("order_value", Metric.Type.TREND, Metric.Contains.DECIMAL);
    private static final Tags CHECKOUT = Tags.of("group", "::shop::checkout");

    private final Random random = new Random(42);
    private final SeriesRegistry registry = new SeriesRegistry(100_000);
    private final Recorder whole = new Recorder(registry);
    private final Recorder second = new Recorder(registry);
    private final int seconds;
    private final int endpoints;
    private final int requestsPerUser;
    private final String nameSuffix;
    private final Map<Tags, long[]> failures = new HashMap<>();
    private boolean busy;

    private SampleRun(int seconds, int endpoints, int requestsPerUser, String nameSuffix) {
        this.seconds = seconds;
        this.endpoints = endpoints;
        this.requestsPerUser = requestsPerUser;
        this.nameSuffix = nameSuffix;
    }

    /** A plan and what its run came to. */
    public record Run(TestPlan plan, RunResult result) {
        /** The document of it. */
        public Results results() {
            return Results.of(plan, result, "0.1.0");
        }
    }

    /** A run of so many seconds over so many endpoints. */
    public static Run of(int seconds, int endpoints, int requestsPerUser) {
        return new SampleRun(seconds, endpoints, requestsPerUser, "").run();
    }

    /** A run whose generator was the bottleneck in the end. */
    public static Run invalid(int seconds, int endpoints, int requestsPerUser) {
        var run = new SampleRun(seconds, endpoints, requestsPerUser, "");
        run.busy = true;
        return run.run();
    }

    /** A run whose names and errors hold a text. */
    public static Run withText(String text) {
        return new SampleRun(5, 12, 4, text).run();
    }

    private Run run() {
        var timeline = new ArrayList<Snapshot>();
        for (int at = 0; at < seconds; at++) {
            int users = users(at);
            record(BuiltinMetrics.VUS, Tags.NONE, users);
            whole.record(whole.series(BuiltinMetrics.USER_TIME, scenario()), users * SECOND);
            int requests = (int) (users * requestsPerUser * (0.9 + 0.1 * random.nextDouble()));
            for (int i = 0; i < requests; i++) {
                request(at, pick());
            }
            record(BuiltinMetrics.ITERATIONS, scenario(), requests / 4);
            watch(at);
            timeline.add(second.handOver().drain(at * SECOND, (at + 1) * SECOND).total());
        }
        whole.error(
                new ScriptError(
                        "browse",
                        "NullPointerException: \"token\" is null" + nameSuffix,
                        "Shop.browse(Shop.java:31)\nShop.main(Shop.java:12)" + nameSuffix));
        record(BuiltinMetrics.FAILED_ITERATIONS, scenario(), 1);
        var total = whole.handOver().drain(0, seconds * SECOND);
        return new Run(plan(), result(total.withKept(kept()), timeline));
    }

    private KeptRequests kept() {
        var slow = kept("/api/analytics", 200, 812_345_678L, "");
        var failed = kept("/api/checkout", 0, 3_000_000, "connection refused");
        return new KeptRequests(List.of(slow), List.of(failed), List.of(), 0);
    }

    private KeptRequest kept(String name, int status, long nanos, String error) {
        var tags =
                scenario()
                        .with("method", "GET")
                        .with("name", name + nameSuffix)
                        .with("status", Integer.toString(status))
                        .with("error_kind", error.isEmpty() ? "" : "refused");
        return new KeptRequest(
                new Series(BuiltinMetrics.HTTP_REQS, tags),
                "http://localhost:8000" + name + nameSuffix,
                Instant.parse("2026-11-21T09:30:02.5Z"),
                new KeptRequest.Times(1_250_000, 1_000_000, 0, 20_000, nanos, 30_000),
                Optional.of(new KeptRequest.Trace(0xabcdef, 42, 7, true)),
                "GET " + name + nameSuffix + " HTTP/1.1\nHost: localhost:8000\n",
                error.isEmpty() ? "HTTP/1.1 200 OK\n\n{\"total\": 3}" + nameSuffix + "\n" : "",
                error.isEmpty() ? "" : error + nameSuffix);
    }

    private RunResult result(Snapshot total, List<Snapshot> timeline) {
        return new RunResult(
                Instant.parse("2026-11-21T09:30:00Z"),
                Duration.ofSeconds(seconds),
                RunResult.Ending.COMPLETED,
                total,
                timeline,
                Verdict.of(thresholds(), total),
                Optional.of(Snapshot.empty(0, 1_200_000_000)),
                Optional.of(timeline.getFirst()),
                levels(timeline),
                histories(),
                busy ? strained() : GeneratorHealth.GOOD);
    }

    private List<LevelResult> levels(List<Snapshot> timeline) {
        var levels = new ArrayList<LevelResult>();
        int length = Math.max(1, seconds / 4);
        for (int from = 0; from + length <= seconds; from += length) {
            var name = (10 + 10 * levels.size()) + " users";
            var level =
                    new Level(
                            name,
                            Tags.NONE,
                            OptionalInt.of(10 + 10 * levels.size()),
                            OptionalDouble.empty(),
                            from * SECOND,
                            (from + length) * SECOND);
            timeline.subList(from, from + length).stream()
                    .reduce(Snapshot::merge)
                    .ifPresent(it -> levels.add(new LevelResult(level, it)));
        }
        return levels;
    }

    private List<FailureHistory> histories() {
        return failures.entrySet().stream()
                .map(it -> history(it.getKey(), it.getValue()))
                .sorted(Comparator.comparing(it -> it.tags().values().toString()))
                .toList();
    }

    private FailureHistory history(Tags tags, long[] bySecond) {
        var seen = IntStream.range(0, seconds).filter(it -> bySecond[it] > 0).toArray();
        return new FailureHistory(
                tags,
                Arrays.stream(bySecond).sum(),
                seen[0] * SECOND,
                seen[seen.length - 1] * SECOND,
                "%s http://shop.example:8000%s\nauthorization: ***"
                        .formatted(tags.get("method"), tags.get("name")),
                Arrays.stream(bySecond).boxed().toList());
    }

    private GeneratorHealth strained() {
        return new GeneratorHealth(
                List.of(
                        new GeneratorHealth.Finding(
                                GeneratorHealth.Severity.WARNING,
                                "loop_lag",
                                "The event loops were up to 40 ms late.",
                                "Times shorter than 40 ms may be too long by as much.",
                                (long) (seconds * 0.7 * SECOND)),
                        new GeneratorHealth.Finding(
                                GeneratorHealth.Severity.INVALID,
                                "cpu",
                                "The event loops used 97 % of their cores.",
                                "Response times from then on are the generator's, not the"
                                        + " target's. Use more cores, or less load.",
                                (long) (seconds * 0.75 * SECOND))));
    }

    /** What the generator measures of itself. */
    private void watch(int at) {
        boolean strained = busy && at > seconds * 0.7;
        record(
                BuiltinMetrics.GENERATOR_CPU,
                Tags.NONE,
                310_000 + at % 7 * 9_000 + (strained ? 600_000 : 0));
        record(
                BuiltinMetrics.MACHINE_CPU,
                Tags.NONE,
                450_000 + at % 5 * 9_000 + (strained ? 500_000 : 0));
        record(
                BuiltinMetrics.GENERATOR_LOOP_LAG,
                Tags.NONE,
                (60 + at % 9 * 5) * 1_000L * (strained ? 400 : 1));
    }

    private int users(int at) {
        int ramp = Math.max(1, seconds / 5);
        return Math.clamp(50L * Math.min(at + 1, seconds - at) / ramp, 1, 50);
    }

    private int pick() {
        double squared = random.nextDouble() * random.nextDouble();
        return (int) (squared * endpoints);
    }

    private void request(int at, int number) {
        String[] endpoint = ENDPOINTS.get(number % ENDPOINTS.size());
        String path = endpoint[1] + (number < ENDPOINTS.size() ? "" : "/v" + number);
        boolean stalled = at > seconds * 0.55 && at < seconds * 0.62;
        double median = Double.parseDouble(endpoint[2]) * (stalled ? 4 : 1) * 1e6;
        long service = (long) (median * Math.exp(0.5 * random.nextGaussian()));
        long response = service + (stalled ? (long) (median * 3 * random.nextDouble()) : 20_000);
        double failing = path.startsWith("/api/checkout") ? 0.02 : stalled ? 0.03 : 0.0002;
        boolean failed = random.nextDouble() < failing;
        if (path.startsWith("/api/checkout")) {
            record(ORDER_VALUE, Tags.NONE, 12_340_000 + service / 1000);
            record(BuiltinMetrics.GROUP_DURATION, CHECKOUT.with(scenario()), service + 2_000_000);
        }
        Tags tags = tags(endpoint[0], path + nameSuffix, failed, service);
        record(BuiltinMetrics.HTTP_REQS, tags, 1);
        if (failed) {
            var seen = failures.computeIfAbsent(tags, _ -> new long[seconds]);
            seen[at]++;
        }
        record(BuiltinMetrics.HTTP_REQ_FAILED, tags, failed ? 1 : 0);
        record(BuiltinMetrics.HTTP_REQ_DURATION, tags, service);
        record(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, tags, response);
        record(BuiltinMetrics.HTTP_REQ_BLOCKED, scenario(), response - service);
        record(BuiltinMetrics.HTTP_REQ_CONNECTING, scenario(), at == 0 ? 150_000 : 0);
        record(BuiltinMetrics.HTTP_REQ_SENDING, scenario(), 30_000);
        record(BuiltinMetrics.HTTP_REQ_WAITING, scenario(), service - 80_000);
        record(BuiltinMetrics.HTTP_REQ_RECEIVING, scenario(), 50_000);
        record(BuiltinMetrics.DATA_SENT, scenario(), 210);
        record(BuiltinMetrics.DATA_RECEIVED, scenario(), 2_840);
        var check = Tags.of("check", "status is 200" + nameSuffix);
        record(BuiltinMetrics.CHECKS, check, failed ? 0 : 1);
    }

    private Tags tags(String method, String name, boolean failed, long service) {
        var tags =
                scenario()
                        .with("method", method)
                        .with("name", name)
                        .with("expected_response", String.valueOf(!failed));
        if (!failed) {
            return tags.with("status", "200");
        }
        return service % 2 == 0
                ? tags.with("status", "503").with("error_code", "1503").with("error_kind", "status")
                : tags.with("status", "0")
                        .with("error", "connection reset by peer" + nameSuffix)
                        .with("error_code", "1220")
                        .with("error_kind", "reset");
    }

    private Tags scenario() {
        return Tags.of("scenario", "browse" + nameSuffix);
    }

    private void record(Metric metric, Tags tags, long value) {
        whole.record(whole.series(metric, tags), value);
        second.record(second.series(metric, tags), value);
    }

    private TestPlan plan() {
        var ramp = Duration.ofSeconds(Math.max(1, seconds / 5));
        var stages =
                List.of(
                        new Stage(ramp, 50),
                        new Stage(
                                Duration.ofSeconds(Math.max(0, seconds - 2 * ramp.toSeconds())),
                                50),
                        new Stage(ramp, 0));
        var scenario =
                new Scenario(
                        "browse" + nameSuffix,
                        new Executor.RampingVus(0, stages),
                        new ThinkTime.Uniform(Duration.ofSeconds(1), Duration.ofSeconds(3)),
                        Duration.ZERO,
                        Duration.ofSeconds(5),
                        Tags.NONE);
        return new TestPlan(
                "Shop: browse and buy" + nameSuffix,
                "http://shop.example:8000",
                List.of(scenario),
                thresholds(),
                Tags.NONE);
    }

    private List<Threshold> thresholds() {
        var checkout =
                new Selector("http_req_duration", Tags.of("name", "/api/checkout" + nameSuffix));
        return List.of(
                Threshold.parse("http_req_duration", "p(95)<900"),
                new Threshold(checkout, Condition.parse("p(99)<250"), false, Duration.ZERO),
                Threshold.parse("http_req_failed", "rate<0.01"));
    }
}
