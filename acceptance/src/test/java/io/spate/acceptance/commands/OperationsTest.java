package io.spate.acceptance.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.spate.demo.DemoOptions;
import io.spate.demo.DemoShop;
import io.spate.demo.Latency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people do with results from week to week: compare them with a baseline, put them away, look
 * at their trend. Their own scripts read the files of Spate as they read those of other tools.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperationsTest {
    /** Written for the results of any tool: two figures of each document beside one another. */
    private static final String COMPARE =
            """
            import json
            with open('load_test_reports/results.json') as f:
                current = json.load(f)
            with open('docs/baselines/baseline.json') as f:
                baseline = json.load(f)
            for metric in ['success_rate', 'p95_latency']:
                current_val = current.get(metric)
                baseline_val = baseline.get(metric)
                if current_val and baseline_val:
                    diff = current_val - baseline_val
                    pct_change = (diff / baseline_val) * 100 if baseline_val else 0
                    status = "✓" if abs(pct_change) < 5 else "⚠️"
                    print(f"{status} {metric}: {current_val} (baseline: {baseline_val}, {pct_change:+.1f}%)")
            """;

    private static final String ARCHIVE =
            """
            TEST_DATE=$(date +"%Y-%m-%d_%H-%M-%S")
            ARCHIVE_DIR="load_test_reports/archive/$TEST_DATE"
            mkdir -p "$ARCHIVE_DIR"
            cp -r load_test_reports/*.html "$ARCHIVE_DIR/" || exit 1
            cp -r load_test_reports/*.csv "$ARCHIVE_DIR/" || exit 1
            cp -r load_test_reports/*.json "$ARCHIVE_DIR/" || exit 1
            cp load_test_reports/load_test.log "$ARCHIVE_DIR/" 2>/dev/null
            echo "Results archived to: $ARCHIVE_DIR"
            """;

    private DemoShop shop;

    @TempDir private static Path folder;

    @BeforeAll
    void open() throws Exception {
        shop = DemoShop.start(DemoOptions.defaults().withLatency(Latency.parse("constant:5ms")));
        load();
        assertThat(spate("baseline", "set", "--file", "docs/baselines/baseline.json"))
                .contains("is the baseline of");
        load();
    }

    @AfterAll
    void close() {
        shop.close();
    }

    private void load() throws Exception {
        spate(
                "run",
                "--host",
                shop.url() + "/api/health",
                "--users-max",
                "2",
                "--spawn-rate",
                "10",
                "--duration",
                "3",
                "--output",
                "load_test_reports");
    }

    private String spate(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of(arguments));
        all.add("--store=history.db");
        var outcome = Command.ofThisBuild().run(folder, all.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err() + outcome.out()).isZero();
        return outcome.out();
    }

    /** What a script of theirs prints. */
    private String script(String... command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    @Test
    void theComparisonWithABaselineSaysWhatAScriptSays() throws Exception {
        var theirs = script("python3", "-c", COMPARE).lines().toList();
        var ours =
                spate("compare", "docs/baselines/baseline.json", "load_test_reports/results.json");

        assertThat(theirs).hasSize(2);
        assertThat(theirs.getFirst()).startsWith("✓ success_rate: 1");
        for (var line : theirs) {
            var mark = line.substring(0, line.indexOf(':'));
            var change = line.substring(line.lastIndexOf(' ') + 1);
            assertThat(ours.lines())
                    .as(ours)
                    .anyMatch(it -> it.startsWith(mark + ": ") && it.endsWith(change));
        }
    }

    @Test
    void runsOfTheHistoryAreJudged() throws Exception {
        assertThat(spate("compare", "baseline", "latest", "--fail-on", "never"))
                .contains("all requests", "p95", "throughput");
    }

    @Test
    void theArchiveHoldsWhatAScriptPutsThere() throws Exception {
        var theirs = archived(script("bash", "-c", ARCHIVE));
        var ours = archived(spate("archive"));

        assertThat(theirs).anyMatch(it -> it.endsWith(".html")).anyMatch(it -> it.endsWith(".csv"));
        assertThat(theirs).contains("results.json");
        assertThat(ours).containsAll(theirs);
    }

    private List<String> archived(String said) throws IOException {
        assertThat(said).startsWith("Results archived to: load_test_reports/archive/");
        try (var files =
                Files.list(folder.resolve(said.strip().replace("Results archived to: ", "")))) {
            return files.map(it -> it.getFileName().toString()).toList();
        }
    }

    @Test
    void theTrendIsThatOfAllRunsOfATest() throws Exception {
        assertThat(spate("history", "--since", "90d", "--trend"))
                .contains(": 2 runs, ")
                .containsPattern("p95 +\\d.*ms .*█");
        assertThat(spate("baseline", "list")).contains("baseline  ");
    }
}
