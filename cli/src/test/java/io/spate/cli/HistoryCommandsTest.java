package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are kept, and the commands about them. */
class HistoryCommandsTest {
    private static final Pattern KEPT = Pattern.compile("Kept as run ([0-9a-z]{8})\\R");

    private FakeProcess process;
    private HeaderServer server;

    @BeforeEach
    void enter(@TempDir Path folder) throws Exception {
        process = new FakeProcess(folder, Map.of());
        server = new HeaderServer("200 OK");
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private String run(String... more) {
        var arguments = new java.util.ArrayList<>(List.of("run", server.url(), "-i", "5", "-q"));
        arguments.addAll(List.of(more));
        var outcome = process.run(arguments.toArray(String[]::new));
        var kept = KEPT.matcher(outcome.err());
        assertThat(kept.find()).as(outcome.err()).isTrue();
        return kept.group(1);
    }

    @Test
    void aRunIsKeptAndShownAsItWas() throws Exception {
        var ran = process.run("run", server.url(), "-i", "5", "-q", "--tag", "build=17");
        var id = process.run("history").out().lines().toList().get(1).substring(0, 8);

        assertThat(ran.err()).contains("Kept as run " + id);
        assertThat(process.read(".spate/.gitignore")).isEqualTo("*\n");
        assertThat(process.run("history").out())
                .startsWith("RUN       STARTED")
                .containsPattern(id + "  \\d{4}-\\d\\d-\\d\\d .* +5 .* 0\\.00% .* PASSED");
        assertThat(process.run("history", "--json").out())
                .contains(
                        "\"total\" : 1",
                        "\"id\" : \"" + id,
                        "\"build\" : \"17\"",
                        "\"requests\" : 5");
        var shown = process.run("show", id.substring(0, 4));
        assertThat(shown.out()).startsWith("Run " + id + " of ");
        var summary = shown.out().substring(shown.out().indexOf('\n') + 1);
        assertThat(ran.out()).startsWith(summary.substring(0, summary.indexOf("█ ENDPOINTS")));
        assertThat(process.run("report", "latest", "--md", "a.md", "--junit", "b.xml").exitCode())
                .isZero();
        assertThat(process.read("a.md")).contains("PASSED");
        assertThat(process.run("show", "--note", "the first").out())
                .contains("\nNote: the first\n");
    }

    @Test
    void whatIsNotThereIsTold() {
        assertThat(process.run("history").err()).contains("there is no history yet at");
        assertThat(process.folder().resolve(".spate")).doesNotExist();
        run();
        assertThat(process.run("show", "zzz").err())
                .contains("there is no run 'zzz' in the history: spate history lists them");
        assertThat(process.run("report", "zzz").exitCode()).isEqualTo(104);
        assertThat(process.run("report", "missing.json").err()).contains("is not there");
        assertThat(process.run("prune").err()).contains("which runs stay?");
        assertThat(process.run("history", "--store", "mysql://u:secret@h/d").err())
                .contains("in a file or in PostgreSQL")
                .doesNotContain("secret");
    }

    @Test
    void aRunThatIsNotToBeKeptLeavesNothing() {
        process.run("run", server.url(), "-i", "5", "-q", "--no-history");
        process.run("run", server.url(), "-i", "5", "-q", "--store", "none");

        assertThat(process.folder().resolve(".spate")).doesNotExist();
    }

    @Test
    void aHistoryThatCannotBeCostsOneMessageAndNoRun() throws Exception {
        Files.writeString(process.folder().resolve(".spate"), "a file");

        var outcome = process.run("run", server.url(), "-i", "5", "-q");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("http_reqs");
        assertThat(outcome.err())
                .containsOnlyOnce("cannot make the folder")
                .contains("The run goes on")
                .contains("this run is not in the history");
    }

    @Test
    void baselinesAreSetShownListedAndRemoved() throws Exception {
        var first = run();
        run();
        assertThat(process.run("baseline", "set", first, "--file", "docs/baseline.json").out())
                .contains("The run " + first + " is the baseline of '");
        assertThat(process.read("docs/baseline.json"))
                .contains("\"success_rate\"", "\"p95_latency\"");
        assertThat(process.run("baseline", "list").out()).contains("baseline  ", first);
        assertThat(process.run("baseline", "show").out()).startsWith("Run " + first);
        assertThat(process.run("prune", "--keep", "0").out()).contains("Removed 1 run.");
        assertThat(process.run("show", "baseline").out()).contains(", baseline: baseline");
        assertThat(process.run("baseline", "remove", "baseline").out()).contains("stays");
        assertThat(process.run("baseline", "show").err())
                .contains("there is no baseline 'baseline'");
    }

    @Test
    void theArchiveHoldsWhatStandsInTheFolderOfReportsOrAllReportsOfARun() throws Exception {
        run("--report-dir", "load_test_reports", "--no-color");
        var copied = process.run("archive").out();
        assertThat(copied)
                .matches(
                        "Results archived to: load_test_reports/archive/"
                                + "\\d{4}-\\d\\d-\\d\\d_\\d\\d-\\d\\d-\\d\\d\\R");
        var made = process.run("archive", "latest", "--dir", "elsewhere").out();

        assertThat(files(copied)).contains("report.html", "results.json", "run.log");
        assertThat(files(made))
                .contains(
                        "report.html",
                        "results.json",
                        "report.md",
                        "junit.xml",
                        "RESULTS_SUMMARY.md",
                        "spate_stats.csv",
                        "spate_stats_history.csv");
    }

    private List<String> files(String said) throws Exception {
        var folder = process.folder().resolve(said.strip().replace("Results archived to: ", ""));
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    @Test
    void aThresholdMayBeRelativeToTheBaseline() {
        var relative = new String[] {"-t", "http_reqs=count<=baseline * 1.2"};
        assertThat(process.run("run", server.url(), "-i", "5", "-t", relative[1]).err())
                .contains("needs a baseline of the test", "spate baseline set latest");
        run();
        process.run("baseline", "set");

        var same = process.run("run", server.url(), "-i", "5", "-t", relative[1]);
        assertThat(same.exitCode()).as(same.err()).isZero();
        assertThat(same.err()).contains("http_reqs: count<=baseline * 1.2 is count<=6");
        var half =
                process.run("run", server.url(), "-i", "5", "-t", "http_reqs=count<baseline*0.5");
        assertThat(half.exitCode()).isEqualTo(99);
        assertThat(half.out()).contains("count<2.5");
        var other = process.run("run", server.url(), "-i", "9", "-t", relative[1]);
        assertThat(other.exitCode()).isEqualTo(104);
        assertThat(other.err()).contains("ran another plan", "5 iterations", "9 iterations");
    }

    @Test
    void objectivesMayFollowFromTheBaselineToo() throws Exception {
        process.write(
                "slo.yml",
                """
                thresholds:
                  latency: {p95: baseline * 1000}
                  error_rate: baseline + 1
                  throughput: baseline * 0.001
                  http_reqs: count<=baseline * 3
                """);
        run();
        process.run("baseline", "set");

        var same = process.run("run", server.url(), "-i", "5", "--config", "slo.yml");
        assertThat(same.exitCode()).as(same.err()).isZero();
        assertThat(same.err())
                .contains("http_req_failed: rate<=baseline + 0.01 is rate<=0.01")
                .containsPattern("http_req_duration: p\\(95\\)<baseline \\* 1000 is p\\(95\\)<\\d");
        assertThat(same.out()).contains("rate<=0.01", "count<=15");
    }

    @Test
    void onALevelOfLoadTheBaselineIsWhatItCameToThere() {
        var load =
                new String[] {
                    "run", server.url(), "--stage", "1s:2", "--stage", "2s:2", "--think", "50ms"
                };
        assertThat(process.run(load).exitCode()).isZero();
        process.run("baseline", "set");

        var again = with(load, "http_reqs=count<baseline * 50 at 2 users");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.err()).contains("count<baseline * 50 at 2 users is count<");
        assertThat(with(load, "http_reqs=count<baseline at 9 users").err())
                .contains("there is no load level \"9 users\"");
    }

    private FakeProcess.Outcome with(String[] load, String threshold) {
        return process.run(
                Stream.concat(Arrays.stream(load), Stream.of("-t", threshold))
                        .toArray(String[]::new));
    }

    @Test
    void theTrendOfATestIsShownFromRunToRun() {
        run();
        run();
        process.run("run", server.url(), "-i", "9", "-q");

        var trend = process.run("history", "--trend", "--since", "1h").out();

        assertThat(trend)
                .contains("5 iterations", ": 2 runs, ", "9 iterations", ": 1 run, ")
                .containsPattern("requests/s +[\\d.,]+/s +[\\d.,]+/s +[+-][\\d.]+% ")
                .containsPattern("p95 .*ms .*█");
        assertThat(process.run("history", "--since=0s").exitCode()).isEqualTo(104);
    }
}
