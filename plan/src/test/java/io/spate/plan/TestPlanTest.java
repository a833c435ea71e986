package io.spate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Tags;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.RampingVus;
import io.spate.plan.Executor.SharedIterations;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestPlanTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Scenario BROWSE = Scenario.of("browse", new ConstantVus(50, MINUTE));

    @Test
    void holdsThresholdsThatFitTheirMetrics() {
        var threshold = Threshold.parse("http_req_duration{scenario:browse}", "p(95)<500");
        assertThat(plan(List.of(BROWSE), List.of(threshold)).thresholds())
                .containsExactly(threshold);
    }

    @Test
    void namesEveryMistakeAtOnce() {
        var thresholds =
                List.of(
                        Threshold.parse("http_req_duratoin", "p(95)<500"),
                        Threshold.parse("http_reqs", "avg<500"));
        assertThatThrownBy(() -> plan(List.of(BROWSE, BROWSE), thresholds))
                .isInstanceOfSatisfying(
                        InvalidPlanException.class,
                        it ->
                                assertThat(it.problems())
                                        .containsExactly(
                                                "two scenarios have the same name, \"browse\"",
                                                "there is no metric \"http_req_duratoin\";"
                                                        + " did you mean \"http_req_duration\"?",
                                                "\"avg<500\" does not fit http_reqs, which is a"
                                                        + " counter: use count, rate"));
        assertThatThrownBy(() -> plan(List.of(), List.of()))
                .hasMessage("a test plan needs at least one scenario");
    }

    @Test
    void describesScenariosInK6sWords() {
        assertThat(BROWSE.describe()).isEqualTo("50 looping VUs for 1m0s (gracefulStop: 5s)");
        assertThat(
                        describe(
                                new RampingVus(
                                        1, List.of(new Stage(MINUTE, 20), new Stage(MINUTE, 0)))))
                .isEqualTo("Up to 20 looping VUs for 2m0s over 2 stages (gracefulStop: 5s)");
        assertThat(describe(new SharedIterations(10, 100, Duration.ofHours(1))))
                .isEqualTo(
                        "100 iterations shared among 10 VUs (maxDuration: 1h0m0s,"
                                + " gracefulStop: 5s)");
        assertThat(describe(new ConstantArrivalRate(20, MINUTE, 10, 100)))
                .isEqualTo("20.00 iterations/s for 1m0s (maxVUs: 10-100, gracefulStop: 5s)");
        assertThat(describe(new ConstantArrivalRate(0.5, Duration.ofMillis(1500), 10, 10)))
                .isEqualTo("0.50 iterations/s for 1.5s (maxVUs: 10, gracefulStop: 5s)");
        var late =
                new Scenario(
                        "late",
                        new ConstantVus(1, MINUTE),
                        ThinkTime.NONE,
                        Duration.ofSeconds(90),
                        Duration.ZERO,
                        Tags.NONE);
        assertThat(late.describe())
                .isEqualTo("1 looping VUs for 1m0s (startTime: 1m30s, gracefulStop: 0s)");
    }

    @Test
    void scenariosAndThinkTimesAreChecked() {
        assertThatThrownBy(
                        () ->
                                new Scenario(
                                        " ",
                                        BROWSE.executor(),
                                        ThinkTime.NONE,
                                        Duration.ofSeconds(-1),
                                        Duration.ofSeconds(-1),
                                        Tags.NONE))
                .hasMessageContaining("needs a name")
                .hasMessageContaining("startTime must not be negative")
                .hasMessageContaining("gracefulStop must not be negative");
        assertThatThrownBy(() -> new ThinkTime.Uniform(MINUTE, Duration.ofSeconds(1)))
                .hasMessageContaining("(1s) must not be less than its first (1m)");
        assertThatThrownBy(() -> new Stage(Duration.ofSeconds(-1), -1))
                .hasMessageContaining("duration must not be negative")
                .hasMessageContaining("target must not be negative");
        assertThatThrownBy(() -> new RampingVus(-1, List.of()))
                .hasMessageContaining("users must be 0 to")
                .hasMessageContaining("at least one stage");
    }

    private static String describe(Executor executor) {
        return Scenario.of("any", executor).describe();
    }

    private static TestPlan plan(List<Scenario> scenarios, List<Threshold> thresholds) {
        return new TestPlan("shop", "", scenarios, thresholds, Tags.NONE);
    }
}
