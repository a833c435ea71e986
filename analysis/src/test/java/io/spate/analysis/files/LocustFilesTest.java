package io.spate.analysis.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.spate.analysis.files.source.Progress;
import io.spate.analysis.files.source.ResultFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that Locust writes, and k6's summaries: figures without samples. */
class LocustFilesTest {
    private static final String STATS =
            """
            Type,Name,Request Count,Failure Count,Median Response Time,Average Response Time,Min Response Time,Max Response Time,Average Content Size,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%
            GET,/a,90,0,12,14.5,1.5,80.25,10.0,9.0,0.0,12,13,14,15,20,25,30,40,80,80,80
            POST,"/b,c",10,5,100,120.0,50.0,300.0,10.0,1.0,0.5,100,110,120,130,200,250,290,300,300,300,300
            ,/none,0,0,N/A,0,0,0,0,0.0,0.0,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A
            ,Aggregated,100,5,13,25.05,1.5,300.0,10.0,10.0,0.5,13,14,15,20,50,100,200,250,300,300,300
            """;

    @TempDir private Path folder;

    @Test
    void readsStats() throws IOException {
        var stats = read(STATS);

        assertThat(stats.origin().format()).isEqualTo(FileFormat.LOCUST_STATS);
        assertThat(stats.total().requests()).hasValue(100);
        assertThat(stats.total().timeMs().percentile(95)).isEqualTo(100);
        assertThat(stats.seconds()).isEqualTo(10);
        assertThat(stats.endpoints())
                .extracting(Figures.Endpoint::name)
                .containsExactly("/a", "/b,c", "/none");
        assertThat(stats.endpoints().get(1).failureRate()).isEqualTo(0.5);
        assertThat(stats.endpoints().get(1).timeMs().percentile(99.9)).isEqualTo(300);
        assertThat(stats.endpoints().get(2).timeMs().percentile(50)).isNaN();
    }

    @Test
    void readsTheColumnsThatScriptsExpect() throws IOException {
        var stats = read("Name,Requests,Failures,Median,95%\n/a,10,1,5,9\n/b,30,0,7,8\n");

        assertThat(stats.total().requests()).hasValue(40);
        assertThat(stats.total().failureRate()).isEqualTo(0.025);
        // The percentile of all is not told, and cannot be had of those of the parts.
        assertThat(stats.total().timeMs().percentiles()).isEmpty();
        assertThat(stats.endpoints().getFirst().timeMs().percentile(50)).isEqualTo(5);
    }

    @Test
    void readsHistory() throws IOException {
        var head =
                "Timestamp,User Count,Type,Name,Requests/s,Failures/s,50%,66%,75%,80%,90%,95%,98%,99%,99.9%,99.99%,100%,Total"
                        + " Request Count,Total Failure Count,Total Median Response Time,Total Average"
                        + " Response Time,Total Min Response Time,Total Max Response Time,Total Average"
                        + " Content Size\n";
        var history =
                read(
                        head
                                + "1609459200,5,,Aggregated,0.000000,0.000000,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,0,0,0,0.0,0,0,0\n"
                                + "1609459210,10,,Aggregated,10.000000,1.000000,12,13,14,15,20,25,30,40,80,80,80,100,10,12,14.5,1.5,80.2,0\n");

        assertThat(history.origin().format()).isEqualTo(FileFormat.LOCUST_HISTORY);
        assertThat(history.startedAt()).hasToString("Optional[2021-01-01T00:00:00Z]");
        assertThat(history.seconds()).isEqualTo(10);
        assertThat(history.total().requests()).hasValue(100);
        assertThat(history.total().requestsPerSecond()).isEqualTo(10);
        assertThat(history.total().timeMs().percentile(95)).isEqualTo(25);
        assertThat(history.timeline()).hasSize(2);
        assertThat(history.timeline().get(1).users()).isEqualTo(10);
        // Of the run so far, not of then.
        assertThat(history.timeline().get(1).p95Ms()).isNaN();
        assertThatThrownBy(() -> read(head)).hasMessageContaining("without a single row");
    }

    @Test
    void readsFailures() throws IOException {
        var failures =
                read(
                        """
                        Method,Name,Error,Occurrences,First Seen,Last Seen
                        GET,/a,"HTTPError('500 Server Error, at /a')",3,2026-01-02T03:04:06Z,2026-01-02T03:04:07Z
                        """);

        assertThat(failures.failures())
                .containsExactly(
                        new Figures.Failure(
                                "GET", "/a", "HTTPError('500 Server Error, at /a')", 3));
        assertThat(failures.total().failures()).hasValue(3);
        assertThat(failures.total().requests()).isEmpty();
        assertThat(failures.origin().notices())
                .containsExactly(
                        "the file tells of failures alone: requests and times are in _stats.csv");
    }

    @Test
    void readsHowOftenEachTimeOccurred() throws IOException {
        var file = folder.resolve("file");
        Files.writeString(
                file,
                """
                [{"name": "/a", "method": "GET", "last_request_timestamp": 1609459210.5,
                  "start_time": 1609459200.5, "num_requests": 100, "num_none_requests": 0,
                  "num_failures": 2, "total_response_time": 1500.0, "max_response_time": 90.0,
                  "min_response_time": 10.0, "total_content_length": 0,
                  "response_times": {"10": 50, "20": 45, "90": 5},
                  "num_reqs_per_sec": {}, "num_fail_per_sec": {}}]
                """);
        var entries = ResultFiles.read(file, "file", Progress.NONE);
        var figures = Cut.NONE.figures(entries);

        assertThat(entries).isInstanceOf(ResultFile.Samples.class);
        assertThat(figures.seconds()).isCloseTo(10, within(1e-6));
        assertThat(figures.total().requests()).hasValue(100);
        assertThat(figures.total().failures()).hasValue(2);
        assertThat(figures.total().timeMs().percentile(95)).isCloseTo(20, within(0.02));
        assertThat(figures.total().timeMs().percentile(99)).isCloseTo(90, within(0.09));
    }

    @Test
    void readsSummariesOfK6() throws IOException {
        var export =
                read(
                        """
                        {"root_group": {}, "metrics": {
                          "http_reqs": {"count": 50, "rate": 5},
                          "http_req_failed": {"value": 0.1, "passes": 5, "fails": 45},
                          "http_req_duration": {"avg": 100, "min": 1, "med": 90, "max": 300,
                            "p(90)": 190, "p(95)": 220, "thresholds": {"p(95)<500": false}},
                          "http_req_duration{name:login}": {"avg": 50, "med": 40, "p(95)": 60}}}
                        """);
        assertThat(export.origin().format()).isEqualTo(FileFormat.K6_SUMMARY);
        assertThat(export.total().requests()).hasValue(50);
        assertThat(export.total().failures()).hasValue(5);
        assertThat(export.total().failureRate()).isEqualTo(0.1);
        assertThat(export.seconds()).isEqualTo(10);
        assertThat(export.total().timeMs().percentile(95)).isEqualTo(220);
        assertThat(export.endpoints())
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("name:login"));
        assertThat(export.asTold()).containsEntry("http_req_duration.p(95)", 220.0);

        var handled =
                read(
                        """
                        {"metrics": {"http_reqs": {"type": "counter", "contains": "default",
                            "values": {"count": 50, "rate": 5}},
                          "http_req_failed": {"values": {"rate": 0.1, "passes": 5, "fails": 45}},
                          "http_req_duration": {"values": {"med": 90, "p(95)": 220}}},
                         "state": {"testRunDurationMs": 10500}}
                        """);
        assertThat(handled.seconds()).isEqualTo(10.5);
        assertThat(handled.total().failures()).hasValue(5);
        assertThat(handled.total().timeMs().percentile(50)).isEqualTo(90);

        var machine =
                read(
                        """
                        {"config": {"duration": 10}, "metadata": {}, "version": "1",
                         "results": {"metrics": [
                          {"name": "http_reqs", "values": {"count": 50}},
                          {"name": "http_req_failed", "values": {"matches": 5, "rate": 0.1}},
                          {"name": "http_req_duration", "values": {"med": 90, "p(95)": 220}}]}}
                        """);
        assertThat(machine.total().requestsPerSecond()).isEqualTo(5);
        assertThat(machine.total().timeMs().percentile(95)).isEqualTo(220);
        assertThatThrownBy(() -> read("{\"metrics\": {\"checks\": {\"value\": 1}}}"))
                .hasMessageContaining("a summary of k6 without requests of HTTP");
    }

    /** Files of Locust 2.12.1. */
    @Test
    void readsWhatLocustItselfWrote() throws IOException {
        var stats = (Figures) resource("locust_stats.csv");
        var failures = (Figures) resource("locust_failures.csv");

        assertThat(stats.total().requests()).hasValue(219);
        assertThat(stats.total().failures()).hasValue(59);
        assertThat(stats.endpoints()).hasSize(2);
        assertThat(stats.endpoints().get(1).failureRate()).isEqualTo(1);
        assertThat(stats.total().timeMs().percentile(95)).isEqualTo(9);
        assertThat(failures.failures())
                .singleElement()
                .satisfies(it -> assertThat(it.count()).isEqualTo(59));
        assertThat(((Figures) resource("locust_stats_history.csv")).timeline()).hasSize(1);
    }

    private ResultFile resource(String name) throws IOException {
        try (var in = LocustFilesTest.class.getResourceAsStream(name)) {
            var file = Files.write(folder.resolve(name), Objects.requireNonNull(in).readAllBytes());
            return ResultFiles.read(file, name, Progress.NONE);
        }
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        assertThatThrownBy(() -> read(STATS.replace(",90,", ",many,")))
                .isInstanceOf(ResultFileException.class)
                .hasMessageStartingWith("file:2: Request Count is 'many', which is not a number");
        assertThatThrownBy(() -> read(STATS.replace(",90,", ",-90,")))
                .hasMessageContaining("file:2: Request Count is '-90', which is not a count");
        var cut = read(STATS.substring(0, STATS.indexOf(",/none") + 12));
        assertThat(cut.origin().notices())
                .containsExactly("the file is cut off in line 4: read up to there");
        assertThat(cut.total().requests()).hasValue(100);
        assertThatThrownBy(() -> new Cut(1, 5, List.of()).figures(read(STATS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has figures of the whole run");
    }

    private Figures read(String content) throws IOException {
        var file = Files.writeString(folder.resolve("file"), content);
        return (Figures) ResultFiles.read(file, "file", Progress.NONE);
    }
}
