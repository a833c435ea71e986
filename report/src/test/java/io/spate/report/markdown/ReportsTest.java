package io.spate.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.spate.report.Golden;
import io.spate.report.Summary;
import io.spate.report.Terminal;
import io.spate.report.ci.Annotations;
import io.spate.report.ci.JunitXml;
import io.spate.report.html.HtmlReport;
import io.spate.report.json.Extras;
import io.spate.report.json.Results;
import io.spate.report.json.ResultsJson;
import io.spate.report.json.SampleRun;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of finished runs, in each format. */
class ReportsTest {
    private static final String NASTY = " a|b `c` <img src=x> ::error::\n\"d\" 🚀 \u001b[2J]]>";

    private static Results sample() {
        var run = SampleRun.of(20, 12, 4);
        var extras =
                new Extras(
                        OptionalInt.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "staging",
                        List.of());
        return Results.of(run.plan(), run.result(), "0.1.0", extras);
    }

    /** Every report, by the name of its file. */
    private static Map<String, String> all(Results results) throws IOException {
        var all = new LinkedHashMap<String, String>();
        all.put("report.md", MarkdownReport.of(results));
        all.put("brief.md", MarkdownReport.brief(results));
        all.put("deployment_report.md", DeploymentReport.of(results));
        all.put("RESULTS_SUMMARY.md", ResultsSummary.of(results));
        all.put("annotations.txt", String.join("\n", Annotations.of(results)) + "\n");
        var junit = new StringWriter();
        JunitXml.write(results, junit);
        all.put("junit.xml", junit.toString());
        return all;
    }

    @Test
    void areAsTheyWereAgreed() throws IOException {
        for (var report : all(sample()).entrySet()) {
            Golden.assertSame("reports/" + report.getKey(), report.getValue());
        }
    }

    @Test
    void areTheSameFromTheFileAsFromTheRun(@TempDir Path folder) throws IOException {
        for (var results : new Results[] {sample(), SampleRun.withText(NASTY).results()}) {
            var file = folder.resolve("results.json");
            ResultsJson.write(results, file);
            var read = ResultsJson.read(file);

            assertThat(all(read)).isEqualTo(all(results));
            assertThat(html(read)).isEqualTo(html(results));
            assertThat(Summary.of(read, Terminal.PLAIN))
                    .isEqualTo(Summary.of(results, Terminal.PLAIN));
        }
    }

    private static String html(Results results) throws IOException {
        var page = new StringWriter();
        HtmlReport.write(results, page);
        return page.toString();
    }

    @Test
    void saysWhatWasMissedInTheWordsOfTheGuide() {
        var results = sample();

        assertThat(results.verdict().violations())
                .singleElement()
                .asString()
                .matches("P99 latency of name:/api/checkout [\\d.]+ms exceeds threshold 250ms");
        assertThat(MarkdownReport.of(results)).contains("## ❌ SLO Violations\n\n- ");
        assertThat(DeploymentReport.of(results)).contains("**Status:** ❌ FAILED  \n");
    }

    @Test
    void aRunOfFiveThousandEndpointsFitsAPage() throws IOException {
        var results = SampleRun.of(10, 5000, 400).results();

        assertThat(results.endpoints()).hasSize(Results.LIMIT + 1);
        assertThat(MarkdownReport.brief(results).length()).isLessThan(20_000);
        assertThat(MarkdownReport.of(results))
                .contains("… and 801 more endpoints.")
                .hasSizeLessThan(100_000);
        assertThat(ResultsSummary.of(results)).hasSizeLessThan(20_000);
    }

    @Test
    void runsAtTheSameTimeAppendWholeParts(@TempDir Path folder) throws Exception {
        var file = folder.resolve("deploy/deployment_report.md");
        var results = sample();
        Callable<Path> run =
                () -> {
                    DeploymentReport.append(results, file);
                    return file;
                };
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var ended : threads.invokeAll(Collections.nCopies(100, run))) {
                assertThat(ended.get()).isEqualTo(file);
            }
        }

        assertThat(Files.readString(file)).isEqualTo(DeploymentReport.of(results).repeat(100));
    }
}
