package io.spate.report;

import io.spate.report.json.GroupRow;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.List;

/** The checks of a summary: how many held in all, and each by its name. */
final class SummaryChecks {
    private SummaryChecks() {}

    static void append(
            StringBuilder text, Results results, SummaryMetrics metrics, boolean colours) {
        var checks = results.checks();
        if (checks.isEmpty()) {
            return;
        }
        long passes = checks.stream().mapToLong(Results.Check::passes).sum();
        long fails = checks.stream().mapToLong(Results.Check::fails).sum();
        long total = passes + fails;
        double perSecond = results.measuredSeconds() <= 0 ? 0 : total / results.measuredSeconds();
        var rows =
                List.of(
                        List.of(String.valueOf(total), Units.number(perSecond) + "/s"),
                        List.of(Units.percent(passes, total), passes + " out of " + total),
                        List.of(Units.percent(fails, total), fails + " out of " + total));
        var labels = List.of("checks_total", "checks_succeeded", "checks_failed");
        var widths = SummaryTables.widest(rows);
        for (int i = 0; i < rows.size(); i++) {
            metrics.line(text, labels.get(i), rows.get(i), widths);
        }
        text.append('\n');
        checks.forEach(it -> append(text, it, colours));
        if (results.checksFolded() > 0) {
            text.append("    (").append(results.checksFolded()).append(" more)\n");
        }
        text.append('\n');
    }

    private static void append(StringBuilder text, Results.Check check, boolean colours) {
        boolean passed = check.fails() == 0;
        var group = check.group().isEmpty() ? "" : GroupRow.words(check.group()) + " / ";
        text.append("    ")
                .append(Style.mark(passed, colours))
                .append(' ')
                .append(Style.DIM.apply(Cells.clean(group), colours))
                .append(Cells.clean(check.name()))
                .append('\n');
        if (!passed) {
            long percent = check.passes() * 100 / (check.passes() + check.fails());
            var counts = "↳  %d%% — ✓ %d / ✗ %d".formatted(percent, check.passes(), check.fails());
            text.append("      ").append(Style.RED.apply(counts, colours)).append('\n');
        }
    }
}
