package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.FakeProcess.Outcome;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whole commands, against a shop in this process. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunCommandTest {
    private DemoShop shop;
    private FakeProcess process;

    @BeforeAll
    void open() {
        shop = DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("none")));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    @BeforeEach
    void enter(@TempDir Path folder) {
        process = new FakeProcess(folder);
    }

    private String health() {
        return shop.url() + "/health";
    }

    /** The number behind a metric's name in the summary. */
    private static long figure(Outcome outcome, String metric) {
        var matcher = Pattern.compile("(?m)^ *" + metric + "\\.*: (\\d+)").matcher(outcome.out());
        assertThat(matcher.find()).as("%s in%n%s", metric, outcome.out()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private static long number(String json, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(json);
        assertThat(matcher.find()).as("%s in%n%s", pattern, json).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    private String yaml(String workload) throws Exception {
        return process.write(
                "shop.yml",
                """
                target: %s
                scenarios:
                  browse:
                    %s
                    steps:
                      - post: /api/auth/login
                        json: {username: test, password: password}
                        extract: {token: $.token}
                        check: {status: 200}
                      - get: /api/users
                        headers: {Authorization: "Bearer ${token}"}
                        check: {status: 200}
                thresholds:
                  http_req_failed: "rate<0.01"
                """
                        .formatted(shop.url(), workload));
    }

    private String java(String target) throws Exception {
        return process.write(
                "Shop.java",
                """
                import io.spate.script.*;
                import java.util.Map;

                public class Shop implements LoadTest {
                    public void define(TestBuilder test) {
                        test.baseUrl(test.env("TARGET", "%s"));
                        test.scenario("shopper", Shopper::new)
                                .users(2).iterations(6)
                                .onStart(Shopper::logIn)
                                .task(Shopper::browse);
                        test.threshold("checks", "rate==1");
                    }

                    record Shopper(User user) {
                        void logIn() {
                            var login = user.post("/api/auth/login")
                                    .json(Map.of("username", "test", "password", "password"))
                                    .send();
                            user.header("Authorization", "Bearer " + login.json("$.token"));
                        }

                        void browse() {
                            var users = user.get("/api/users").send();
                            user.check("users", users.status() == 200);
                        }
                    }
                }
                """
                        .formatted(target));
    }

    @Test
    void loadsAUrlWithUsersForATime() {
        var outcome = process.run("run", health(), "-u", "3", "-d", "1s");

        assertThat(outcome.exitCode()).isZero();
        assertThat(figure(outcome, "http_reqs")).isGreaterThan(10);
        assertThat(outcome.out())
                .contains("GET /health", "PASSED (no thresholds were set)")
                .doesNotContain("ERRORS");
        assertThat(outcome.err())
                .contains("3 looping VUs for 1s", "target: " + shop.url(), "done 0m01s");
    }

    @Test
    void runsExactlyTheIterationsAsked() {
        var outcome = process.run("run", health(), "-u", "4", "-i", "50");

        assertThat(outcome.exitCode()).isZero();
        assertThat(figure(outcome, "http_reqs")).isEqualTo(50);
        assertThat(figure(outcome, "iterations")).isEqualTo(50);
    }

    @Test
    void startsIterationsAtARate() {
        var outcome = process.run("run", health(), "--rate", "40", "-d", "1s");

        assertThat(outcome.exitCode()).isZero();
        assertThat(figure(outcome, "iterations")).isEqualTo(40);
        assertThat(outcome.err()).contains("40.00 iterations/s for 1s");
    }

    @Test
    void rampsUsersByStages() {
        var outcome = process.run("run", health(), "-s", "500ms:4,300ms:0");

        assertThat(outcome.exitCode()).isZero();
        assertThat(figure(outcome, "http_reqs")).isPositive();
        assertThat(outcome.err()).contains("Up to 4 looping VUs for 800ms over 2 stages");
    }

    @Test
    void sendsTheRequestThatFlagsDescribe() {
        var outcome =
                process.run(
                        "run",
                        shop.url() + "/api/auth/login",
                        "-X",
                        "POST",
                        "--body",
                        "{\"username\":\"me\",\"password\":\"password\"}",
                        "--header",
                        "Content-Type: application/json",
                        "-t",
                        "http_req_failed=rate==0");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("POST /api/auth/login", "PASSED");
    }

    @Test
    void runsYamlForTheTimeOfAFlag() throws Exception {
        var outcome = process.run("run", yaml("users: 2\n    duration: 1h"), "-d", "1s");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("2 looping VUs for 1s");
        assertThat(outcome.out())
                .contains("✓ 'rate<0.01' rate=0.00%", "checks_failed..", "POST /api/auth/login")
                .contains("0 out of ");
    }

    @Test
    void runsJavaInBothOfItsFormsWithVariables() throws Exception {
        var file = java("http://localhost:1");
        var outcome = process.run("run", file, "-e", "TARGET=" + shop.url());

        assertThat(outcome.exitCode()).isZero();
        assertThat(figure(outcome, "iterations")).isEqualTo(6);
        assertThat(outcome.out()).contains("✓ users", "✓ 'rate==1' rate=100.00%", "PASSED");
    }

    @Test
    void flagsBeatTheEnvironmentWhichBeatsTheFile() throws Exception {
        var file = yaml("users: 1\n    iterations: 1");
        var surrounded = process.with("SPATE_ITERATIONS", "3");

        assertThat(figure(process.run("run", file), "iterations")).isEqualTo(1);
        assertThat(figure(surrounded.run("run", file), "iterations")).isEqualTo(3);
        assertThat(figure(surrounded.run("run", file, "-i", "5"), "iterations")).isEqualTo(5);
    }

    @Test
    void aFlagsWorkloadReplacesThatOfTheEnvironmentWhole() {
        var outcome = process.with("SPATE_RATE", "7").run("run", health(), "-i", "5");

        assertThat(outcome.exitCode()).isZero();
        assertThat(figure(outcome, "iterations")).isEqualTo(5);
    }

    @Test
    void variablesOfTheEnvironmentReachTheScriptAndFlagsBeatThem() throws Exception {
        var file = java("http://localhost:1");
        var surrounded = process.with("TARGET", shop.url());

        assertThat(surrounded.run("run", file).exitCode()).isZero();
        assertThat(surrounded.run("run", file, "-e", "TARGET=http://localhost:1").exitCode())
                .isEqualTo(1);
        assertThat(process.run("run", file, "--target", shop.url()).exitCode()).isZero();
    }

    @Test
    void aCrossedThresholdExitsWith99() {
        var outcome =
                process.run(
                        "run",
                        shop.url() + "/nowhere",
                        "-i",
                        "5",
                        "-t",
                        "http_req_failed=rate<0.5",
                        "-t",
                        "http_reqs{status:404}=count==5");

        assertThat(outcome.exitCode()).isEqualTo(99);
        assertThat(outcome.out())
                .contains("✗ 'rate<0.5' rate=100.00%", "✓ 'count==5' count=5")
                .contains("5  GET /nowhere  HTTP 404")
                .contains("FAILED: thresholds on metrics 'http_req_failed' have been crossed");
    }

    @Test
    void aThresholdMayEndTheRun() throws Exception {
        var file =
                process.write(
                        "abort.yml",
                        """
                        target: %s
                        scenarios:
                          lost:
                            rate: 20
                            duration: 30s
                            steps:
                              - get: /nowhere
                        thresholds:
                          http_req_failed:
                            - threshold: "rate<0.1"
                              abortOnFail: true
                        """
                                .formatted(shop.url()));
        var outcome = process.run("run", file);

        assertThat(outcome.exitCode()).isEqualTo(99);
        assertThat(outcome.out()).contains("the run was stopped");
    }

    @Test
    void filesAgreeWithEachOther() throws Exception {
        var outcome =
                process.run(
                        "run",
                        health(),
                        "-i",
                        "20",
                        "--tag",
                        "release=r42",
                        "-t",
                        "http_reqs{release:r42}=count==20",
                        "--html",
                        "report.html",
                        "--json",
                        "out/results.json",
                        "--summary-export",
                        "summary.json",
                        "--log",
                        "run.log");

        assertThat(outcome.exitCode()).isZero();
        assertThat(figure(outcome, "http_reqs")).isEqualTo(20);
        assertThat(number(process.read("out/results.json"), "\"requests\" : (\\d+)")).isEqualTo(20);
        assertThat(number(process.read("summary.json"), "\"http_reqs\": \\{\\s*\"count\": (\\d+)"))
                .isEqualTo(20);
        assertThat(process.read("report.html")).startsWith("<!").contains("/health", "r42");
        assertThat(process.read("run.log"))
                .contains(outcome.out())
                .contains("done 0m0", "iterations 20");
        for (var file : new String[] {"report.html", "out/results.json", "summary.json"}) {
            assertThat(outcome.err())
                    .containsPattern("Wrote the .* to " + process.folder().resolve(file));
        }
    }

    @Test
    void aReportFolderHoldsAllFiles() {
        var outcome = process.run("run", health(), "-i", "1", "--report-dir", "reports/today");

        assertThat(outcome.exitCode()).isZero();
        for (var name : new String[] {"report.html", "results.json", "summary.json", "run.log"}) {
            assertThat(process.folder().resolve("reports/today").resolve(name)).isNotEmptyFile();
        }
    }

    @Test
    void quietLeavesTheSummaryAlone() {
        var outcome = process.run("run", health(), "-i", "5", "-q");

        assertThat(outcome.exitCode()).isZero();
        assertThat(figure(outcome, "http_reqs")).isEqualTo(5);
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void scriptsReachAllowedTargetsAlone() throws Exception {
        var elsewhere = shop.url().replace("127.0.0.1", "localhost");
        var file =
                process.write(
                        "Two.java",
                        """
                        import io.spate.script.*;

                        public class Two implements LoadTest {
                            public void define(TestBuilder test) {
                                test.baseUrl("%s");
                                test.scenario("two").iterations(3).task(user -> {
                                    user.get("/health").send();
                                    user.get("%s/health").name("elsewhere").send();
                                });
                            }
                        }
                        """
                                .formatted(shop.url(), elsewhere));
        var outcome =
                process.with("SPATE_ALLOWED_TARGETS", "127.0.0.1")
                        .run("run", file, "-t", "http_req_failed=rate==0.5");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("3  GET elsewhere  host not among the allowed targets: localhost");
    }

    @Test
    void demoTestsItsOwnShop() throws Exception {
        var outcome = process.run("demo", "--duration", "1s", "--latency", "constant:1ms");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("GET /api/products", "✓ logged in", "PASSED");
        assertThat(Files.size(process.folder().resolve("spate-report.html"))).isPositive();
    }

    @Test
    void demoFailsWhereTheShopDoes() {
        var outcome = process.run("demo", "--duration", "1s", "--error-rate", "0.5");

        assertThat(outcome.exitCode()).isEqualTo(99);
        assertThat(outcome.out()).contains("HTTP 500", "FAILED: thresholds on metrics");
    }

    @Test
    void helpNamesWhatThereIs() {
        assertThat(process.run("--help").out()).contains("run ", "demo ", "Start here:");
        assertThat(process.run("run", "--help").out())
                .contains("--users", "Examples:", "Exit codes: 0 passed", "SPATE_ALLOWED_TARGETS");
        assertThat(process.run("help", "demo").out()).contains("--serve", "--error-rate");
        assertThat(process.run("--version").out()).startsWith("spate ").hasLineCount(1);
    }
}
