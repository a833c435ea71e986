package io.spate.script.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.plan.Executor;
import io.spate.plan.RateStage;
import io.spate.plan.Scenario;
import io.spate.plan.Spacing;
import io.spate.plan.Stage;
import io.spate.plan.TestType;
import io.spate.plan.ThinkTime;
import io.spate.plan.WarmUp;
import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import io.spate.script.LoadedTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class YamlWorkloadTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void usersAndIterations() {
        assertThat(executor("users: 5, duration: 1m"))
                .isEqualTo(new Executor.ConstantVus(5, MINUTE));
        assertThat(executor("users: 5, iterations: 50, duration: 1m"))
                .isEqualTo(new Executor.SharedIterations(5, 50, MINUTE));
        assertThat(executor("users: 5, iterationsPerUser: 10, duration: 1m"))
                .isEqualTo(new Executor.PerVuIterations(5, 10, MINUTE));
    }

    @Test
    void ratesInAnyUnit() {
        assertThat(executor("rate: 600/m, duration: 1m, maxUsers: 20, users: 2, spacing: poisson"))
                .isEqualTo(new Executor.ConstantArrivalRate(10, MINUTE, 2, 20, Spacing.POISSON));
        assertThat(
                        executor(
                                "startRate: 5, rateStages: [30s:100, {duration: 1m, target: 10/s}],"
                                        + " users: 1, maxUsers: 9"))
                .isEqualTo(
                        new Executor.RampingArrivalRate(
                                5,
                                List.of(
                                        new RateStage(Duration.ofSeconds(30), 100),
                                        new RateStage(MINUTE, 10)),
                                1,
                                9,
                                Spacing.EVEN));
    }

    @Test
    void stagesInBothForms() {
        assertThat(executor("users: 3, stages: [30s:50, {duration: 1m, target: 0}]"))
                .isEqualTo(
                        new Executor.RampingVus(
                                3,
                                List.of(
                                        new Stage(Duration.ofSeconds(30), 50),
                                        new Stage(MINUTE, 0))));
    }

    @Test
    void stepsAndBursts() {
        assertThat(executor("users: 50, stepUp: {add: 10, every: 1m}"))
                .isEqualTo(new Executor.Steps(10, 10, MINUTE, 50, Duration.ofMinutes(5)));
        assertThat(executor("users: 5, duration: 1m, burst: {size: 10, pause: 0.5s..2s}"))
                .isEqualTo(
                        new Executor.Burst(
                                5,
                                10,
                                new ThinkTime.Uniform(
                                        Duration.ofMillis(500), Duration.ofSeconds(2)),
                                MINUTE));
    }

    @Test
    void usersThatComeLittleByLittle() {
        assertThat(executor("users: 11, spawnRate: 1, duration: 1m").maxVus()).isEqualTo(11);
        assertThat(executor("users: 10, rampUp: 10s, duration: 1m"))
                .isEqualTo(
                        new Executor.RampingVus(
                                0,
                                List.of(
                                        new Stage(Duration.ofSeconds(10), 10),
                                        new Stage(Duration.ofSeconds(50), 10))));
    }

    @ParameterizedTest
    @EnumSource
    void everyType(TestType type) {
        assertThat(executor("type: " + type.text()).maxVus()).isEqualTo(type.defaultUsers());
        assertThat(executor("users: 7, type: " + type.text()).maxVus()).isEqualTo(7);
    }

    @Test
    void namedLevelsEachPartOfWhichCanBeOverridden() {
        assertThat(executor("level: medium").maxVus()).isEqualTo(50);
        assertThat(executor("level: medium").duration()).isEqualTo(Duration.ofMinutes(5));
        assertThat(executor("level: medium, duration: 10s").duration())
                .isEqualTo(Duration.ofSeconds(10));
        assertThat(executor("level: medium, users: 7").maxVus()).isEqualTo(7);
        assertThat(executor("scale: large"))
                .isEqualTo(new Executor.ConstantVus(1000, Duration.ofMinutes(30)));
        assertThat(executor("scale: small, pattern: ramp-up").maxVus()).isEqualTo(50);
    }

    @Test
    void aPatternBringsItsPause() {
        var sustained = scenario("pattern: sustained, users: 2, duration: 1m");
        assertThat(sustained.think())
                .isEqualTo(new ThinkTime.Uniform(Duration.ofMillis(10), Duration.ofMillis(100)));
        assertThat(scenario("pattern: sustained, users: 2, duration: 1m, think: 1s").think())
                .isEqualTo(new ThinkTime.Constant(Duration.ofSeconds(1)));
        assertThat(executor("pattern: burst, users: 2, duration: 1m"))
                .isInstanceOf(Executor.Burst.class);
    }

    @Test
    void pausesAndOrder() {
        var plan =
                load("""
                target: http://h
                warmup: 5s
                seed: 42
                scenarios:
                  first: {users: 1, duration: 10s, think: ~2s, steps: [{get: /}]}
                  second: {users: 1, duration: 10s, after: first, pacing: 3s, startTime: 1s, steps: [{get: /}]}
                """)
                        .plan();

        assertThat(plan.scenarios().getFirst().think())
                .isEqualTo(new ThinkTime.Exponential(Duration.ofSeconds(2)));
        assertThat(plan.scenarios().getLast().after()).contains("first");
        assertThat(plan.scenarios().getLast().pacing()).isEqualTo(Duration.ofSeconds(3));
        assertThat(plan.warmUp()).isEqualTo(new WarmUp.Fixed(Duration.ofSeconds(5)));
        assertThat(plan.seed()).isEqualTo(42);
    }

    @Test
    void numbersFromVariables() {
        assertThat(
                        load("""
                        target: http://h
                        variables: {N: 7, TIME: 30s}
                        scenarios: {a: {users: "${N}", duration: "${TIME}", steps: [{get: /}]}}
                        """)
                                .plan()
                                .scenarios()
                                .getFirst()
                                .executor())
                .isEqualTo(new Executor.ConstantVus(7, Duration.ofSeconds(30)));
    }

    @Test
    void theCommandLineWins() {
        var none = LoadOptions.NONE;
        var options =
                new LoadOptions(
                        none.env(),
                        Workload.NONE.withUsers(3).withDuration(MINUTE),
                        none.target(),
                        none.headers(),
                        none.timeout(),
                        false,
                        false,
                        none.method(),
                        none.body(),
                        1);
        var text = "target: http://h\nscenarios: {a: {level: light, steps: [{get: /}]}}";
        var executor =
                YamlFile.load("t.yml", text, options).plan().scenarios().getFirst().executor();
        assertThat(executor.maxVus()).isEqualTo(3);
        assertThat(executor.duration()).isEqualTo(MINUTE);
    }

    @Test
    void aSeedFromOutsideWinsEvenWhereItIsTheUsualOne() {
        var text = "target: http://h\nseed: 42\nscenarios: {a: {steps: [{get: /}]}}";

        assertThat(YamlFile.load("t.yml", text, LoadOptions.NONE).plan().seed()).isEqualTo(42);
        assertThat(YamlFile.load("t.yml", text, LoadOptions.NONE.withSeed(1)).plan().seed())
                .isEqualTo(1);
    }

    private static Executor executor(String workload) {
        return scenario(workload).executor();
    }

    private static Scenario scenario(String workload) {
        return load("target: http://h\nscenarios: {a: {%s, steps: [{get: /}]}}".formatted(workload))
                .plan()
                .scenarios()
                .getFirst();
    }

    private static LoadedTest load(String text) {
        return YamlFile.load("t.yml", text, LoadOptions.NONE);
    }
}
