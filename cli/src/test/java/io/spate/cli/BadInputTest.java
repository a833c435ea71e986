package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.FakeProcess.Outcome;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong is told in one message: what, where, what to do; and never by a stack. */
class BadInputTest {
    private static final String URL = "http://127.0.0.1:9/";

    private FakeProcess process;

    @BeforeEach
    void enter(@TempDir Path folder) {
        process = new FakeProcess(folder);
    }

    /** Nothing was run, and one message says why. */
    private static void assertRefused(Outcome outcome, int exitCode, String... words) {
        assertThat(outcome.err()).startsWith("spate: ").contains(words);
        assertThat(outcome.err().split("spate: ", -1)).as("one message").hasSize(2);
        assertThat(outcome.err()).doesNotContain("\tat ", "Exception", "--debug");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aCompileErrorShowsItsPlace() throws Exception {
        var file =
                process.write(
                        "Bad.java",
                        """
                        import io.spate.script.*;
                        public class Bad implements LoadTest {
                            public void define(TestBuilder test) {
                                test.scenario("home").task(user -> user.gett("/").send());
                            }
                        }
                        """);

        assertRefused(
                process.run("run", file),
                107,
                file + " cannot be run:\n",
                "\n" + file + ":4:48: error: cannot find symbol\n",
                "user -> user.gett(\"/\").send());\n" + " ".repeat(47) + "^",
                "gett(java.lang.String)");
    }

    @Test
    void aMistakeOfAJavaTestsPlanShowsItsLine() throws Exception {
        var file =
                process.write(
                        "Bad.java",
                        """
                        import io.spate.script.*;
                        public class Bad implements LoadTest {
                            public void define(TestBuilder test) {
                                test.scenario("home").users(0)
                                    .task(user -> user.get("/").send());
                                test.threshold("http_reqz", "count>1");
                            }
                        }
                        """);

        assertRefused(
                process.run("run", file),
                107,
                file + ":6: error:",
                "did you mean \"http_reqs\"?",
                file + ":4: error:");
    }

    @Test
    void allMistakesOfAYamlFileAreToldAtOnce() throws Exception {
        var file =
                process.write(
                        "bad.yml",
                        """
                        target: http://localhost:8000
                        scenarios:
                          browse:
                            users: many
                            duraton: 1m
                            steps:
                              - get: /api/users
                                chek: {status: 200}
                        thresholds:
                          http_req_duraton: "p(95)<500"
                          http_req_failed: "rte<0.01"
                        """);

        assertRefused(
                process.run("run", file),
                104,
                file + " cannot be run:\n",
                file + ":4:12: error:",
                "did you mean \"duration\"?",
                "did you mean \"check\"?",
                "did you mean \"http_req_duration\"?",
                "did you mean \"rate\"?",
                "    duraton: 1m\n    ^");
    }

    @Test
    void brokenYamlShowsWhere() throws Exception {
        var file = process.write("bad.yml", "target: http://localhost\nscenarios: [\n");

        assertRefused(process.run("run", file), 104, file + ":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--userz 5            | unknown flag --userz; did you mean \"--users\"?",
                "--userz=5 --tagg x=y | unknown flag --tagg; did you mean \"--tag\"?",
                "-u -5                | --users must be above 0, not -5",
                "-u 0 -d 1s           | users must be 1 to 10,000,000, not 0",
                "-u many              | '--users': 'many' is not a whole number",
                "-u 3000000000        | '--users': '3000000000' is not a whole number up to 2147",
                "-d 0s                | --duration must be above 0, not 0s",
                "-d soon              | '--duration': \"soon\" is not a duration; write one such as 30s",
                "-i 0                 | --iterations must be above 0, not 0",
                "-r NaN -d 1s         | --rate must be above 0, not NaN",
                "-r 5                 | a rate needs a duration",
                "-r 5 -i 5 -d 1s      | exclude one another",
                "-s 30s               | '--stage' (TIME:N): '30s' is not DURATION:USERS, such as 30s:50",
                "-s 30s:-1            | '--stage'",
                "--rate-stage 30s:many | 'many' is not a rate",
                "--step 1m            | '1m' is not DURATION:USERS, such as 1m:50",
                "--burst 10           | '10' is not ITERATIONS:PAUSE, such as 10:0.5s..2s",
                "--burst x:1s         | 'x' is not a number of iterations",
                "--type spikes        | did you mean \"spike\"?",
                "--level hevy         | did you mean \"heavy\"?",
                "--scale huge         | small",
                "--pattern bursts     | did you mean \"burst\"?",
                "--level light --scale small | --level and --scale exclude one another",
                "--think 3s..1s       | must not be less",
                "--warmup soon        | \"soon\" is not a duration",
                "--pacing 0s          | --pacing must be above 0, not 0s",
                "--spawn-rate 0 -d 5s | --spawn-rate must be above 0",
                "--workers 0          | --workers must be 1 to 1024, not 0",
                "--header nothing     | --header 'nothing' is not NAME:VALUE",
                "--transport carrier  | expected one of",
                "-t http_reqz=count>1 | there is no metric \"http_reqz\"; did you mean \"http_reqs\"?",
                "-t http_reqs=p(5)>1  | http_reqs",
                "-t http_reqs         | --threshold 'http_reqs' is not METRIC=CONDITION",
                "--html               | '--html' (FILE)",
                "other.yml            | one too many: 'other.yml'",
            })
    void aWrongArgumentIsNamed(String arguments, String words) {
        var all = ("run|" + URL + "|--no-preflight|" + arguments.replace(' ', '|')).split("\\|");

        assertRefused(process.run(all), 104, words);
    }

    @Test
    void aWrongVariableIsNamed() {
        assertRefused(
                process.with("SPATE_USERS", "many").run("run", URL),
                104,
                "'many' is not a whole number",
                "SPATE_USERS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://              | the host is missing",
                "http://a b/          | 'a b' is not a host",
                "http://localhost:x/  | port",
                "http://localhost:70000/ | the port must be 1 to 65535, not '70000'",
                "ftp://localhost/     | Spate loads http:// and https:// URLs, not ftp://",
                "nowhere.yml          | nowhere.yml: there is no such file",
                "no/where.java        | nor is there the folder",
                "localhost:8000       | localhost:8000",
            })
    void aBadSourceIsNamed(String source, String words) {
        assertRefused(process.run("run", source), 104, words);
    }

    @Test
    void aMissingFileIsGuessed() throws Exception {
        process.write("shop.yml", "");
        var wrong = process.folder().resolve("shpo.yml").toString();

        assertRefused(process.run("run", wrong), 104, wrong, "did you mean \"shop.yml\"?");
    }

    @Test
    void anUnknownCommandIsNamed() {
        assertRefused(process.run("rum"), 104, "unknown command 'rum'; did you mean \"run\"?");
        assertRefused(process.run("run"), 104, "Name a .yml or .java file, or a URL");
        assertThat(process.run().exitCode()).isEqualTo(104);
    }

    @Test
    void badOptionsOfTheShopAreNamed() throws Exception {
        assertRefused(process.run("demo", "--error-rate", "3"), 104, "not between 0 and 1");
        assertRefused(process.run("demo", "--latency", "slow"), 104, "slow");
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var port = String.valueOf(taken.getLocalPort());
            assertRefused(process.run("demo", "--port", port), 1, "is in use", "--port");
        }
    }

    @Test
    void anUnknownHostIsNamed() {
        assertRefused(
                process.run("run", "http://shop.invalid/", "-d", "1s"),
                1,
                "unknown host: shop.invalid");
    }

    @Test
    void aRefusedPortIsNamed() throws Exception {
        var url = "http://127.0.0.1:" + freePort();

        assertRefused(
                process.run("run", url, "-d", "1s"), 1, "cannot reach " + url, "--no-preflight");
    }

    @Test
    void whatIsRefusedDuringARunIsCounted() throws Exception {
        var url = "http://127.0.0.1:" + freePort();
        var outcome = process.run("run", url, "-i", "5", "--no-preflight");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("5  GET /  connection refused");
    }

    @Test
    void aTargetThatIsNotAllowedIsRefused() {
        assertRefused(
                process.with("SPATE_ALLOWED_TARGETS", "*.shop.test").run("run", URL),
                104,
                "127.0.0.1 is not among the allowed targets (SPATE_ALLOWED_TARGETS=*.shop.test)");
    }

    @Test
    void aTargetThatDiesIsCountedToTheEnd() throws Exception {
        var shop = DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("none")));
        var death =
                CompletableFuture.runAsync(
                        shop::close, CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS));
        var outcome =
                process.run(
                        "run",
                        shop.url() + "/health",
                        "--rate",
                        "100",
                        "-d",
                        "2s",
                        "-t",
                        "http_req_failed=rate<0.1",
                        "--json",
                        "results.json");
        death.get(10, TimeUnit.SECONDS);

        assertThat(outcome.exitCode()).isEqualTo(99);
        assertThat(outcome.out())
                .containsPattern("iterations\\.*: 200 ")
                .containsPattern("\\d+  GET /health  connection refused")
                .contains("FAILED: thresholds on metrics 'http_req_failed'");
        assertThat(process.read("results.json"))
                .contains("\"requests\" : 200", "connection refused");
    }

    @Test
    void aScriptThatCannotGoOnSaysWhereAndReports() throws Exception {
        var file =
                process.write(
                        "Boom.java",
                        """
                        import io.spate.script.*;
                        public class Boom implements LoadTest {
                            public void define(TestBuilder test) {
                                test.scenario("home", Boom::visitor).task(user -> {});
                            }
                            static User visitor(User user) {
                                throw new IllegalStateException("no data");
                            }
                        }
                        """);
        var outcome = process.run("run", file);

        assertThat(outcome.exitCode()).isEqualTo(107);
        assertThat(outcome.err())
                .contains("spate: the script failed: ", "no data (Boom.java:7)")
                .doesNotContain("\tat ");
        assertThat(outcome.out()).contains("FAILED: the script could not go on");
    }

    @Test
    void aFullDiskCostsTheReportAndNothingElse() throws Exception {
        var shop = DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("none")));
        try (shop) {
            // Linux' full disk: the report is written there before it is moved to its place.
            var part = process.folder().resolve(".report.html.part");
            Files.createSymbolicLink(part, Path.of("/dev/full"));
            var outcome =
                    process.run(
                            "run",
                            shop.url() + "/health",
                            "-i",
                            "5",
                            "--html",
                            "report.html",
                            "--summary-export",
                            "summary.json");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.out()).containsPattern("http_reqs\\.*: 5 ");
            assertThat(outcome.err())
                    .contains("spate: the HTML report is missing: cannot write ")
                    .contains("report.html: No space left on device. Free some space")
                    .contains("Wrote the summary to ")
                    .doesNotContain("\tat ");
            assertThat(process.folder().resolve("report.html")).doesNotExist();
            assertThat(process.folder().resolve("summary.json")).isNotEmptyFile();
        }
    }

    @Test
    void aFullDiskUnderTheLogIsTold() throws Exception {
        var shop = DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("none")));
        try (shop) {
            var outcome =
                    process.run("run", shop.url() + "/health", "-i", "5", "--log", "/dev/full");

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.out()).containsPattern("http_reqs\\.*: 5 ");
            assertThat(outcome.err()).contains("spate: the log is incomplete");
        }
    }

    @Test
    void aPlaceThatCannotHoldAReportIsRefusedBeforeTheRun() throws Exception {
        Files.createDirectory(process.folder().resolve("folder"));
        process.write("file", "");

        assertRefused(
                process.run("run", URL, "--no-preflight", "--html", "folder"),
                104,
                "cannot write the HTML report to ",
                "it is a folder");
        assertRefused(
                process.run("run", URL, "--no-preflight", "--json", "file/results.json"),
                104,
                "cannot make the folder ",
                "is a file. Choose another place.");
    }

    @Test
    void debugShowsTheStack() {
        var outcome = process.run("run", URL, "--debug", "-u", "0");

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).startsWith("spate: ").contains("\tat io.spate.");
    }
}
