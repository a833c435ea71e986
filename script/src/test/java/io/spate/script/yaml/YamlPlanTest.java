package io.spate.script.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.metrics.Tags;
import io.spate.plan.Executor.ConstantArrivalRate;
import io.spate.plan.Executor.ConstantVus;
import io.spate.plan.Executor.RampingVus;
import io.spate.plan.Scenario;
import io.spate.plan.Stage;
import io.spate.plan.TestPlan;
import io.spate.plan.ThinkTime;
import io.spate.script.LoadOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class YamlPlanTest {
    private static final String SHOP =
            """
            name: The shop
            target: http://localhost:${PORT}
            variables: {PORT: 8000}
            tags: {team: red}
            scenarios:
              browse:
                users: 50
                duration: 1m
                think: 1s..3s
                gracefulStop: 10s
                onStart:
                  - post: /api/auth/login
                    json: {username: test, password: password}
                    extract: {token: $.token}
                    check: {status: 200}
                tasks:
                  - weight: 3
                    steps:
                      - get: /api/users
                        headers: {Authorization: "Bearer ${token}"}
                  - weight: 1
                    steps:
                      - get: /api/users/${random(1,100)}
                        name: /api/users/{id}
                      - think: 500ms
              ramp:
                stages:
                  - {duration: 30s, target: 20}
                  - {duration: 10s, target: 0}
                startTime: 5s
                tags: {kind: ramp}
                steps: [{get: /}]
              open:
                rate: 200
                duration: 1m
                maxUsers: 70
                steps: [{get: /}]
            thresholds:
              http_req_duration: ["p(95)<500", "avg<200"]
              http_req_failed:
                - threshold: rate<0.01
                  abortOnFail: true
                  delayAbortEval: 10s
            """;

    @Test
    void aFileBecomesAPlan() {
        var plan = load(SHOP);

        assertThat(plan.name()).isEqualTo("The shop");
        assertThat(plan.target()).isEqualTo("http://localhost:8000");
        assertThat(plan.tags()).isEqualTo(Tags.of("team", "red"));
        var browse = plan.scenarios().getFirst();
        assertThat(browse.executor()).isEqualTo(new ConstantVus(50, Duration.ofMinutes(1)));
        assertThat(browse.think())
                .isEqualTo(new ThinkTime.Uniform(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        assertThat(browse.gracefulStop()).isEqualTo(Duration.ofSeconds(10));
        var ramp = plan.scenarios().get(1);
        assertThat(((RampingVus) ramp.executor()).stages())
                .containsExactly(
                        new Stage(Duration.ofSeconds(30), 20),
                        new Stage(Duration.ofSeconds(10), 0));
        assertThat(ramp.startTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(ramp.tags()).isEqualTo(Tags.of("kind", "ramp"));
        var open = (ConstantArrivalRate) plan.scenarios().get(2).executor();
        assertThat(open.rate()).isEqualTo(200);
        assertThat(open.maxVus()).isEqualTo(70);
        assertThat(plan.thresholds()).hasSize(3);
        assertThat(plan.thresholds().get(2).abortOnFail()).isTrue();
        assertThat(plan.thresholds().get(2).delayAbortEval()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void theNameOfTheFileNamesTheTest() {
        var plan = load("target: http://h\nscenarios: {a: {steps: [{get: /}]}}\n");

        assertThat(plan.name()).isEqualTo("t.yml");
        assertThat(plan.scenarios()).extracting(Scenario::name).containsExactly("a");
    }

    @Test
    void windowsLineEndsAMarkAtTheStartAliasesAndGreatLengthAreFine() {
        var comment = "# " + "x".repeat(4_000_000) + "\r\n";
        var plan =
                load(
                        "\uFEFF"
                                + comment
                                + """
                                target: http://h
                                scenarios:
                                  a: {steps: &steps [{get: /}, {post: /, json: {a: &x [1], b: *x}}]}
                                  b: {steps: *steps}
                                """
                                        .replace("\n", "\r\n"));

        assertThat(plan.target()).isEqualTo("http://h");
        assertThat(plan.scenarios()).hasSize(2);
    }

    private static TestPlan load(String yaml) {
        return YamlFile.load("t.yml", yaml, LoadOptions.NONE).plan();
    }
}
