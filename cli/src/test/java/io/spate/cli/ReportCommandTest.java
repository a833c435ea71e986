package io.spate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    private FakeProcess process;
    private HeaderServer server;

    @BeforeEach
    void enter(@TempDir Path folder) throws Exception {
        process = new FakeProcess(folder);
        server = new HeaderServer("503 Busy");
    }

    @AfterEach
    void leave() throws Exception {
        server.close();
    }

    private FakeProcess.Outcome run(String... more) {
        var arguments = new ArrayList<>(List.of("run", server.url(), "-i", "9"));
        arguments.addAll(List.of(more));
        arguments.addAll(List.of("-t", "http_req_failed=rate<0.01"));
        return process.run(arguments.toArray(String[]::new));
    }

    @Test
    void aFinishedRunIsRenderedAgainInEveryFormat() throws Exception {
        var ran = run("--report-dir", "first");
        assertThat(ran.exitCode()).isEqualTo(99);
        var again =
                process.run(
                        "report",
                        "first/results.json",
                        "--html",
                        "again/report.html",
                        "--md",
                        "again/report.md",
                        "--junit",
                        "again/junit.xml",
                        "--summary-export",
                        "again/summary.json",
                        "--results-summary",
                        "again/RESULTS_SUMMARY.md",
                        "--output",
                        "again/results.json");

        assertThat(again.exitCode()).as(again.err()).isZero();
        for (var name :
                new String[] {
                    "report.html",
                    "report.md",
                    "junit.xml",
                    "summary.json",
                    "RESULTS_SUMMARY.md",
                    "results.json"
                }) {
            assertThat(process.read("again/" + name))
                    .as(name)
                    .isEqualTo(process.read("first/" + name));
        }
        assertThat(process.read("again/report.md"))
                .contains("❌ FAILED", "- Error rate 100% exceeds threshold 1%", "503 Busy");
        assertThat(process.read("again/junit.xml"))
                .contains("message=\"Error rate 100% exceeds threshold 1%\"");
        assertThat(process.run("report", "first/results.json").out())
                .contains("█ SLO VIOLATIONS", "FAILED: thresholds on metrics 'http_req_failed'");
    }

    @Test
    void tablesOfAFinishedRunHaveTheColumnsOfOneThatGoesOn() throws Exception {
        run("--report-dir", "first");
        var again = process.run("report", "first/results.json", "--csv", "again/spate");

        assertThat(again.exitCode()).as(again.err()).isZero();
        for (var name : List.of("stats", "stats_history", "failures", "exceptions")) {
            var live = rows("first/spate_" + name + ".csv");
            var made = rows("again/spate_" + name + ".csv");
            assertThat(made.getFirst()).isEqualTo(live.getFirst());
            assertThat(made.stream().map(it -> it.size()).distinct()).hasSize(1);
        }
        var live = rows("first/spate_stats.csv").getLast();
        var made = rows("again/spate_stats.csv").getLast();
        assertThat(made.subList(0, 5)).isEqualTo(live.subList(0, 5));
        assertThat(made.getLast()).isEqualTo(live.getLast());
        assertThat(rows("again/spate_failures.csv").get(1).get(3)).isEqualTo("9");
        assertThat(rows("again/spate_stats_history.csv")).hasSizeGreaterThan(1);
    }

    private List<List<String>> rows(String file) throws Exception {
        return process.read(file).lines().map(it -> List.of(it.split(",", -1))).toList();
    }

    @Test
    void aForeignOrBrokenFileIsOneClearError() throws Exception {
        process.write("other.json", "{\"format\": \"x\"}");
        process.write("half.json", "{\"format\": 1, \"totals\": {");
        process.write("wrong.json", "{\"format\": 1, \"totals\": {}, \"endpoints\": 7}");
        process.write("list.json", "[]");
        process.write("empty.json", "");

        for (var name :
                new String[] {
                    "other.json", "half.json", "wrong.json", "list.json", "empty.json", "none.json"
                }) {
            var outcome = process.run("report", name, "--html", "out.html");
            assertThat(outcome.exitCode()).as(name).isEqualTo(104);
            assertThat(outcome.err())
                    .as(name)
                    .contains(name, "Give a file that spate run --json has written.")
                    .doesNotContain("fault in Spate");
            assertThat(process.folder().resolve("out.html")).doesNotExist();
        }
    }

    @Test
    void aJobOfGithubIsToldByAnnotationsAndOnItsPage() throws Exception {
        process =
                process.with("GITHUB_ACTIONS", "true")
                        .with(
                                "GITHUB_STEP_SUMMARY",
                                process.folder().resolve("page.md").toString());
        process.write("page.md", "# Before\n");
        var outcome = run("-q");

        assertThat(outcome.out().lines())
                .anyMatch(
                        it ->
                                it.matches(
                                        "::error title=Load test http%3A//[^:]+::Error rate 100%25"
                                                + " exceeds threshold 1%25"));
        assertThat(process.read("page.md")).startsWith("# Before\n# Load Test: http");
    }

    @Test
    void theEndingOfAFileSaysItsFormat() {
        var outcome = run("--output", "report.pdf");

        assertThat(outcome.exitCode()).isEqualTo(104);
        assertThat(outcome.err()).contains("--output report.pdf", ".md, .html, .json or .xml");
    }
}
