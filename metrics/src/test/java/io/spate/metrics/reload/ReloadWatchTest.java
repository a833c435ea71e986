package io.spate.metrics.reload;

import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_CONNECTING;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Aggregate;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Series;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReloadWatchTest {
    private static final long SECOND = 1_000_000_000L;

    private final ReloadPlan plan = plan(Optional.empty(), OptionalLong.of(0));
    private final ReloadWatch watch = new ReloadWatch(plan);
    private int now;

    private static ReloadPlan plan(Optional<String> command, OptionalLong failuresMax) {
        return new ReloadPlan(Duration.ofSeconds(10), Duration.ofSeconds(5), command, failuresMax);
    }

    /** A second with so many good requests that took so long. */
    private void good(int requests, long millis) {
        second(requests, millis, 0, 0);
    }

    private void second(int requests, long millis, int reset, int opened) {
        Map<Series, Aggregate> values = new HashMap<>();
        values.put(new Series(HTTP_REQS, Tags.NONE), new Aggregate.Count(requests));
        if (reset > 0) {
            var failed = Tags.of("error_kind", "reset");
            values.put(new Series(HTTP_REQS, failed), new Aggregate.Count(reset));
        }
        long[] times = new long[requests];
        Arrays.fill(times, millis * 1_000_000);
        times(values, HTTP_REQ_RESPONSE_TIME, times);
        long[] connecting = new long[requests];
        Arrays.fill(connecting, 0, opened, 50_000);
        times(values, HTTP_REQ_CONNECTING, connecting);
        watch.add(new Snapshot(now * SECOND, (now + 1) * SECOND, values, Map.of()));
        now++;
    }

    private static void times(Map<Series, Aggregate> into, Metric metric, long[] times) {
        into.put(new Series(metric, Tags.NONE), new Aggregate.Distribution(Histogram.of(times)));
    }

    private ReloadResult result() {
        return watch.result(Optional.empty(), OptionalLong.empty());
    }

    private void tenSteadySeconds() {
        second(100, 20, 0, 50);
        for (int i = 1; i < 10; i++) {
            good(100 + i % 2, 20);
        }
    }

    @Test
    void aReloadThatNobodyNotices() {
        tenSteadySeconds();
        for (int i = 0; i < 10; i++) {
            good(100, 20);
        }
        var result = result();
        assertThat(result.requests()).isEqualTo(500);
        assertThat(result.failed()).isZero();
        assertThat(result.settledNanos()).hasValue(0);
        assertThat(result.openedBefore()).isZero();
        assertThat(result.passed()).isTrue();
    }

    @Test
    void aRestartThatLosesRequestsAndTakesThreeSecondsToSettle() {
        tenSteadySeconds();
        second(40, 20, 7, 20);
        second(90, 400, 2, 10);
        good(100, 100);
        for (int i = 0; i < 6; i++) {
            good(101, 21);
        }
        var result = result();
        assertThat(result.failures()).isEqualTo(Map.of("reset", 9L));
        assertThat(result.requests()).isEqualTo(40 + 7 + 90 + 2 + 100 + 101 + 101);
        assertThat(result.opened()).isEqualTo(30);
        assertThat(result.settledNanos()).hasValue(3.0 * SECOND);
        assertThat(result.rateMin()).as("good ones").isEqualTo(40);
        assertThat(result.p95MaxNanos()).isBetween(399e6, 401e6);
        assertThat(result.passed()).isFalse();
    }

    @Test
    void fourGoodSecondsAreNotSettled() {
        tenSteadySeconds();
        good(10, 20);
        for (int i = 0; i < 4; i++) {
            good(100, 20);
        }
        assertThat(result().settledNanos()).isEmpty();
    }

    @Test
    void tooFewSecondsBeforeCannotBeComparedWith() {
        var early =
                new ReloadWatch(
                        new ReloadPlan(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                Optional.empty(),
                                OptionalLong.empty()));
        for (int i = 0; i < 9; i++) {
            early.add(Snapshot.empty(i * SECOND, (i + 1) * SECOND));
        }
        var result = early.result(Optional.empty(), OptionalLong.empty());
        assertThat(result.comparable()).isFalse();
        assertThat(result.settledNanos()).isEmpty();
    }

    @Test
    void aReloadThatDidNotTakePlaceProvesNothing() {
        tenSteadySeconds();
        assertThat(result().happened()).isFalse();
        assertThat(result().passed()).isFalse();
    }

    @Test
    void aCommandThatFailedProvesNothing() {
        var commanded = new ReloadWatch(plan(Optional.of("false"), OptionalLong.of(0)));
        commanded.add(
                new Snapshot(
                        10 * SECOND,
                        11 * SECOND,
                        Map.of(new Series(HTTP_REQS, Tags.NONE), new Aggregate.Count(5)),
                        Map.of()));
        var failed = new CommandRun("false", OptionalInt.of(1), 5, "");
        var worked = new CommandRun("true", OptionalInt.of(0), 5, "");
        assertThat(commanded.result(Optional.of(failed), OptionalLong.empty()).passed()).isFalse();
        assertThat(commanded.result(Optional.empty(), OptionalLong.empty()).passed()).isFalse();
        assertThat(commanded.result(Optional.of(worked), OptionalLong.empty()).passed()).isTrue();
    }

    @Test
    void withoutALimitNothingIsJudged() {
        var watching = new ReloadWatch(plan(Optional.empty(), OptionalLong.empty()));
        assertThat(watching.result(Optional.empty(), OptionalLong.empty()).passed()).isTrue();
    }

    @Test
    void aPlanKeepsItsLimits() {
        assertThatThrownBy(
                        () ->
                                new ReloadPlan(
                                        Duration.ofMillis(999),
                                        ReloadPlan.WINDOW,
                                        Optional.empty(),
                                        OptionalLong.empty()))
                .hasMessageContaining("a second");
        assertThatThrownBy(
                        () ->
                                new ReloadPlan(
                                        Duration.ofSeconds(5),
                                        Duration.ofHours(2),
                                        Optional.empty(),
                                        OptionalLong.empty()))
                .hasMessageContaining("1s to 1h");
    }
}
