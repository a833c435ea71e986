package io.spate.report;

import io.spate.metrics.spread.Evenness;
import io.spate.report.json.NodeReport;
import io.spate.report.json.ScalingReport;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Which node answered how much, and what more of them brought. */
final class SummaryNodes {
    private static final String INDENT = "    ";
    private static final int ROWS_MAX = 20;

    private final StringBuilder text;
    private final Terminal terminal;

    SummaryNodes(StringBuilder text, Terminal terminal) {
        this.text = text;
        this.terminal = terminal;
    }

    void table(NodeReport report) {
        var rows = report.nodes().stream().limit(ROWS_MAX).map(SummaryNodes::row).toList();
        new SummaryTables(text, terminal)
                .table(List.of("# reqs", "share", "req/s", "p50", "p95", "p99", "# fails"), rows);
        int more = report.nodes().size() - rows.size();
        if (more > 0) {
            text.append(INDENT).append("(").append(more).append(" more in the report)\n");
        }
        text.append('\n');
        if (report.requestsUnanswered() > 0) {
            line(
                    Units.grouped(report.requestsUnanswered(), "request")
                            + " without a response: no node is known",
                    Style.PLAIN);
        }
        if (report.count() > 1) {
            line(evenness(report), Style.PLAIN);
        }
        report.remarks().forEach(it -> line("! " + it, Style.YELLOW));
    }

    private static SummaryTables.Line row(NodeReport.Node node) {
        var times = node.serviceTimeMs();
        return new SummaryTables.Line(
                node.name(),
                List.of(
                        String.valueOf(node.requests()),
                        Units.percent(node.share()),
                        SummaryTables.decimal(node.requestsPerSecond()),
                        Units.millisShort(times.med()),
                        Units.millisShort(times.p95()),
                        Units.millisShort(times.p99()),
                        SummaryTables.failures(node.failures(), node.requests())));
    }

    private static String evenness(NodeReport report) {
        boolean chance = report.pValue() >= Evenness.SIGNIFICANT;
        return String.format(
                Locale.ROOT,
                "%d nodes: the busiest had %.2f times its even share, the quietest %.2f;"
                        + " variation %.3f, chi-square p%s (%s)",
                report.count(),
                report.busiest(),
                report.quietest(),
                report.variation(),
                report.pValue() < 0.0001
                        ? " < 0.0001"
                        : String.format(Locale.ROOT, " = %.4f", report.pValue()),
                chance ? "as even as chance, or more" : "more uneven than chance");
    }

    void scaling(ScalingReport report) {
        line(
                String.format(
                        Locale.ROOT,
                        "%s: %.2f times the requests per second with %s times the nodes,"
                                + " efficiency %.1f%%",
                        report.verdict(),
                        report.actualMultiple(),
                        BigDecimal.valueOf(report.expectedMultiple())
                                .stripTrailingZeros()
                                .toPlainString(),
                        report.efficiency() * 100),
                report.verdict().equals("sub-linear") ? Style.YELLOW : Style.GREEN);
        line(
                String.format(
                        Locale.ROOT,
                        "%s: %.1f good requests/s, p95 %s; the baseline's %s: %.1f, p95 %s",
                        Units.count(report.nodes(), "node"),
                        report.requestsPerSecond(),
                        Units.millisShort(report.p95Ms()),
                        Units.count(report.baselineNodes(), "node"),
                        report.baselineRequestsPerSecond(),
                        Units.millisShort(report.baselineP95Ms())),
                Style.PLAIN);
        if (!report.fair()) {
            line("! the comparison is not fair:", Style.YELLOW);
            report.caveats().forEach(it -> line("  - " + it, Style.YELLOW));
        }
    }

    private void line(String line, Style style) {
        text.append(INDENT).append(style.apply(Cells.clean(line), terminal.colours())).append('\n');
    }
}
