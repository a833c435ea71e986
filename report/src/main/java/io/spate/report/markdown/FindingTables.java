package io.spate.report.markdown;

import io.spate.report.capacity.CapacityReport;
import io.spate.report.capacity.CapacityText;
import io.spate.report.finding.FindingRow;
import io.spate.report.json.Results;

/** What a run says about its target, and what a search for its capacity came to. */
final class FindingTables {
    private FindingTables() {}

    static void append(StringBuilder text, Results results) {
        results.capacity().ifPresent(it -> capacity(text, it));
        if (results.findings().isEmpty()) {
            return;
        }
        text.append("## Findings\n\n");
        for (var finding : results.findings()) {
            text.append(
                    "- %s **%s**: %s\n"
                            .formatted(
                                    mark(finding),
                                    MarkdownText.escape(finding.title()),
                                    MarkdownText.escape(finding.words())));
        }
        text.append('\n');
    }

    private static String mark(FindingRow finding) {
        return switch (finding.sign()) {
            case "good" -> "✅";
            case "warning" -> "⚠️";
            default -> "🚨";
        };
    }

    private static void capacity(StringBuilder text, CapacityReport capacity) {
        text.append("## Capacity\n\n**")
                .append(MarkdownText.escape(CapacityText.words(capacity)))
                .append("**\n\n");
        if (!capacity.broken().isEmpty()) {
            text.append(MarkdownText.escape(CapacityText.broken(capacity))).append("\n\n");
        }
        var table =
                new MarkdownTable(
                        text,
                        ">Load",
                        "Why",
                        "Outcome",
                        ">req/sec",
                        ">Failed",
                        ">P50 ms",
                        ">P95 ms",
                        ">P99 ms");
        for (var trial : capacity.trials()) {
            table.row(
                    CapacityText.load(trial.load(), capacity.unit()),
                    trial.purpose(),
                    trial.outcome().replace('_', ' '),
                    Figures.oneDecimal(trial.requestsPerSecond()),
                    Figures.percent(trial.failureRate()) + "%",
                    Figures.decimal(trial.p50Ms()),
                    Figures.decimal(trial.p95Ms()),
                    Figures.decimal(trial.p99Ms()));
        }
        text.append('\n');
    }
}
