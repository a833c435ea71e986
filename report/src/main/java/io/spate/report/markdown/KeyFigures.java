package io.spate.report.markdown;

import io.spate.report.json.Results;
import io.spate.report.verdict.Conclusion;

/** What all reports in Markdown begin with: the violations, and the table of the most important. */
final class KeyFigures {
    private KeyFigures() {}

    /** What was missed, where something was. */
    static void violations(StringBuilder text, Conclusion conclusion) {
        if (conclusion.reasons().isEmpty()) {
            return;
        }
        text.append("## ❌ SLO Violations\n\n");
        conclusion
                .reasons()
                .forEach(it -> text.append("- ").append(MarkdownText.escape(it)).append('\n'));
        text.append('\n');
    }

    /** The table of seven rows. */
    static void table(StringBuilder text, Results results) {
        var totals = results.totals();
        var times = totals.serviceTimeMs();
        new MarkdownTable(text, "Metric", "Value", "Unit")
                .row("Total Requests", Figures.count(totals.requests()), "requests")
                .row("Duration", Figures.oneDecimal(results.measuredSeconds()), "seconds")
                .row("Throughput", Figures.oneDecimal(totals.requestsPerSecond()), "req/sec")
                .row("Error Rate", Figures.percent(totals.failureRate()), "%")
                .row("P50 Latency", Figures.decimal(times.med()), "ms")
                .row("P95 Latency", Figures.decimal(times.p95()), "ms")
                .row("P99 Latency", Figures.decimal(times.p99()), "ms");
        text.append('\n');
    }
}
