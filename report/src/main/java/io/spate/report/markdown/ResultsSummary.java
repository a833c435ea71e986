package io.spate.report.markdown;

import io.spate.report.json.ApiRow;
import io.spate.report.json.FailureKind;
import io.spate.report.json.GeneratorReport;
import io.spate.report.json.Results;
import io.spate.report.json.WholeFile;
import io.spate.report.verdict.Conclusion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The summary for people who decide: each API's success and p95, PASS or FAIL, and what to do. */
public final class ResultsSummary {
    private ResultsSummary() {}

    /** Writes the summary of a run to a file. */
    public static void write(Results results, Path file) throws IOException {
        WholeFile.write(file, out -> out.write(of(results)));
    }

    /** The summary of a run. */
    public static String of(Results results) {
        var conclusion = Conclusion.of(results);
        var text = new StringBuilder("# Load Test Results\n\n");
        line(text, "Date", Figures.timestamp(results.startedAt()) + " UTC");
        line(text, "Environment", environment(results));
        line(text, "Duration", "%.0f seconds".formatted(results.elapsedSeconds()));
        text.append("\n## Key Metrics\n\n");
        results.apis().forEach(it -> api(text, it));
        if (results.apis().isEmpty()) {
            text.append("- No requests were made\n");
        }
        text.append("\n## Pass/Fail: ").append(word(conclusion)).append("\n\n## Notes\n\n");
        notes(results).forEach(it -> item(text, it));
        text.append("\n## Issues\n\n");
        orNone(text, issues(results, conclusion));
        text.append("\n## Recommendations\n\n");
        orNone(text, recommendations(results, conclusion));
        return text.toString();
    }

    private static String environment(Results results) {
        var target = results.target().isEmpty() ? results.name() : results.target();
        return MarkdownText.escape(
                results.environment().isEmpty()
                        ? target
                        : "%s (%s)".formatted(results.environment(), target));
    }

    private static String word(Conclusion conclusion) {
        return switch (conclusion.status()) {
            case PASSED -> "PASS";
            case FAILED -> "FAIL";
            case INTERRUPTED -> "FAIL (interrupted)";
            case INVALID -> "FAIL (invalid: the generator was the bottleneck)";
        };
    }

    private static void api(StringBuilder text, ApiRow api) {
        var name = MarkdownText.escape(api.name());
        text.append("- %s Success Rate: %s%%\n".formatted(name, success(api)));
        text.append("- %s P95 Latency: %sms\n".formatted(name, Figures.decimal(api.p95Ms())));
    }

    private static String success(ApiRow api) {
        return Figures.percentCut(api.successRate());
    }

    private static List<String> notes(Results results) {
        var totals = results.totals();
        var notes = new ArrayList<String>();
        notes.add(
                "%s requests, %s per second, by up to %d users"
                        .formatted(
                                Figures.count(totals.requests()),
                                Figures.oneDecimal(totals.requestsPerSecond()),
                                totals.vusMax()));
        results.warmUp()
                .ifPresent(it -> notes.add("The first %s s do not count".formatted(it.seconds())));
        var budget =
                results.verdict().thresholds().isEmpty()
                        ? "No thresholds were set, so that nothing was judged"
                        : "%d of %d thresholds were met"
                                .formatted(
                                        results.verdict().thresholds().stream()
                                                .filter(Results.Threshold::passed)
                                                .count(),
                                        results.verdict().thresholds().size());
        notes.add(budget);
        return notes;
    }

    private static List<String> issues(Results results, Conclusion conclusion) {
        var issues = new ArrayList<>(conclusion.reasons());
        results.failureKinds().stream()
                .limit(5)
                .map(
                        it ->
                                "%s requests failed: %s"
                                        .formatted(
                                                Figures.count(it.count()),
                                                FailureKind.words(it.kind())))
                .forEach(issues::add);
        long dropped = results.totals().droppedIterations();
        if (dropped > 0) {
            issues.add("%s iterations were due while no user was free".formatted(dropped));
        }
        results.generatorHealth().map(GeneratorReport::findings).orElse(List.of()).stream()
                .map(GeneratorReport.Finding::what)
                .forEach(issues::add);
        return issues;
    }

    private static List<String> recommendations(Results results, Conclusion conclusion) {
        var advice = new ArrayList<String>();
        results.generatorHealth().map(GeneratorReport::findings).orElse(List.of()).stream()
                .map(GeneratorReport.Finding::consequence)
                .forEach(advice::add);
        if (!conclusion.reasons().isEmpty()) {
            results.endpoints().stream()
                    .reduce((a, b) -> a.serviceTimeMs().p95() >= b.serviceTimeMs().p95() ? a : b)
                    .ifPresent(
                            it ->
                                    advice.add(
                                            "Look first at %s %s: its P95 of %sms is the highest"
                                                    .formatted(
                                                            it.method(),
                                                            it.name(),
                                                            Figures.decimal(
                                                                    it.serviceTimeMs().p95()))));
        }
        if (results.totals().failures() > 0) {
            advice.add("Read the samples of failed requests in the HTML report");
        }
        return advice;
    }

    private static void orNone(StringBuilder text, List<String> items) {
        items.forEach(it -> item(text, it));
        if (items.isEmpty()) {
            text.append("- None\n");
        }
    }

    private static void item(StringBuilder text, String item) {
        text.append("- ").append(MarkdownText.escape(item)).append('\n');
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("**").append(name).append("**: ").append(value).append("  \n");
    }
}
