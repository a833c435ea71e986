package io.spate.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.metrics.Metric;
import io.spate.plan.Durations;
import io.spate.plan.Executor;
import io.spate.plan.Scenario;
import io.spate.plan.Spacing;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import io.spate.plan.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LoadedTestTest {
    private static final Workload FIVE_USERS = workload(OptionalInt.of(5), Optional.empty());
    private static final Workload TEN_SECONDS =
            workload(OptionalInt.empty(), Optional.of(Duration.ofSeconds(10)));

    @Test
    void makesThePlanThatWasDescribed() {
        var plan =
                load(
                                test -> {
                                    test.name("Night").baseUrl("http://h").tag("build", "7");
                                    test.scenario("a")
                                            .users(2)
                                            .duration("1m")
                                            .think("1s", "3s")
                                            .startTime("5s")
                                            .gracefulStop("1s")
                                            .tag("team", "x")
                                            .task(_ -> {});
                                    test.threshold("http_req_duration", "p(95)<500");
                                },
                                LoadOptions.NONE)
                        .plan();
        assertThat(plan.name()).isEqualTo("Night");
        assertThat(plan.target()).isEqualTo("http://h");
        assertThat(plan.tags().get("build")).isEqualTo("7");
        assertThat(plan.thresholds()).extracting("expression").containsExactly("p(95)<500");
        var scenario = plan.scenarios().getFirst();
        assertThat(scenario.executor())
                .isEqualTo(new Executor.ConstantVus(2, Durations.parse("1m")));
        assertThat(scenario.startTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(scenario.gracefulStop()).isEqualTo(Duration.ofSeconds(1));
        assertThat(scenario.tags().get("team")).isEqualTo("x");
    }

    @Test
    void takesEveryPartOfAWorkload() {
        var plan =
                load(
                                test -> {
                                    test.warmUp("2s").counter("orders");
                                    test.scenario("a").users(5).iterationsPerUser(3).task(_ -> {});
                                    test.scenario("b")
                                            .after("a")
                                            .pacing("5s")
                                            .think("~2s")
                                            .users(9)
                                            .steps(3, "10s")
                                            .duration("40s")
                                            .task(_ -> {})
                                            .threshold("orders", "count>1");
                                    test.scenario("c")
                                            .rate(5)
                                            .rateStage("10s", 20)
                                            .poisson()
                                            .task(_ -> {});
                                    test.scenario("d").level("light").users(7).task(_ -> {});
                                    test.scenario("e").type("spike").task(_ -> {});
                                    test.abortOnFail("orders", "count<9", "3s");
                                },
                                LoadOptions.NONE)
                        .plan();
        var b = plan.scenarios().get(1);
        assertThat(b.after()).contains("a");
        assertThat(b.pacing()).isEqualTo(Duration.ofSeconds(5));
        assertThat(b.think()).isEqualTo(new ThinkTime.Exponential(Duration.ofSeconds(2)));
        assertThat(plan.scenarios().getFirst().executor())
                .isInstanceOfSatisfying(
                        Executor.PerVuIterations.class,
                        it -> assertThat(it.iterations()).isEqualTo(3));
        assertThat(b.executor()).isInstanceOf(Executor.Steps.class);
        assertThat(plan.scenarios().get(2).executor())
                .isInstanceOfSatisfying(
                        Executor.RampingArrivalRate.class,
                        it -> {
                            assertThat(it.startRate()).isEqualTo(5);
                            assertThat(it.spacing()).isEqualTo(Spacing.POISSON);
                        });
        assertThat(plan.scenarios().get(3).executor().maxVus()).isEqualTo(7);
        assertThat(plan.warmUp()).isEqualTo(new WarmUp.Fixed(Duration.ofSeconds(2)));
        assertThat(plan.metrics()).containsExactly(Metric.counter("orders"));
        assertThat(plan.thresholds().getFirst().selector().text()).isEqualTo("orders{scenario:b}");
        assertThat(plan.thresholds().getLast())
                .matches(it -> it.abortOnFail() && it.delayAbortEval().toSeconds() == 3);
    }

    @Test
    void tellsMistakesOfMetricsSequencesAndWorkloads() {
        var problems =
                problems(
                        test -> {
                            test.counter("checks");
                            test.gauge("no name");
                            test.rate("twice");
                            test.trend("twice");
                            test.warmUp("never");
                            test.scenario("a").users(1).after("bb").task(_ -> {});
                            test.scenario("b").type("spke").level("lihgt").task(_ -> {});
                            test.abortOnFail("checks", "rate>0", "soon");
                        },
                        LoadOptions.NONE);
        assertThat(problems)
                .anyMatch(it -> it.startsWith("metric \"checks\": this is one that every run has"))
                .anyMatch(it -> it.startsWith("metric \"no name\": a metric's name has letters"))
                .anyMatch(it -> it.startsWith("metric \"twice\": there are two of that name"))
                .anyMatch(it -> it.startsWith("warmUp: "))
                .anyMatch(it -> it.contains("there is no scenario \"bb\"; did you mean \"b\"?"))
                .anyMatch(it -> it.contains("did you mean \"spike\"?"))
                .anyMatch(it -> it.contains("did you mean \"light\"?"))
                .anyMatch(it -> it.startsWith("abortOnFail \"checks\": \"rate>0\": "));
    }

    @Test
    void whatIsGivenBesideWinsOverTheTest() {
        var options = options(Map.of("NAME", "given"), FIVE_USERS, Optional.of("http://other"));
        var plan =
                load(
                                test -> {
                                    test.baseUrl("http://own").name(test.env("NAME", "default"));
                                    test.scenario("a").users(2).duration("1m").task(_ -> {});
                                },
                                options)
                        .plan();
        assertThat(plan.name()).isEqualTo("given");
        assertThat(plan.target()).isEqualTo("http://other");
        assertThat(plan.scenarios())
                .extracting(Scenario::executor)
                .containsExactly(new Executor.ConstantVus(5, Duration.ofMinutes(1)));
    }

    @Test
    void aDurationAppliesToAllScenariosAndKeepsTheirKind() {
        var executors =
                load(
                                test -> {
                                    test.scenario("a").users(2).duration("1m").task(_ -> {});
                                    test.scenario("b").rate(20).duration("1m").task(_ -> {});
                                    test.scenario("c").users(2).iterations(9).task(_ -> {});
                                },
                                options(Map.of(), TEN_SECONDS, Optional.empty()))
                        .plan()
                        .scenarios()
                        .stream()
                        .map(Scenario::executor)
                        .toList();
        assertThat(executors)
                .hasExactlyElementsOfTypes(
                        Executor.ConstantVus.class,
                        Executor.ConstantArrivalRate.class,
                        Executor.SharedIterations.class)
                .allMatch(it -> it.duration().equals(Duration.ofSeconds(10)));
    }

    @Test
    void usersFromBesideAreForOneScenario() {
        var problems =
                problems(
                        test -> {
                            test.scenario("a").users(1).duration("1s").task(_ -> {});
                            test.scenario("b").users(1).duration("1s").task(_ -> {});
                        },
                        options(Map.of(), FIVE_USERS, Optional.empty()));
        assertThat(problems)
                .singleElement()
                .asString()
                .contains("for a test with one scenario", "a, b", "duration alone");
    }

    @Test
    void tellsAllMistakesAtOnce() {
        var problems =
                problems(
                        test -> {
                            test.baseUrl("localhost:8000").timeout("never").env("TOKEN");
                            test.scenario("empty").users(1).duration("1s");
                            test.scenario("off").users(0).duration("1s").task(0, _ -> {});
                            test.scenario("off").users(1).duration("1s").task(_ -> {});
                            test.scenario("light").users(1).duration("1s").task(-1, _ -> {});
                            test.threshold("checks", "rate!1");
                            test.threshold("http_req_duratoin", "avg<1");
                            test.threshold("checks", "p(95)<1");
                        },
                        LoadOptions.NONE);
        assertThat(problems)
                .anyMatch(it -> it.contains("localhost:8000"))
                .anyMatch(it -> it.startsWith("timeout: "))
                .anyMatch(it -> it.contains("give it with -e TOKEN=VALUE"))
                .anyMatch(it -> it.startsWith("scenario \"empty\": it has nothing to do"))
                .anyMatch(it -> it.startsWith("scenario \"off\": it has nothing to do"))
                .anyMatch(it -> it.startsWith("scenario \"off\": there are two"))
                .anyMatch(it -> it.contains("weight must not be negative, but is -1"))
                .anyMatch(it -> it.startsWith("threshold \"checks\": \"rate!1\": "))
                .anyMatch(it -> it.contains("did you mean \"http_req_duration\"?"))
                .anyMatch(it -> it.contains("does not fit checks"));
    }

    @Test
    void aTestNeedsAScenario() {
        assertThat(problems(_ -> {}, LoadOptions.NONE))
                .singleElement()
                .asString()
                .contains("describes no scenario");
    }

    @Test
    void mistakesBeforeAnExceptionAreToldToo() {
        var failure =
                catchThrowableOfType(
                        ScriptException.class,
                        () ->
                                load(
                                        test -> {
                                            test.timeout("never");
                                            throw new IllegalStateException("stop");
                                        },
                                        LoadOptions.NONE));
        assertThat(failure)
                .hasMessageContaining("timeout: ")
                .hasMessageContaining("IllegalStateException: stop")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    private static LoadedTest load(LoadTest test, LoadOptions options) {
        return LoadedTest.of("Test", test, options);
    }

    private static List<String> problems(LoadTest test, LoadOptions options) {
        return catchThrowableOfType(ScriptException.class, () -> load(test, options))
                .problems()
                .stream()
                .map(SourceProblem::message)
                .toList();
    }

    private static LoadOptions options(
            Map<String, String> env, Workload workload, Optional<String> target) {
        return new LoadOptions(
                env,
                workload,
                target,
                Map.of(),
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private static Workload workload(OptionalInt users, Optional<Duration> duration) {
        return new Workload(users, duration, OptionalInt.empty(), List.of(), Optional.empty());
    }
}
