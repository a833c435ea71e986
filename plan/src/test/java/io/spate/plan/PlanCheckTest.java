package io.spate.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.metrics.Metric;
import io.spate.metrics.Tags;
import io.spate.metrics.result.Level;
import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.RampingVus;
import io.spate.plan.Executor.SharedIterations;
import io.spate.plan.Executor.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How the parts of a plan must fit together. */
class PlanCheckTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long SECOND = 1_000_000_000L;
    private static final Executor TEN_USERS = new ConstantVus(10, MINUTE);

    @Test
    void aScenarioMayBeginAfterAnother() {
        var plan =
                plan(List.of(after("b", "a"), Scenario.of("a", TEN_USERS)), List.of(), List.of());

        assertThat(plan.duration()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void noScenarioBeginsAfterItselfOrAfterNone() {
        var scenarios = List.of(after("login", "pay"), after("pay", "login"), after("x", "lgin"));

        assertThatThrownBy(() -> plan(scenarios, List.of(), List.of()))
                .isInstanceOfSatisfying(
                        InvalidPlanException.class,
                        it ->
                                assertThat(it.problems())
                                        .containsExactly(
                                                "scenario \"login\" would begin after itself: login"
                                                        + " after pay after login",
                                                "scenario \"pay\" would begin after itself: pay"
                                                        + " after login after pay",
                                                "scenario \"x\" begins after \"lgin\", but there is"
                                                        + " no such scenario; did you mean"
                                                        + " \"login\"?"));
    }

    @Test
    void metricsHaveNamesOfTheirOwn() {
        var metrics =
                List.of(
                        Metric.counter("orders"),
                        Metric.gauge("orders"),
                        Metric.counter("http_reqs"));

        assertThatThrownBy(() -> plan(one(TEN_USERS), List.of(), metrics))
                .hasMessageContaining("two metrics have the same name, \"orders\"")
                .hasMessageContaining("the metric \"http_reqs\" is Spate's own");
    }

    @Test
    void thresholdsMayNameTheMetricsOfThePlan() {
        var orders = Threshold.parse("orders", "count>5");
        assertThat(plan(one(TEN_USERS), List.of(orders), List.of(Metric.counter("orders"))))
                .extracting(TestPlan::thresholds)
                .isEqualTo(List.of(orders));

        var wrong =
                List.of(Threshold.parse("orders", "p(95)<5"), Threshold.parse("ordrs", "count>1"));
        assertThatThrownBy(() -> plan(one(TEN_USERS), wrong, List.of(Metric.counter("orders"))))
                .hasMessageContaining("\"p(95)<5\" does not fit orders, which is a counter")
                .hasMessageContaining("no metric \"ordrs\"; did you mean \"orders\"?");
    }

    @Test
    void aWarmUpLeavesSomething() {
        var plan = plan(one(TEN_USERS), List.of(), List.of());

        assertThatThrownBy(() -> plan.withWarmUp(new WarmUp.Fixed(MINUTE)))
                .hasMessage("a warm-up of 1m leaves nothing of a run of 1m");
        assertThat(plan.withWarmUp(new WarmUp.Fixed(MINUTE.minusNanos(1))).duration())
                .isEqualTo(MINUTE);
    }

    @Test
    void thresholdsNameLevelsThatThereAre() {
        var threshold = ofLevel("20 users");
        var steps = new Steps(10, 10, MINUTE, 30, Duration.ofMinutes(3));

        assertThat(plan(one(steps), List.of(threshold), List.of()).thresholds()).hasSize(1);
        assertThatThrownBy(() -> plan(one(TEN_USERS), List.of(threshold), List.of()))
                .hasMessageContaining("there is no load level \"20 users\"; did you mean")
                .hasMessageEndingWith("this plan has 10 users");
        assertThatThrownBy(
                        () ->
                                plan(
                                        one(new SharedIterations(1, 1, MINUTE)),
                                        List.of(threshold),
                                        List.of()))
                .hasMessageEndingWith(
                        "this plan has none, as its load is never the same for a time");
    }

    @Test
    void everyStepIsALevel() {
        var steps = new Steps(10, 15, MINUTE, 30, Duration.ofSeconds(190));

        assertThat(plan(one(steps), List.of(), List.of()).levels())
                .containsExactly(
                        users("10 users", 10, 0, 60),
                        users("25 users", 25, 60, 120),
                        users("30 users", 30, 120, 190));
    }

    @Test
    void flatStagesAreLevelsAndEachHasANameOfItsOwn() {
        var stages =
                List.of(
                        new Stage(MINUTE, 50),
                        new Stage(MINUTE, 50),
                        new Stage(Duration.ZERO, 0),
                        new Stage(MINUTE, 0),
                        new Stage(Duration.ZERO, 50),
                        new Stage(MINUTE, 50));
        var rate = new ConstantArrivalRate(0.5, MINUTE, 1, 1);

        assertThat(
                        plan(
                                        List.of(
                                                Scenario.of("a", new RampingVus(0, stages)),
                                                Scenario.of("b", rate)),
                                        List.of(),
                                        List.of())
                                .levels())
                .containsExactly(
                        users("a: 50 users", 50, 60, 120),
                        users("a: 50 users (2)", 50, 180, 240),
                        new Level(
                                "b: 0.5/s",
                                Tags.of("scenario", "b"),
                                OptionalInt.empty(),
                                OptionalDouble.of(0.5),
                                0,
                                60 * SECOND));
    }

    private static Level users(String name, int users, long fromSeconds, long toSeconds) {
        int colon = name.indexOf(':');
        return new Level(
                name,
                colon < 0 ? Tags.NONE : Tags.of("scenario", name.substring(0, colon)),
                OptionalInt.of(users),
                OptionalDouble.empty(),
                fromSeconds * SECOND,
                toSeconds * SECOND);
    }

    private static Threshold ofLevel(String level) {
        var parsed = Threshold.parse("http_req_duration", "p(95)<500");
        return new Threshold(
                parsed.selector(),
                parsed.condition(),
                new Scope.Level(level),
                0,
                false,
                Duration.ZERO);
    }

    private static Scenario after(String name, String before) {
        return new Scenario(
                name,
                TEN_USERS,
                ThinkTime.NONE,
                Duration.ZERO,
                Optional.of(before),
                Duration.ZERO,
                Duration.ZERO,
                Tags.NONE);
    }

    private static List<Scenario> one(Executor executor) {
        return List.of(Scenario.of("s", executor));
    }

    private static TestPlan plan(
            List<Scenario> scenarios, List<Threshold> thresholds, List<Metric> metrics) {
        return new TestPlan("shop", "", scenarios, thresholds, Tags.NONE, metrics, WarmUp.NONE, 1);
    }
}
