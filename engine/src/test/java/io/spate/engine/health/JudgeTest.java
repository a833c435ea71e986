package io.spate.engine.health;

import static io.spate.metrics.BuiltinMetrics.DROPPED_ITERATIONS;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_CPU;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_GC_PAUSE;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_CPU;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_LAG;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_LOOP_WAIT;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_OPEN_FILES;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_PORTS;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_STALL;
import static io.spate.metrics.BuiltinMetrics.GENERATOR_THROTTLED;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQS;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_DURATION;
import static io.spate.metrics.BuiltinMetrics.HTTP_REQ_RESPONSE_TIME;
import static io.spate.metrics.BuiltinMetrics.ITERATION_LATENESS;
import static io.spate.metrics.BuiltinMetrics.MACHINE_STEAL;
import static io.spate.metrics.BuiltinMetrics.TCP_RETRANSMITS;
import static io.spate.metrics.BuiltinMetrics.TCP_SEGMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.engine.health.RunOfSeconds.Values;
import io.spate.metrics.Tags;
import io.spate.metrics.result.GeneratorHealth.Finding;
import io.spate.metrics.result.GeneratorHealth.Severity;
import io.spate.plan.Executor;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each finding, from the figures of a minute. */
class JudgeTest {
    private static final Executor FULL_SPEED = new Executor.ConstantVus(50, Duration.ofMinutes(1));
    private static final Executor OPEN =
            new Executor.ConstantArrivalRate(100, Duration.ofMinutes(1), 10, 40);

    private static RunOfSeconds minute(Executor executor) {
        return RunOfSeconds.of(executor, 60);
    }

    private static Finding only(RunOfSeconds run) {
        assertThat(run.judge().findings()).hasSize(1);
        return run.judge().findings().getFirst();
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aGeneratorWithTimeLeftHasNoFinding(boolean open) {
        var run =
                minute(open ? OPEN : FULL_SPEED)
                        .each(Values.share(GENERATOR_LOOP_CPU, 0.60))
                        .each(Values.share(GENERATOR_CPU, 0.50))
                        .each(Values.share(GENERATOR_LOOP_WAIT, 0.03))
                        .each(Values.times(GENERATOR_LOOP_LAG, 0.1, 0.2, 2))
                        .each(Values.times(ITERATION_LATENESS, 0.1, 0.2, 1))
                        .each(Values.times(HTTP_REQ_DURATION, 5, 7, 20))
                        .each(Values.level(GENERATOR_OPEN_FILES, 60))
                        .each(Values.level(GENERATOR_PORTS, 100))
                        .each(Values.count(TCP_SEGMENTS, 10_000))
                        .in(20, Values.times(GENERATOR_GC_PAUSE, 8));

        assertThat(run.judge().findings()).isEmpty();
    }

    @Test
    void aSecondOrTwoOfWorkAreNoFinding() {
        var run = minute(FULL_SPEED).from(0, 2, Values.share(GENERATOR_LOOP_CPU, 1));

        assertThat(run.judge().findings()).isEmpty();
    }

    @Test
    void fullSpeedIsAWarningThatNamesTheBounds() {
        var finding =
                only(
                        minute(FULL_SPEED)
                                .from(5, 60, Values.share(GENERATOR_LOOP_CPU, 0.99))
                                .from(0, 60, Values.share(GENERATOR_CPU, 0.95))
                                .each(Values.times(GENERATOR_LOOP_LAG, 0.3)));

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.kind()).isEqualTo("cpu");
        assertThat(finding.sinceNanos()).isEqualTo(5_000_000_000L);
        assertThat(finding.what())
                .isEqualTo(
                        "An event loop used 99 % of a core, 90 % or more for 55 s of 60 s; all 2"
                                + " used 95 % of what they may.");
        assertThat(finding.consequence())
                .contains("may be able to do more", "median 0.30 ms", "upper bounds", "--workers");
    }

    @Test
    void aThresholdCrossedWhileThereWasNoTimeLeftProvesNothing() {
        var run =
                minute(FULL_SPEED)
                        .threshold("http_req_duration", "p(95)<1")
                        .each(Values.times(HTTP_REQ_DURATION, 5))
                        .from(5, 60, Values.share(GENERATOR_LOOP_CPU, 0.99));

        assertThat(only(run).severity()).isEqualTo(Severity.INVALID);
        assertThat(run.judge().valid()).isFalse();
    }

    @Test
    void aThresholdMetWhileThereWasNoTimeLeftIsMet() {
        var run =
                minute(FULL_SPEED)
                        .threshold("http_req_duration", "p(95)<100")
                        .each(Values.times(HTTP_REQ_DURATION, 5))
                        .from(5, 60, Values.share(GENERATOR_LOOP_CPU, 0.99));

        assertThat(only(run).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void aThresholdCrossedWithTimeLeftIsTheTargets() {
        var run =
                minute(FULL_SPEED)
                        .threshold("http_req_duration", "p(95)<1")
                        .each(Values.times(HTTP_REQ_DURATION, 5))
                        .from(5, 15, Values.share(GENERATOR_LOOP_CPU, 0.99));

        assertThat(only(run).severity()).isEqualTo(Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"12, 200, WARNING", "12, 20, INVALID", "120, 2000, INVALID", "9, 10, "})
    void lateStartsMatterBesideResponseTimes(double late, double response, Severity expected) {
        var run =
                minute(OPEN)
                        .each(Values.times(ITERATION_LATENESS, late, late))
                        .each(Values.times(HTTP_REQ_RESPONSE_TIME, response, response));

        assertThat(run.judge().findings())
                .extracting(Finding::kind)
                .containsExactly(expected == null ? new String[0] : new String[] {"late_starts"});
        assertThat(run.judge().findings())
                .extracting(Finding::severity)
                .allMatch(it -> it == expected);
    }

    @Test
    void aColdStartIsTold() {
        var run =
                RunOfSeconds.of(OPEN, 10)
                        .from(3, 10, Values.times(ITERATION_LATENESS, 0.1, 0.1, 0.2))
                        .in(0, Values.times(ITERATION_LATENESS, 150, 80, 5))
                        .in(0, Values.times(GENERATOR_STALL, 179));

        assertThat(only(run).kind()).isEqualTo("cold_start");
        assertThat(only(run).severity()).isEqualTo(Severity.NOTE);
        assertThat(only(run).what()).contains("179 ms");
    }

    @Test
    void aColdStartThatNoPercentileShowsIsNotTold() {
        double[] punctual = new double[200];
        var run =
                minute(OPEN)
                        .each(Values.times(ITERATION_LATENESS, punctual))
                        .in(0, Values.times(ITERATION_LATENESS, 150, 80, 5));

        assertThat(run.judge().findings()).isEmpty();
    }

    @Test
    void aSingleLateStartOfFewIsNoFinding() {
        var run =
                minute(OPEN)
                        .from(5, 60, Values.times(ITERATION_LATENESS, 0.1))
                        .in(30, Values.times(ITERATION_LATENESS, 25));

        assertThat(run.judge().findings()).isEmpty();
    }

    @Test
    void iterationsWithoutAUserNameTheLimit() {
        var finding =
                only(
                        minute(OPEN)
                                .each(Values.times(ITERATION_LATENESS, 0.1, 0.1, 0.1))
                                .from(30, 40, Values.count(DROPPED_ITERATIONS, 2)));

        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.kind()).isEqualTo("dropped_iterations");
        assertThat(finding.sinceNanos()).isEqualTo(30_000_000_000L);
        assertThat(finding.what())
                .isEqualTo(
                        "20 of 200 iterations of \"shop\" (10 %) were not started, as all its users"
                                + " were busy (maxUsers: 40).");
    }

    @Test
    void aLoopThatIsHeldIsLate() {
        var held = Values.times(GENERATOR_LOOP_LAG, 20, 40, 150);

        assertThat(only(minute(FULL_SPEED).from(10, 60, held)).severity())
                .isEqualTo(Severity.WARNING);
        var paced = only(minute(OPEN).from(10, 60, held));
        assertThat(paced.severity()).isEqualTo(Severity.INVALID);
        assertThat(paced.kind()).isEqualTo("loop_lag");
        assertThat(paced.sinceNanos()).isEqualTo(10_000_000_000L);
    }

    @Test
    void aStopOfTheProcessIsToldOnce() {
        var run =
                minute(OPEN)
                        .each(Values.times(GENERATOR_LOOP_LAG, 0.1))
                        .in(20, Values.times(GENERATOR_STALL, 1500))
                        .in(20, Values.times(GENERATOR_LOOP_LAG, 1490, 1000, 500));

        assertThat(only(run).kind()).isEqualTo("stall");
        assertThat(only(run).severity()).isEqualTo(Severity.INVALID);
        assertThat(only(run).sinceNanos()).isEqualTo(20_000_000_000L);
        assertThat(only(run).what()).contains("once", "1.5 s");
    }

    @Test
    void aHiccupDoesNotSpoilARun() {
        assertThat(only(minute(OPEN).in(7, Values.times(GENERATOR_STALL, 300))).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(minute(OPEN).in(7, Values.times(GENERATOR_STALL, 60)).judge().findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 30, NOTE", // longer than the p99 of 20 ms, but rare
        "50, 15, WARNING", // more than a hundredth of the time
        "50, 150, INVALID", // more than a tenth
        "50, 1.5, ", // many, but short beside the p99
    })
    void pausesMatterBesideResponseTimes(int seconds, double pause, Severity expected) {
        var run =
                minute(FULL_SPEED)
                        .each(Values.times(HTTP_REQ_DURATION, 20))
                        .from(10, 10 + seconds, Values.times(GENERATOR_GC_PAUSE, pause));

        assertThat(run.judge().findings())
                .extracting(Finding::severity)
                .containsExactly(expected == null ? new Severity[0] : new Severity[] {expected});
        assertThat(run.judge().findings()).extracting(Finding::kind).allMatch("gc"::equals);
    }

    @Test
    void whatOthersTakeIsACause() {
        var stolen = only(minute(OPEN).from(3, 7, Values.share(MACHINE_STEAL, 0.12)));
        assertThat(stolen.kind()).isEqualTo("steal");
        assertThat(stolen.severity()).isEqualTo(Severity.WARNING);

        var throttled = only(minute(OPEN).from(3, 7, Values.share(GENERATOR_THROTTLED, 0.5)));
        assertThat(throttled.kind()).isEqualTo("throttled");

        var wait = minute(OPEN).from(3, 7, Values.share(GENERATOR_LOOP_WAIT, 0.2));
        assertThat(only(wait).kind()).isEqualTo("contention");
        assertThat(only(wait).severity()).isEqualTo(Severity.NOTE);
        var longWait = minute(OPEN).from(3, 7, Values.share(GENERATOR_LOOP_WAIT, 0.4));
        assertThat(only(longWait).severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void oneFailureForALimitOfOursIsTooMany() {
        var run =
                minute(OPEN)
                        .each(Values.level(GENERATOR_OPEN_FILES, 1020))
                        .in(
                                9,
                                Values.count(HTTP_REQS, 3)
                                        .tagged(
                                                Tags.of(
                                                        "error",
                                                        "cannot connect to 10.0.0.1:80: too many"
                                                                + " open files, raise the limit")));

        assertThat(only(run).kind()).isEqualTo("open_files");
        assertThat(only(run).severity()).isEqualTo(Severity.INVALID);
        assertThat(only(run).sinceNanos()).isEqualTo(9_000_000_000L);
        assertThat(only(run).what()).contains("3 requests", "limit: 1,024");
    }

    @Test
    void failuresOfTheTargetAreNotOurs() {
        var refused = Values.count(HTTP_REQS, 3).tagged(Tags.of("error", "connection refused"));

        assertThat(minute(OPEN).each(refused).judge().findings()).isEmpty();
    }

    @Test
    void aLimitThatComesNearIsToldBefore() {
        var files = only(minute(OPEN).from(40, 60, Values.level(GENERATOR_OPEN_FILES, 900)));
        assertThat(files.kind()).isEqualTo("open_files");
        assertThat(files.severity()).isEqualTo(Severity.WARNING);
        assertThat(files.sinceNanos()).isEqualTo(40_000_000_000L);

        var ports = only(minute(OPEN).from(40, 60, Values.level(GENERATOR_PORTS, 27_000)));
        assertThat(ports.kind()).isEqualTo("ports");
        assertThat(ports.severity()).isEqualTo(Severity.NOTE);
    }

    @ParameterizedTest
    @CsvSource({"50, NOTE", "500, WARNING", "1, "})
    void segmentsSentAgainAreTheNetworks(long again, Severity expected) {
        var run =
                minute(OPEN)
                        .each(Values.count(TCP_SEGMENTS, 10_000))
                        .each(Values.count(TCP_RETRANSMITS, again));

        assertThat(run.judge().findings())
                .extracting(Finding::severity)
                .containsExactly(expected == null ? new Severity[0] : new Severity[] {expected});
    }

    @Test
    void findingsComeInTheOrderInWhichTheyBegan() {
        var run =
                minute(OPEN)
                        .from(30, 40, Values.share(MACHINE_STEAL, 0.12))
                        .from(5, 60, Values.share(GENERATOR_LOOP_CPU, 0.95))
                        .in(12, Values.times(GENERATOR_STALL, 200));

        assertThat(run.judge().findings())
                .extracting(Finding::kind)
                .containsExactly("cpu", "stall", "steal");
    }
}
