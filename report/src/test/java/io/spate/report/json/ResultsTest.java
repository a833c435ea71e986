package io.spate.report.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Verdict;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final TestPlan PLAN =
            new TestPlan(
                    "plan",
                    "http://localhost",
                    List.of(
                            Scenario.of(
                                    "default",
                                    new Executor.ConstantVus(5, Duration.ofSeconds(10)))),
                    List.of(),
                    Tags.NONE);

    private final Map<Series, Aggregate> aggregates = new HashMap<>();

    @Test
    void percentilesOfAnEndpointComeFromAllItsRequestsNotFromAverages() {
        request("/a", "one", "200", 1_000_000, 1_000_000, 1_000_000);
        request("/a", "two", "200", 100_000_000);

        var endpoint = results().endpoints().getFirst();

        assertThat(endpoint.requests()).isEqualTo(4);
        assertThat(endpoint.scenarios()).containsExactly("one", "two");
        assertThat(endpoint.serviceTimeMs().med()).isCloseTo(1, within(0.01));
        assertThat(endpoint.serviceTimeMs().p95()).isCloseTo(100, within(0.1));
        assertThat(endpoint.serviceTimeMs().avg()).isCloseTo(25.75, within(0.01));
        assertThat(endpoint.serviceTimeMs().max()).isEqualTo(100);
        assertThat(endpoint.requestsPerSecond()).isEqualTo(0.4);
    }

    @Test
    void failedRequestsAreToldApartByWhatWentWrong() {
        request("/a", "one", "200", 1, 1, 1);
        request("/a", "one", "503", 1, 1);
        request("/a", "two", "503", 1);

        var results = results();

        assertThat(results.errors())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.status()).isEqualTo("503");
                            assertThat(it.text()).isEqualTo("HTTP 503");
                            assertThat(it.count()).isEqualTo(3);
                            assertThat(it.firstSeconds()).as("not known").isNaN();
                        });
        assertThat(results.successRate()).isEqualTo(0.5);
        assertThat(results.totals().failures()).isEqualTo(3);
        assertThat(results.endpoints().getFirst().failures()).isEqualTo(3);
    }

    @Test
    void endpointsBeyondTheLimitAreFoldedIntoOneWithoutLosingARequest() {
        for (int i = 0; i < Results.LIMIT + 20; i++) {
            request("/" + i, "one", "200", 1_000_000);
        }
        request("/often", "one", "200", 9_000_000, 9_000_000);

        var results = results();

        assertThat(results.endpoints()).hasSize(Results.LIMIT + 1);
        assertThat(results.endpointsFolded()).isEqualTo(21);
        assertThat(results.endpoints().getFirst().name()).isEqualTo("/often");
        assertThat(results.endpoints().getLast().name()).isEqualTo("(other)");
        assertThat(results.endpoints().getLast().requests()).isEqualTo(21);
        assertThat(results.endpoints().stream().mapToLong(Results.Endpoint::requests).sum())
                .isEqualTo(results.totals().requests())
                .isEqualTo(Results.LIMIT + 22);
    }

    @Test
    void aRunWithoutRequestsHasNoSuccess() {
        var results = results();

        assertThat(results.successRate()).isZero();
        assertThat(results.p95Latency()).isZero();
        assertThat(results.endpoints()).isEmpty();
        assertThat(results.percentiles().percentile()).isEmpty();
        assertThat(results.totals().failureRate()).isZero();
    }

    @Test
    void theCurveOfPercentilesEndsWhereTheRequestsNoLongerTell() {
        request("/a", "one", "200", new long[100]);

        assertThat(results().percentiles().percentile()).startsWith(0.0).endsWith(99.0);
    }

    @Test
    void anIntervalWithoutRequestsHasNoPercentile() {
        var results = Results.of(PLAN, result(List.of(Snapshot.empty(0, 1_000_000_000L))), "1.0.0");

        assertThat(results.timeline().requestsPerSecond()).containsExactly(0.0);
        assertThat(results.timeline().serviceTimeMs().p95()).containsExactly(Double.NaN);
    }

    @Test
    void aLongErrorIsCut() {
        var tags = Tags.of("error", "x".repeat(5000));
        aggregates.put(new Series(BuiltinMetrics.HTTP_REQ_FAILED, tags), new Aggregate.Ratio(1, 1));

        assertThat(results().errors().getFirst().error()).hasSize(500).endsWith("…");
    }

    @Test
    void aStallOfAClosedWorkloadShowsInItsCorrectedFigures() {
        var nanos = new long[1000];
        Arrays.fill(nanos, 10_000_000);
        nanos[999] = 1_000_000_000;
        request("/a", "default", "200", nanos);
        aggregates.put(
                new Series(BuiltinMetrics.USER_TIME, Tags.of("scenario", "default")),
                new Aggregate.Count(10_000_000_000L));

        var results = results();

        assertThat(results.totals().serviceTimeMs().p99()).isCloseTo(10, within(0.1));
        var corrected = results.corrected().orElseThrow();
        assertThat(corrected.expectedIntervalMs()).isEqualTo(10);
        assertThat(corrected.serviceTimeMs().p99()).isCloseTo(890, within(20.0));
        assertThat(results.percentiles().correctedMs())
                .hasSameSizeAs(results.percentiles().percentile());
    }

    @Test
    void anOpenWorkloadIsNotCorrected() {
        request("/a", "default", "200", 1_000_000, 1_000_000_000);
        var rate = new Executor.ConstantArrivalRate(1, Duration.ofSeconds(10), 1, 1);
        var plan = new TestPlan("p", "", List.of(Scenario.of("a", rate)), List.of(), Tags.NONE);

        assertThat(Results.of(plan, result(List.of()), "1.0.0").corrected()).isEmpty();
    }

    private void request(String name, String scenario, String status, long... nanos) {
        var tags =
                Tags.of("name", name)
                        .with("method", "GET")
                        .with("scenario", scenario)
                        .with("status", status);
        var times = new Aggregate.Distribution(Histogram.of(nanos));
        long failed = status.equals("200") ? 0 : nanos.length;
        aggregates.put(
                new Series(BuiltinMetrics.HTTP_REQS, tags), new Aggregate.Count(nanos.length));
        aggregates.put(
                new Series(BuiltinMetrics.HTTP_REQ_FAILED, tags),
                new Aggregate.Ratio(failed, nanos.length));
        aggregates.put(new Series(BuiltinMetrics.HTTP_REQ_DURATION, tags), times);
        aggregates.put(new Series(BuiltinMetrics.HTTP_REQ_RESPONSE_TIME, tags), times);
    }

    private Results results() {
        return Results.of(PLAN, result(List.of()), "1.0.0");
    }

    private RunResult result(List<Snapshot> timeline) {
        return new RunResult(
                Instant.EPOCH,
                Duration.ofSeconds(10),
                RunResult.Ending.COMPLETED,
                new Snapshot(0, 10_000_000_000L, aggregates, Map.of()),
                timeline,
                new Verdict(List.of()));
    }
}
