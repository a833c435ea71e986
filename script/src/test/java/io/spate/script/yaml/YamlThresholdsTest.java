package io.spate.script.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.spate.metrics.threshold.Scope;
import io.spate.metrics.threshold.Threshold;
import io.spate.plan.Workload;
import io.spate.script.LoadOptions;
import io.spate.script.ScriptException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every form of a limit becomes ordinary thresholds. */
class YamlThresholdsTest {
    private static final String SHOP =
            """
            target: http://localhost:8000
            metrics: {orders: counter}
            scenarios:
              shop:
                users: 50
                stepUp: {add: 25, every: 10s}
                steps: [{get: /api/users}, {get: "/api/users/${random(1,9)}"}, {get: /x, name: "a, b"}]
            """;

    @Test
    void latencyErrorsAndThroughputAsSloFilesHaveThem() {
        assertThat(
                        texts(
                                """
                                thresholds:
                                  latency: {p50: 100, p95: 250ms, p99: 1s, max: <=5s}
                                  error_rate: 0.5
                                  throughput: 1000
                                  availability: 99.9%
                                  apdex: {target: 500ms, min: 0.9}
                                """))
                .containsExactlyInAnyOrder(
                        "http_req_duration p(50)<100",
                        "http_req_duration p(95)<250",
                        "http_req_duration p(99)<1000",
                        "http_req_duration max<=5000",
                        "http_req_failed rate<=0.005",
                        "http_reqs rate>=1000",
                        "http_req_failed rate<=0.001",
                        "http_req_duration apdex(500ms)>=0.9");
    }

    @Test
    void limitsMayFollowFromTheBaseline() {
        assertThat(
                        texts(
                                """
                                thresholds:
                                  latency: {p50: baseline, p95: baseline * 1.1, p99: <=baseline + 0.02s}
                                  error_rate: baseline + 0.5
                                  throughput: baseline * 0.9 - 60/m
                                  availability: baseline * 0.99
                                  apdex: {target: 500ms, min: baseline - 0.05}
                                kpi: {avg: baseline*1.2-5ms}
                                """))
                .containsExactlyInAnyOrder(
                        "http_req_duration p(50)<baseline",
                        "http_req_duration p(95)<baseline * 1.1",
                        "http_req_duration p(99)<=baseline + 20",
                        "http_req_failed rate<=baseline + 0.005",
                        "http_reqs rate>=baseline * 0.9 - 1",
                        "http_req_failed rate<=baseline * 0.99 + 0.01",
                        "http_req_duration apdex(500ms)>=baseline - 0.05",
                        "http_req_duration avg<baseline * 1.2 - 5");
    }

    @Test
    void whatDoesNotFollowFromTheBaselineIsRefused() {
        for (var wrong :
                List.of(
                        "baselines",
                        "baseline * 0",
                        "baseline * -1",
                        "baseline 1.1",
                        "1.1 * baseline")) {
            assertThat(
                            catchThrowableOfType(
                                    ScriptException.class,
                                    () ->
                                            texts(
                                                    "thresholds: {latency: {p95: %s}}\n"
                                                            .formatted(wrong))))
                    .as(wrong)
                    .isNotNull();
        }
    }

    @Test
    void keyPerformanceIndicatorsWithTheirTolerance() {
        var thresholds =
                thresholds(
                        """
                        kpi:
                          p50: <50
                          p95: <200
                          throughput: ">10K"
                          error_rate: <0.1%
                          availability: ">99.9%"
                          tolerance: 10%
                        """);

        assertThat(thresholds.stream().map(YamlThresholdsTest::text))
                .containsExactlyInAnyOrder(
                        "http_req_duration p(50)<50",
                        "http_req_duration p(95)<200",
                        "http_reqs rate>10000",
                        "http_req_failed rate<0.001");
        assertThat(thresholds).allSatisfy(it -> assertThat(it.tolerance()).isEqualTo(0.1));
    }

    @Test
    void aTableOfEndpoints() {
        assertThat(
                        texts(
                                """
                                sla:
                                  endpoints:
                                    /api/users: {p50: 10, max: 100}
                                    GET /api/users/${random(1,9)}: {error_rate: 0}
                                    a, b: {p99: 50}
                                """))
                .containsExactlyInAnyOrder(
                        "http_req_duration{name:/api/users} max<100",
                        "http_req_duration{name:/api/users} p(50)<10",
                        "http_req_failed{method:GET,name:\"/api/users/${random(1,9)}\"} rate<=0",
                        "http_req_duration{name:\"a, b\"} p(99)<50");
    }

    @Test
    void aTableOfLevels() {
        var thresholds =
                thresholds(
                        """
                        sla:
                          levels:
                            light: {users: 25, throughput: 40, error_rate: 0.5%}
                            50 users: {error_rate: 1%}
                            each: {p95: 500}
                        """);

        assertThat(thresholds)
                .extracting(it -> text(it) + it.scope().text())
                .containsExactly(
                        "http_reqs rate>=40 at 25 users",
                        "http_req_failed rate<=0.005 at 25 users",
                        "http_req_failed rate<=0.01 at 50 users",
                        "http_req_duration p(95)<500 at 25 users",
                        "http_req_duration p(95)<500 at 50 users");
    }

    @Test
    void aLevelThatTheWorkloadHasNot() {
        var text = SHOP + "sla: {levels: {60 users: {p95: 5}}}\n";

        var thrown =
                catchThrowableOfType(
                        ScriptException.class,
                        () -> YamlFile.load("t.yml", text, LoadOptions.NONE));
        assertThat(thrown)
                .hasMessageContaining("t.yml:8:26: error: the workload has no level of load")
                .hasMessageContaining("25 users, 50 users");
        assertThat(load(text, Workload.NONE.withUsers(30).withDuration(Duration.ofSeconds(10))))
                .isEmpty();
    }

    @Test
    void aScenariosOwnThresholds() {
        assertThat(
                        texts(
                                """
                                    thresholds:
                                      http_req_duration{name:/x}: [p(95)<5, {threshold: avg<3, over: 30s}]
                                      orders: count>5
                                      error_rate: 1%
                                """))
                .containsExactlyInAnyOrder(
                        "http_req_duration{name:/x,scenario:shop} p(95)<5",
                        "http_req_duration{name:/x,scenario:shop} avg<3",
                        "orders{scenario:shop} count>5",
                        "http_req_failed{scenario:shop} rate<=0.01");
    }

    @Test
    void whatStandsBesideAThreshold() {
        var thresholds =
                thresholds(
                        """
                        thresholds:
                          http_req_failed:
                            threshold: rate<0.1
                            over: 30s
                            tolerance: 5%
                            abortOnFail: true
                            delayAbortEval: 10s
                          http_req_duration: p(95)<500 over 1m
                        """);

        var first = thresholds.getFirst();
        assertThat(first.scope()).isEqualTo(new Scope.Window(Duration.ofSeconds(30)));
        assertThat(first.tolerance()).isEqualTo(0.05);
        assertThat(first.abortOnFail()).isTrue();
        assertThat(first.delayAbortEval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(thresholds.getLast().scope()).isEqualTo(new Scope.Window(Duration.ofMinutes(1)));
    }

    private static List<String> texts(String more) {
        return thresholds(more).stream().map(YamlThresholdsTest::text).toList();
    }

    private static String text(Threshold threshold) {
        return threshold.selector().text() + " " + threshold.condition().text();
    }

    private static List<Threshold> thresholds(String more) {
        return load(SHOP + more, Workload.NONE);
    }

    private static List<Threshold> load(String yaml, Workload workload) {
        var none = LoadOptions.NONE;
        var options =
                new LoadOptions(
                        none.env(),
                        workload,
                        none.target(),
                        none.headers(),
                        none.timeout(),
                        false,
                        false,
                        none.method(),
                        none.body(),
                        1);
        return YamlFile.load("t.yml", yaml, options).plan().thresholds();
    }
}
