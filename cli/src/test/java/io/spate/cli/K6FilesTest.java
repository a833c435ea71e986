package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.cli.FakeProcess.Outcome;
import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import java.io.FileInputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code spate k6} does beside running a script: outputs, archives, the REST API. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class K6FilesTest {
    private static final String SCRIPT =
            """
            import http from 'k6/http';
            import { check, group } from 'k6';
            import { Counter } from 'k6/metrics';
            import { path } from './lib/paths.js';
            const names = JSON.parse(open('./data.json'));
            const mine = new Counter('mine');
            export const options = {
              iterations: 3,
              thresholds: { http_req_failed: ['rate<0.01'] },
              setupTimeout: 90000,
            };
            export function setup() { return { names }; }
            export default function (data) {
              group('look', () => {
                const response = http.get(`${__ENV.HOST}${path}`, { tags: { own: 'a' } });
                check(response, { 'is up': (it) => it.status === 200 });
              });
              mine.add(data.names.length);
            }
            """;

    @TempDir Path folder;

    private DemoShop shop;

    @BeforeAll
    void start() throws Exception {
        shop = DemoShop.start(DemoOptions.defaults());
    }

    @BeforeEach
    void write() throws Exception {
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/paths.js"), "export const path = '/health';\n");
        Files.writeString(folder.resolve("data.json"), "[\"a\", \"b\"]\n");
        Files.writeString(folder.resolve("script.js"), SCRIPT);
    }

    @AfterAll
    void stop() {
        shop.close();
    }

    private FakeProcess process() {
        return new FakeProcess(folder).with("HOST", shop.url());
    }

    private Outcome k6(String... arguments) {
        var line = new ArrayList<>(List.of("k6"));
        line.addAll(Arrays.asList(arguments));
        return process().run(line.toArray(String[]::new));
    }

    private static List<JsonNode> points(String lines, Predicate<JsonNode> wanted) {
        return lines.lines()
                .map(JsonMapper.shared()::readTree)
                .filter(it -> it.path("type").asString("").equals("Point"))
                .filter(wanted)
                .toList();
    }

    private static Predicate<JsonNode> of(String metric) {
        return it -> it.path("metric").asString("").equals(metric);
    }

    @Test
    void givesSecretsAndModulesOfAFolder() throws Exception {
        Files.createDirectories(folder.resolve("copies/example.com"));
        Files.writeString(folder.resolve("copies/example.com/far.js"), "export const far = 'far';");
        Files.writeString(folder.resolve("secrets.txt"), "token=hidden one\n");
        Files.writeString(
                folder.resolve("typed.ts"),
                """
                import secrets from 'k6/secrets';
                import { far } from 'https://example.com/far.js';
                export default async function (): Promise<void> {
                  const more = secrets.source('more');
                  const word: string = await secrets.get('token');
                  console.log(far, word.length, word, await more.get('a'));
                }
                """);
        var outcome =
                k6(
                        "run",
                        "-q",
                        "--modules-cache",
                        "copies",
                        "--secret-source",
                        "file=secrets.txt,default",
                        "--secret-source",
                        "mock=name=more,a=\"b,c\"",
                        "typed.ts");

        assertThat(outcome.err()).contains("far 10 ***SECRET_REDACTED*** ***SECRET_REDACTED***");
        assertThat(outcome.exitCode()).isZero();
        assertThat(k6("run", "--secret-source", "vault=x", "typed.ts").exitCode()).isEqualTo(104);
    }

    @Test
    void writesEachValueAsJson() throws Exception {
        var outcome = k6("run", "-q", "-o", "json=all.json", "--out", "csv=all.csv", "script.js");

        assertThat(outcome.exitCode()).isZero();
        var lines = process().read("all.json");
        assertThat(lines)
                .contains(
                        "{\"type\":\"Metric\",\"data\":{\"name\":\"http_req_failed\",\"type\":"
                                + "\"rate\",\"contains\":\"default\",\"thresholds\":[\"rate<0.01\"],\"submetrics\":null},\"metric\":\"http_req_failed\"}\n")
                .doesNotContain("http_req_response_time");
        var requests = points(lines, of("http_reqs"));
        assertThat(requests).hasSize(3);
        var tags = requests.getFirst().path("data").path("tags");
        assertThat(tags.path("group").asString()).isEqualTo("::look");
        assertThat(tags.path("scenario").asString()).isEqualTo("default");
        assertThat(tags.path("status").asString()).isEqualTo("200");
        assertThat(tags.path("own").asString()).isEqualTo("a");
        assertThat(tags.path("name").asString()).isEqualTo(shop.url() + "/health");
        assertThat(points(lines, of("mine")))
                .hasSize(3)
                .allMatch(it -> it.path("data").path("value").asInt() == 2);
        assertThat(points(lines, of("iteration_duration")))
                .extracting(it -> it.path("data").path("tags").path("group").asString())
                .containsExactlyInAnyOrder("::setup", "", "", "");
        assertThat(points(lines, of("vus"))).isNotEmpty();
        assertThat(process().read("all.csv"))
                .startsWith(
                        "metric_name,timestamp,metric_value,check,error,error_code,"
                                + "expected_response,group,method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n")
                .containsPattern(
                        "\nhttp_reqs,\\d{10},1\\.000000,,,,true,::look,GET,http://[^,]*/health,"
                                + "HTTP/1\\.1,default,,200,,,http://[^,]*/health,own=a,\n");
    }

    @Test
    void writesToStandardOutputAndCompressed() throws Exception {
        var outcome =
                process()
                        .with("K6_OUT", "json,csv=fileName=x.csv.gz,timeFormat=rfc3339")
                        .run("k6", "run", "-q", "--no-summary", "script.js");

        assertThat(outcome.exitCode()).isZero();
        assertThat(points(outcome.out(), of("iterations"))).hasSize(3);
        try (var stream =
                new GZIPInputStream(new FileInputStream(folder.resolve("x.csv.gz").toFile()))) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .containsPattern("\niterations,\\d{4}-\\d\\d-\\d\\dT[0-9:]+Z,1\\.000000,");
        }
    }

    @Test
    void saysWhichOutputsThereAre() {
        var outcome = k6("run", "-o", "kafka=x", "script.js");
        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).contains("no output to Kafka any more; there are json[=FILE]");
        assertThat(k6("run", "-o", "csv=colour=red", "script.js").err()).contains("'colour=red'");
        assertThat(k6("run", "--summary-mode", "long", "script.js").err())
                .contains("one of compact, full, legacy, disabled");
    }

    @Test
    void inspectsOptions() {
        var own = k6("inspect", "script.js");
        assertThat(own.exitCode()).isZero();
        assertThat(own.out())
                .startsWith(
                        """
                        {
                          "paused": null,
                          "vus": null,
                          "duration": null,
                          "iterations": 3,
                        """)
                .contains("  \"setupTimeout\": \"1m30s\",\n")
                .contains("\"dns\": {\n    \"ttl\": null,");

        var whole = k6("inspect", "--execution-requirements", "script.js");
        assertThat(whole.out())
                .contains("\"executor\": \"shared-iterations\"")
                .contains("\"summaryTrendStats\": [\n    \"avg\",")
                .endsWith("  \"totalDuration\": \"10m30s\",\n  \"maxVUs\": 1\n}\n");
    }

    @Test
    void runsAnArchiveOfTheScriptWithAllThatItReads() throws Exception {
        assertThat(k6("archive", "script.js", "-O", "x.tar", "-u", "2").exitCode()).isZero();
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.move(folder.resolve("x.tar"), elsewhere.resolve("x.tar"));

        var outcome =
                new FakeProcess(elsewhere)
                        .with("HOST", shop.url())
                        .run("k6", "run", "x.tar", "-i", "4");

        assertThat(outcome.err()).contains("4 iterations shared among 2 VUs");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).containsPattern("mine\\.+: 8 ");
    }

    @Test
    void makesANewScriptThatCanBeInspected() throws Exception {
        var made = k6("new");
        assertThat(made.exitCode()).isEqualTo(104);
        assertThat(made.err()).contains("script.js is there already");
        for (var template : List.of("minimal", "protocol")) {
            assertThat(k6("new", template + ".js", "--template", template).out())
                    .isEqualTo(
                            "New script created: %s.js (%s template).\n"
                                    .formatted(template, template));
            assertThat(k6("inspect", template + ".js").exitCode()).isZero();
        }
        assertThat(k6("new", "b.js", "--template", "browser").exitCode()).isZero();
        assertThat(process().read("b.js")).contains("k6/browser");
        assertThat(k6("new", "c.js", "--template", "tiny").err()).contains("no template 'tiny'");
    }

    @Test
    void everyCommandTellsItsFlags() throws Exception {
        for (var command : List.of("run", "inspect", "archive", "new", "pause", "scale", "stats")) {
            var outcome = k6(command, "--help");
            assertThat(outcome.exitCode()).as(command).isZero();
            assertThat(outcome.out()).startsWith("Usage: spate k6 run ");
        }
    }

    @Test
    void isSteeredByTheRestApi() throws Exception {
        Files.writeString(
                folder.resolve("long.js"),
                """
                import { sleep } from 'k6';
                export const options = { vus: 2, duration: '5m', gracefulStop: '1s' };
                export function setup() { return { a: 1 }; }
                export default function () { sleep(0.1); }
                """);
        var address = "localhost:" + freePort();
        var run =
                CompletableFuture.supplyAsync(
                        () -> k6("run", "--paused", "--address", address, "long.js"));
        await(address, "status: 4\npaused: \"true\"");
        assertThat(k6("resume", "--address", address).exitCode()).isZero();
        await(address, "status: 7\npaused: \"false\"\nvus: \"2\"");
        assertThat(k6("scale", "--vus", "5", "-a", address).exitCode()).isZero();
        await(address, "vus: \"5\"");
        assertThat(k6("pause", "-a", address).out()).contains("paused: \"true\"");
        assertThat(k6("stats", "-a", address).out())
                .contains("- name: iterations\n  type: counter\n  contains: default\n");
        try (var client = new io.spate.k6.rest.RestClient(address)) {
            assertThat(client.get("/v1/setup").path("attributes").toString())
                    .isEqualTo("{\"data\":{\"a\":1}}");
            client.change("{\"stopped\":true}");
        }

        assertThat(run.get(30, TimeUnit.SECONDS).exitCode()).isEqualTo(103);
        assertThat(k6("status", "-a", address).err()).contains("no run listens at");
    }

    @Test
    void usersComeAndGoByCommandsUpToAsManyAsThereMayBe() throws Exception {
        Files.writeString(
                folder.resolve("controlled.js"),
                """
                import { sleep } from 'k6';
                export const options = { scenarios: { all: {
                    executor: 'externally-controlled', vus: 2, maxVUs: 5, duration: '0',
                } } };
                export default function () { sleep(0.1); }
                """);
        var address = "localhost:" + freePort();
        var run =
                CompletableFuture.supplyAsync(
                        () -> k6("run", "--address", address, "controlled.js"));
        await(address, "vus: \"2\"\nvus-max: \"5\"");

        assertThat(k6("scale", "-a", address, "--vus", "10").err())
                .contains("the number of active VUs (10)", "the number of maxVUs (5)");
        assertThat(k6("scale", "-a", address, "--max", "3").err())
                .contains("cannot be lower than the starting number of max VUs (5)");
        assertThat(k6("scale", "-a", address).err()).contains("scale to how many?");
        assertThat(k6("scale", "-a", address, "--vus", "10", "--max", "20").exitCode()).isZero();
        await(address, "vus: \"10\"\nvus-max: \"20\"");
        try (var client = new io.spate.k6.rest.RestClient(address)) {
            client.change("{\"stopped\":true}");
        }
        assertThat(run.get(30, TimeUnit.SECONDS).exitCode()).isEqualTo(103);
    }

    @Test
    void usersOfTheScenarioThatIsControlledComeAndGoBesideOthers() throws Exception {
        Files.writeString(
                folder.resolve("beside.js"),
                """
                import { sleep } from 'k6';
                export const options = { scenarios: {
                    steady: { executor: 'constant-vus', vus: 1, duration: '1m', gracefulStop: '0s' },
                    controlled: { executor: 'externally-controlled', vus: 2, maxVUs: 5, duration: '1m' },
                } };
                export default function () { sleep(0.1); }
                """);
        var address = "localhost:" + freePort();
        var run = CompletableFuture.supplyAsync(() -> k6("run", "--address", address, "beside.js"));
        await(address, "vus: \"3\"");

        assertThat(k6("scale", "-a", address, "--vus", "4").exitCode()).isZero();

        await(address, "vus: \"5\"");
        try (var client = new io.spate.k6.rest.RestClient(address)) {
            client.change("{\"stopped\":true}");
        }
        assertThat(run.get(30, TimeUnit.SECONDS).exitCode()).isEqualTo(103);
    }

    private void await(String address, String status) throws Exception {
        var seen = "";
        for (int i = 0; i < 150 && !seen.contains(status); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            seen = k6("status", "-a", address).out();
        }
        assertThat(seen).contains(status);
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void listensToNobodyElse() {
        var outcome = k6("run", "--address", "0.0.0.0:6565", "script.js");

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).contains("listens on this machine alone");
    }
}
