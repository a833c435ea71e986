package io.spate.analysis.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.spate.analysis.files.source.Progress;
import io.spate.analysis.files.source.ResultFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonResultsTest {
    @TempDir private Path folder;

    @Test
    void readsOurOwnResults() throws IOException {
        var results =
                (Figures)
                        read(
                                """
                                {"format": 1, "generator": "Spate 1", "name": "shop",
                                 "started_at": "2026-01-02T03:04:05Z", "measured_seconds": 10,
                                 "success_rate": 0.98, "p95_latency": 120.5,
                                 "totals": {"requests": 100, "failures": 2,
                                  "requests_per_second": 10, "service_time_ms":
                                   {"min": 1, "avg": 50, "med": 40, "p95": 120.5, "max": 200}},
                                 "endpoints": [{"method": "GET", "name": "/a", "requests": 100,
                                  "failures": 2, "service_time_ms": {"p99": 180}}],
                                 "errors": [{"method": "GET", "name": "/a", "status": "500",
                                  "error": "", "count": 2}],
                                 "timeline": {"seconds": [0, 1], "vus": [5, 5],
                                  "requests_per_second": [9, 11],
                                  "service_time_ms": {"p50": [40, null]}}}
                                """);

        assertThat(results.origin().format()).isEqualTo(FileFormat.SPATE_RESULTS);
        assertThat(results.startedAt()).hasToString("Optional[2026-01-02T03:04:05Z]");
        assertThat(results.total().requests()).hasValue(100);
        assertThat(results.total().failureRate()).isEqualTo(0.02);
        assertThat(results.total().timeMs().percentile(95)).isEqualTo(120.5);
        assertThat(results.endpoints())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.method()).isEqualTo("GET");
                            assertThat(it.timeMs().percentile(99)).isEqualTo(180);
                            assertThat(it.timeMs().percentile(50)).isNaN();
                        });
        assertThat(results.failures())
                .containsExactly(new Figures.Failure("GET", "/a", "HTTP 500", 2));
        assertThat(results.timeline()).hasSize(2);
        assertThat(results.timeline().get(1).p50Ms()).isNaN();
        assertThat(results.timeline().get(1).requestsPerSecond()).isEqualTo(11);
        assertThat(results.asTold())
                .containsEntry("success_rate", 0.98)
                .containsEntry("p95_latency", 120.5);
    }

    @Test
    void readsResultsThatAScriptWrote() throws IOException {
        var results =
                (Figures)
                        read(
                                """
                                {"success_rate": 99.5, "p95_latency": 120,
                                 "apis": {"auth": {"success_rate": 0.97, "p95_latency": 80}}}
                                """);

        assertThat(results.origin().format()).isEqualTo(FileFormat.SIMPLE_RESULTS);
        assertThat(results.total().failureRate()).isCloseTo(0.005, within());
        assertThat(results.total().requests()).isEqualTo(OptionalLong.empty());
        assertThat(results.endpoints())
                .singleElement()
                .satisfies(
                        it -> {
                            assertThat(it.name()).isEqualTo("auth");
                            assertThat(it.failureRate()).isCloseTo(0.03, within());
                            assertThat(it.timeMs().percentile(95)).isEqualTo(80);
                        });
        assertThat(results.asTold())
                .containsEntry("success_rate", 99.5)
                .containsEntry("auth.p95_latency", 80.0);
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        wrong("", "it is empty. Give a result file");
        wrong("{}", "no results that Spate knows");
        wrong("{\"format\": 1,\n\"totals\":", ":2: the JSON ends in the midst");
        wrong("{\"format\": 1,\n\"totals\": x}", ":2: this is no valid JSON");
        wrong("{\"format\": 9, \"totals\": {}}", "it has format 9");
        wrong(
                "{\"format\": 1, \"totals\": {\"requests\": \"many\"}}",
                "totals.requests is not a number");
        wrong("{\"format\": 1, \"totals\": 5}", "totals is not an object or a list");
        assertThatThrownBy(() -> ResultFiles.read(folder.resolve("no"), "no", Progress.NONE))
                .hasMessage("no: this file is not there. Look for a misspelling.");
        assertThatThrownBy(() -> ResultFiles.read(folder, "here", Progress.NONE))
                .hasMessage("here: this is a folder. Name one of the files in it.");
    }

    private void wrong(String content, String message) throws IOException {
        var file = Files.writeString(folder.resolve("wrong.json"), content);
        assertThatThrownBy(() -> ResultFiles.read(file, "wrong.json", Progress.NONE))
                .isInstanceOf(ResultFileException.class)
                .hasMessageStartingWith("wrong.json")
                .hasMessageContaining(message);
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-9);
    }

    private ResultFile read(String content) throws IOException {
        var file = Files.writeString(folder.resolve("results.json"), content);
        return ResultFiles.read(file, "results.json", Progress.NONE);
    }
}
