package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Traces and requests that are kept, by whole commands. */
class TracesTest {
    private static final Pattern HEADER =
            Pattern.compile("traceparent: 00-([0-9a-f]{32})-[0-9a-f]{16}-0([01])");

    @TempDir Path folder;

    private FakeProcess process;

    @BeforeEach
    void start() {
        process = new FakeProcess(folder);
    }

    private static List<String> headers(HeaderServer server, int group) {
        return server.lines().stream()
                .map(HEADER::matcher)
                .filter(it -> it.matches())
                .map(it -> it.group(group))
                .toList();
    }

    @Test
    void theReportNamesTheTracesOfRequestsThatFailed() throws IOException {
        try (var target = new HeaderServer("503 No")) {
            var outcome =
                    process.run(
                            "run",
                            target.url() + "/a?token=topsecret",
                            "-n",
                            "20",
                            "-c",
                            "2",
                            "--traceparent",
                            "--json",
                            "results.json",
                            "--md",
                            "report.md");

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(headers(target, 1)).hasSize(20).doesNotHaveDuplicates();
            var kept =
                    JsonMapper.shared().readTree(process.read("results.json")).get("kept_requests");
            assertThat(kept.get("failed").size()).isBetween(5, 10);
            assertThat(headers(target, 1))
                    .contains(kept.get("failed").get(0).get("trace_id").asString());
            assertThat(kept.get("slowest").get(0).get("sent").asString())
                    .startsWith("GET /a?token=*** HTTP/1.1\n");
            assertThat(process.read("report.md"))
                    .contains("## Slowest requests", "## Failed requests", "/a?token=\\*\\*\\*");
        }
    }

    @Test
    void aTestSaysHowManyTracesAreSampledAndWhereTheyGo() throws IOException {
        try (var target = new HeaderServer("200 OK");
                var receiver = new HeaderServer("200 OK")) {
            var file =
                    process.write(
                            "test.yml",
                            """
                    target: %s
                    traceparent: 0%%
                    outputs: opentelemetry=%s?traces=100%%&pushInterval=1s
                    scenarios:
                      browse:
                        users: 1
                        iterations: 5
                        steps:
                          - get: /a
                    """
                                    .formatted(target.url(), receiver.url()));
            var outcome = process.run("run", file);

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(headers(target, 2)).containsExactly("1", "1", "1", "1", "1");
            assertThat(receiver.lines())
                    .contains("POST /v1/traces HTTP/1.1", "POST /v1/metrics HTTP/1.1");
            assertThat(outcome.out()).contains("✓ opentelemetry (" + receiver.url());
        }
    }

    @Test
    void aScriptOfK6SendsItsTraces() throws IOException {
        try (var target = new HeaderServer("200 OK");
                var receiver = new HeaderServer("200 OK")) {
            process.write(
                    "script.js",
                    """
                    import http from 'k6/http';
                    export default () => http.get('%s/a');
                    """
                            .formatted(target.url()));
            var outcome =
                    process.run(
                            "k6",
                            "run",
                            "--traces-output",
                            "otel=%s,proto=http".formatted(receiver.url().substring(7)),
                            "script.js");

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(headers(target, 2)).containsExactly("1");
            assertThat(receiver.lines())
                    .contains("POST /v1/traces HTTP/1.1")
                    .doesNotContain("POST /v1/metrics HTTP/1.1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'otel,proto=grpc', gRPC is not spoken",
        "jaeger, 'must be none, otel or otel=HOST:PORT'",
        "'otel=h:1,header.Authorization=topsecret', OTEL_EXPORTER_OTLP_HEADERS"
    })
    void tracesThatCannotBeAreRefused(String output, String message) {
        var outcome = process.run("k6", "run", "--traces-output", output, "script.js");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.err()).contains(message).doesNotContain("topsecret");
    }

    @Test
    void aShareThatIsNoneIsToldWithItsPlace() throws IOException {
        var file =
                process.write(
                        "test.yml",
                        """
                target: http://localhost:1
                traceparent: often
                scenarios:
                  a:
                    users: 1
                    duration: 1s
                    steps:
                      - get: /
                """);
        var outcome = process.run("run", file);

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).contains("test.yml:2", "'often' is no share of requests");
    }
}
