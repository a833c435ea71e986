package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The automation guide's files and commands, as it writes them. */
class ObjectivesTest {
    private static final String CONFIG =
            """
            thresholds:
              latency:
                p50: 100    # 50th percentile latency in ms
                p95: 250    # 95th percentile latency in ms
                p99: 400    # 99th percentile latency in ms
              error_rate: 0.5  # Maximum acceptable error rate (%)
              throughput: 1000 # Minimum requests per second

            environments:
              staging:
                thresholds:
                  latency:
                    p50: 1500
                    p95: 3000
                    p99: 5000
                  error_rate: 1.0
                  throughput: 2

              production:
                thresholds:
                  latency:
                    p50: 0.0001
                    p95: 0.0002
                  error_rate: 0.1
                  throughput: 2000000

            load_test:
              endpoints:
                "/api/health": 0.05      # 5% of traffic
                "/api/users": 0.25       # 25% of traffic
                "/api/orders": 0.70
            """;

    private FakeProcess process;
    private HeaderServer server;

    @BeforeEach
    void enter(@TempDir Path folder) throws Exception {
        process = new FakeProcess(folder);
        server = new HeaderServer("200 OK");
        folder.resolve("deploy").toFile().mkdirs();
        process.write("deploy/performance_config.yml", CONFIG);
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private FakeProcess.Outcome run(FakeProcess in, String... more) {
        var arguments =
                new String[] {
                    "run",
                    "--target",
                    server.url(),
                    "--concurrency",
                    "4",
                    "--duration",
                    "1",
                    "--pattern",
                    "burst",
                    "--config",
                    "deploy/performance_config.yml"
                };
        var all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return in.run(all);
    }

    @Test
    void theGuidesCommandLoadsTheEndpointsByTheirWeights() throws Exception {
        var outcome = run(process, "--output", "deploy/reports/performance_report.md");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains(
                        "objectives of staging (default)",
                        "4 VUs in bursts of 10 iterations for 1s")
                .contains("http_req_duration: p(95)<3000", "deploy/performance_config.yml:14");
        assertThat(outcome.out()).contains("✓ 'rate>=2'", "GET /api/orders", "PASSED");
        assertThat(process.read("deploy/reports/performance_report.md"))
                .contains("**Status:** ✅ PASSED", "**Environment:** staging", "/api/orders");
        var orders = server.lines().stream().filter(it -> it.startsWith("GET /api/orders")).count();
        var users = server.lines().stream().filter(it -> it.startsWith("GET /api/users")).count();
        assertThat(orders).isGreaterThan(users);
    }

    @Test
    void violationsAreToldInTheGuidesWordsEverywhere() throws Exception {
        var production = process.with("ENVIRONMENT", "production");
        var outcome = run(production, "--json", "results.json", "--output", "report.md");

        assertThat(outcome.exitCode()).isEqualTo(99);
        assertThat(outcome.err()).contains("objectives of production (ENVIRONMENT)");
        assertThat(outcome.out())
                .containsPattern(
                        "SLO VIOLATIONS \\s+- P50 latency [\\d.]+ms exceeds threshold 0.0001ms")
                .containsPattern("- Throughput [\\d.]+ req/sec below threshold 2000000 req/sec")
                .doesNotContain("- P99 latency");
        assertThat(process.read("report.md"))
                .containsPattern(
                        "## ❌ SLO Violations\n\n- P50 latency [\\d.]+ms exceeds threshold");
        assertThat(process.read("results.json"))
                .containsPattern("\"violations\" : \\[ \"P50 latency [\\d.]+ms exceeds threshold")
                .contains("\"environment\" : \"production\"");
    }

    @Test
    void eachRunIsAppendedToTheDeploymentReportBesideTheConfiguration() throws Exception {
        run(process);
        run(process.with("ENVIRONMENT", "production"), "--environment", "staging");

        var report = process.read("deploy/deployment_report.md");
        assertThat(report.split("## 📊 Load Test Performance Results\n")).hasSize(3);
        assertThat(report)
                .containsPattern(
                        "\\*\\*Timestamp:\\*\\* \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d  \n")
                .contains("**Status:** ✅ PASSED  \n**Auto-rollback Triggered:** No  \n")
                .containsPattern("\\| Total Requests \\| [\\d,]+ \\| requests \\|");

        run(process, "--deployment-report", "none");
        assertThat(process.read("deploy/deployment_report.md")).isEqualTo(report);
    }

    @Test
    void credentialsAreSentAndNeverShown() throws Exception {
        var outcome =
                run(
                        process.with("API_KEY", "k-3141592").with("AUTH_TOKEN", "t-2718281"),
                        "--report-dir",
                        "reports");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(server.lines())
                .contains("X-API-Key: k-3141592", "Authorization: Bearer t-2718281");
        assertThat(outcome.err()).contains("header X-API-Key: *** (API_KEY)");
        for (var text :
                new String[] {
                    outcome.out(),
                    outcome.err(),
                    process.read("reports/results.json"),
                    process.read("reports/report.html"),
                    process.read("reports/report.md")
                }) {
            assertThat(text).doesNotContain("3141592", "2718281");
        }
    }

    @Test
    void credentialsStayAtHomeWhenAnyUrlIsTriedOut() {
        process.with("API_KEY", "k-3141592").run("run", server.url(), "-i", "1");

        assertThat(server.lines()).noneMatch(it -> it.contains("3141592"));
    }

    @Test
    void aFileOfVariablesIsShownAndGivesTheLoad() throws Exception {
        process.write(
                ".env.load-testing",
                """
                # Reviewed before each test
                export LOAD_TEST_HOST=%s
                LOAD_TEST_USERS_MAX=3
                LOAD_TEST_DURATION_SECONDS="1"
                LOAD_TEST_P95_MS=5000
                LOAD_TEST_ERROR_RATE=0.5%%
                LOAD_TEST_USER_MAX=7
                AUTH_TOKEN='s-1618033'
                """
                        .formatted(server.url()));
        var outcome = process.run("run", "--results-summary", "RESULTS_SUMMARY.md");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .contains(".env.load-testing:\n  LOAD_TEST_HOST=" + server.url())
                .contains(
                        "LOAD_TEST_USER_MAX=7   (not used; did you mean \"LOAD_TEST_USERS_MAX\"?)")
                .contains("AUTH_TOKEN=***", "3 looping VUs for 1s")
                .doesNotContain("1618033");
        assertThat(outcome.out()).contains("✓ 'p(95)<5000'", "✓ 'rate<=0.005'");
        assertThat(server.lines()).contains("Authorization: Bearer s-1618033");
        assertThat(process.read("RESULTS_SUMMARY.md"))
                .contains("**Environment**: " + server.url(), "Root Success Rate: 100.00%")
                .contains("## Pass/Fail: PASS");
    }

    @Test
    void validateTellsWhereEveryValueComesFrom() {
        var outcome =
                process.with("SPATE_TIMEOUT", "5s")
                        .with("API_KEY", "k-3141592")
                        .run(
                                "validate",
                                "--config",
                                "deploy/performance_config.yml",
                                "--target",
                                "http://me:secret@shop.test:8000",
                                "--concurrency",
                                "7",
                                "--header",
                                "X-Token: abc");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .containsPattern("target +http://\\*\\*\\*@shop.test:8000 +--target")
                .containsPattern("users +7 +--concurrency")
                .containsPattern("timeout +5s +SPATE_TIMEOUT")
                .containsPattern("duration +30s +default")
                .containsPattern("environment +staging +default")
                .containsPattern("endpoint /api/users +0.25 +deploy/performance_config.yml:30")
                .containsPattern("http_req_failed: rate<=0.01 +deploy/performance_config.yml:16")
                .containsPattern("header X-API-Key +\\*\\*\\* +API_KEY")
                .containsPattern("header +X-Token: \\*\\*\\* +--header")
                .doesNotContain("3141592", "secret", "abc");
    }

    @Test
    void validateShowsTheLinesOfATest() throws Exception {
        var file =
                process.write(
                        "shop.yml",
                        """
                        target: http://localhost:1
                        scenarios:
                          browse:
                            users: 3
                            duration: 1m
                            steps: [get: /]
                        thresholds:
                          latency: {p95: 250}
                        """);

        assertThat(process.run("validate", file, "-d", "5s").out())
                .containsPattern("scenarios.browse.users +3 +" + file + ":4")
                .containsPattern("duration +5s +--duration")
                .containsPattern("thresholds.latency.p95 +250 +" + file + ":8")
                .doesNotContain("1m");
    }

    @Test
    void everyMistakeHasItsPlaceAndTheNearestName() throws Exception {
        process.write(
                "bad.yml",
                """
                tresholds:
                  latency: {p95: 250}
                thresholds:
                  latency:
                    p96: 1
                    p99: fast
                environments:
                  staging:
                    thresholds: {latency: {p95: x}}
                load_test:
                  endpoint: {"/": 1}
                  pattern: bursts
                """);
        var outcome = process.run("validate", "--config", "bad.yml", "--target", server.url());

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err())
                .contains("bad.yml cannot be used:")
                .contains(
                        "bad.yml:1:1: error: a configuration has no \"tresholds\"; did you mean \"thresholds\"?")
                .contains("bad.yml:5:5: error:", "bad.yml:6:10: error:", "bad.yml:9:33: error:")
                .contains(
                        "bad.yml:11:3: error: load_test has no \"endpoint\"; did you mean \"endpoints\"?")
                .contains("bad.yml:12:12: error:", "burst");
    }

    @Test
    void anEnvironmentThatTheFileDoesNotHaveIsAMistake() {
        var outcome = run(process.with("ENVIRONMENT", "prodction"));

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err())
                .contains("no environment \"prodction\"; did you mean \"production\"?");
    }

    @Test
    void environmentsMayStandAtTheTopOfTheFile() throws Exception {
        process.write(
                "deploy/performance_config.yml",
                """
                staging:
                  thresholds: {latency: {p95: 3000}, throughput: 1}
                production:
                  thresholds: {throughput: 2000000}
                """);

        assertThat(run(process).exitCode()).isZero();
        assertThat(run(process.with("ENVIRONMENT", "production")).exitCode()).isEqualTo(99);
    }

    @Test
    void withoutAnythingToRunTheMessageSaysWhatToGive() {
        assertThat(process.run("run", "--config", "deploy/performance_config.yml").err())
                .contains("run what?", "--target URL");
        assertThat(process.run("run", "--config", "none.yml").err())
                .contains("none.yml: there is no such file");
    }

    @Test
    void debugShowsTheSettings() {
        var outcome = run(process.with("LOG_LEVEL", "DEBUG"));

        assertThat(outcome.err()).containsPattern("users +4 +--concurrency");
    }
}
