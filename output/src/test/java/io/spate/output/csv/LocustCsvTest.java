package io.spate.output.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assertions.assertAll;

import io.spate.metrics.Aggregate;
import io.spate.metrics.BuiltinMetrics;
import io.spate.metrics.Histogram;
import io.spate.metrics.Metric;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult;
import io.spate.metrics.threshold.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocustCsvTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05.600Z");
    private static final String NASTY = "a,\"b\"\r\nc 日本 🚀";
    private static final RunResult RESULT =
            new RunResult(
                    START,
                    Duration.ofSeconds(3),
                    RunResult.Ending.COMPLETED,
                    Snapshot.empty(0, 3_000_000_000L),
                    List.of(),
                    new Verdict(List.of()));

    @TempDir private Path folder;

    private final List<String> warnings = new ArrayList<>();

    private LocustCsv open(boolean fullHistory) throws IOException {
        return new LocustCsv(folder.resolve("run"), START, fullHistory, warnings::add);
    }

    private String file(String suffix) throws IOException {
        return Files.readString(folder.resolve("run" + suffix), StandardCharsets.UTF_8);
    }

    private static void run(LocustCsv csv) {
        csv.accept(
                new Seconds()
                        .users("browse", 10)
                        .users("search", 5)
                        .requests("POST", "/login", "200", 12.5, 14, 30)
                        .requests("GET", "/users", "200", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
                        .received(26_000)
                        .ending(1));
        csv.accept(
                new Seconds()
                        .users("browse", 10)
                        .users("search", 5)
                        .requests("GET", "/users", "500", 1234.5678)
                        .requests("DELETE", "/users", "connection refused", 0.25)
                        .error("token is missing", "at Shop.java:21\nat Shop.java:9", 2)
                        .ending(2));
        csv.accept(
                new Seconds()
                        .users("browse", 3)
                        .requests("GET", "/users", "500", 20)
                        .requests("GET", NASTY, NASTY, 1)
                        .error(NASTY, "", 1)
                        .ending(3));
        csv.finish(RESULT);
    }

    private void assertGolden(String suffix, String golden) throws IOException {
        var actual = file(suffix);
        var written = Path.of("target", "golden", golden);
        Files.createDirectories(Path.of("target", "golden"));
        Files.writeString(written, actual);
        try (var expected = getClass().getResourceAsStream(golden)) {
            assertThat(expected).as("golden file %s", golden).isNotNull();
            assertThat(actual)
                    .isEqualTo(new String(expected.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theFourFilesAreLocusts() throws IOException {
        run(open(false));

        assertAll(
                () -> assertGolden("_stats.csv", "stats.csv"),
                () -> assertGolden("_stats_history.csv", "stats_history.csv"),
                () -> assertGolden("_failures.csv", "failures.csv"),
                () -> assertGolden("_exceptions.csv", "exceptions.csv"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void theFullHistoryHasARowForEachEndpoint() throws IOException {
        run(open(true));

        assertGolden("_stats_history.csv", "stats_full_history.csv");
    }

    @Test
    void beforeTheFirstSecondEveryFileIsThereWithItsHeader() throws IOException {
        open(false);

        assertThat(file("_stats.csv"))
                .endsWith(
                        "100%\r\n,Aggregated,0,0,0,0,0,0,0,0.0,0.0,N/A,N/A,N/A,N/A,N/A,N/A,N/A,N/A,"
                                + "N/A,N/A,N/A\r\n");
        assertThat(file("_stats_history.csv").lines()).hasSize(1);
        assertThat(file("_failures.csv"))
                .isEqualTo("Method,Name,Error,Occurrences,First Seen,Last Seen\r\n");
        assertThat(file("_exceptions.csv")).isEqualTo("Count,Message,Traceback,Nodes\r\n");
    }

    @Test
    void groupsMetricsOfTheTestAndThoseOfTheGeneratorChangeNothing() throws IOException {
        var group = Tags.of("group", "::shop").with("name", "/users").with("method", "GET");
        var csv = open(true);
        csv.accept(
                new Seconds()
                        .requests("GET", "/users", "200", 5)
                        .put(
                                BuiltinMetrics.GROUP_DURATION,
                                group,
                                new Aggregate.Distribution(Histogram.of(9_000_000)))
                        .put(Metric.counter("orders"), group, new Aggregate.Count(3))
                        .put(Metric.rate("sold"), group, new Aggregate.Ratio(1, 3))
                        .put(
                                BuiltinMetrics.GENERATOR_CPU,
                                Tags.NONE,
                                new Aggregate.Level(310_000, 0, 0, 310_000))
                        .ending(1));
        var with = file("_stats.csv") + file("_stats_history.csv") + file("_failures.csv");
        var without = open(true);
        without.accept(new Seconds().requests("GET", "/users", "200", 5).ending(1));

        assertThat(with)
                .contains("GET,/users,1,0,5,5.0,5.0,5.0,")
                .isEqualTo(file("_stats.csv") + file("_stats_history.csv") + file("_failures.csv"));
        assertThat(warnings).isEmpty();
    }

    @Test
    void eachSecondIsOnDiskWhenItHasBeenTaken() throws IOException {
        var csv = open(false);
        csv.accept(new Seconds().requests("GET", "/", "200", 5).ending(1));

        assertThat(file("_stats.csv")).contains("GET,/,1,0,5,5.0,5.0,5.0,");
        assertThat(file("_stats_history.csv").lines()).hasSize(2);
    }

    @Test
    void ratesOfTheHistoryAreThoseOfTheLastTenSeconds() throws IOException {
        var csv = open(false);
        for (int second = 1; second <= 20; second++) {
            var requests = new Seconds();
            if (second <= 10) {
                requests.requests("GET", "/", "500", 1, 1, 1, 1);
            }
            csv.accept(requests.ending(second));
        }

        assertThat(rates(file("_stats_history.csv")))
                .containsSubsequence(
                        "4.000000,4.000000",
                        "3.600000,3.600000",
                        "0.400000,0.400000",
                        "0.000000,0.000000");
    }

    private static List<String> rates(String history) {
        return history.lines()
                .skip(1)
                .map(it -> it.split(",", -1))
                .map(it -> it[4] + "," + it[5])
                .toList();
    }

    @Test
    void withVeryManyEndpointsTheTablesAreWrittenLessOften() throws IOException {
        var csv = open(false);
        for (int second = 1; second <= 2; second++) {
            var requests = new Seconds();
            for (int i = 0; i < 1500; i++) {
                requests.requests("GET", "/" + i, "200", 1);
            }
            csv.accept(requests.ending(second));
            assertThat(file("_stats.csv").lines()).hasSize(second == 1 ? 2 : 1502);
        }
    }

    @Test
    void aMissingFolderIsToldAtOnce() {
        assertThatIOException()
                .isThrownBy(
                        () ->
                                new LocustCsv(
                                        folder.resolve("not/there/run"),
                                        START,
                                        false,
                                        warnings::add))
                .withMessage(
                        "cannot write CSV files: the folder %s does not exist; create it or give"
                                        .formatted(folder.resolve("not/there").toAbsolutePath())
                                + " another prefix");
    }

    @Test
    void aFileThatCannotBeWrittenAnyMoreIsToldOnce() throws IOException {
        var csv = open(false);
        csv.accept(new Seconds().requests("GET", "/", "200", 5).ending(1));
        Files.delete(folder.resolve("run_stats.csv"));
        Files.createDirectory(folder.resolve("run_stats.csv"));
        Files.createFile(folder.resolve("run_stats.csv").resolve("in-the-way"));

        run(csv);

        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst()).startsWith("CSV files are no longer written: ");
        assertThat(folder.resolve("run_stats.csv.tmp")).doesNotExist();
    }
}
