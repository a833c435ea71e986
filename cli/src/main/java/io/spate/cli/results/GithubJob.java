package io.spate.cli.results;

import io.spate.cli.process.SpateProcess;
import io.spate.report.ci.Annotations;
import io.spate.report.json.Results;
import io.spate.report.markdown.MarkdownReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** What a job of GitHub Actions is told of a run: annotations, and a report on the job's page. */
public final class GithubJob {
    private static final String JOB = "GITHUB_ACTIONS";
    private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

    private GithubJob() {}

    /** Tells the job, where there is one. */
    public static void tell(SpateProcess process, Results results, Consumer<String> tell) {
        if (!"true".equals(process.env().get(JOB))) {
            return;
        }
        Annotations.of(results).forEach(process.out()::println);
        process.out().flush();
        var summary = process.env().getOrDefault(SUMMARY, "");
        if (summary.isEmpty()) {
            return;
        }
        try {
            Files.write(
                    process.file(summary),
                    MarkdownReport.brief(results).getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            tell.accept(
                    "spate: the job's summary is missing: %s: %s"
                            .formatted(SUMMARY, ReportFiles.reason(e)));
        }
    }
}
