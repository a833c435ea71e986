package io.spate.report;

import io.spate.report.json.GeneratorReport;
import io.spate.report.json.MetricRow;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the generator says of itself: that it was not the bottleneck, or what not to trust. */
final class SummaryGenerator {
    private static final String INDENT = "    ";

    private final List<GeneratorReport.Finding> findings;
    private final List<String> figures;
    private final boolean colours;

    SummaryGenerator(Results results, boolean colours) {
        this.findings = results.generatorHealth().map(GeneratorReport::findings).orElse(List.of());
        this.figures = figures(results);
        this.colours = colours;
    }

    /** Whether nothing was watched, so that nothing can be said. */
    boolean isEmpty() {
        return findings.isEmpty() && figures.isEmpty();
    }

    void append(StringBuilder text) {
        var told = String.join(", ", figures);
        if (findings.stream().allMatch(it -> it.severity().equals("note"))) {
            text.append(INDENT)
                    .append(Style.mark(true, colours))
                    .append(" The generator was not the bottleneck")
                    .append(told.isEmpty() ? "" : ": " + told)
                    .append('\n');
        } else if (!told.isEmpty()) {
            text.append(INDENT).append(told).append('\n');
        }
        findings.forEach(it -> append(text, it));
    }

    private void append(StringBuilder text, GeneratorReport.Finding finding) {
        var style =
                switch (finding.severity()) {
                    case "invalid" -> Style.BOLD_RED;
                    case "warning" -> Style.YELLOW;
                    default -> Style.DIM;
                };
        var word =
                switch (finding.severity()) {
                    case "invalid" -> "✗ INVALID";
                    case "warning" -> "! WARNING";
                    default -> "· note";
                };
        text.append(INDENT)
                .append(style.apply(word, colours))
                .append(" since ")
                .append(Units.clock((long) (finding.sinceSeconds() * 1e9)))
                .append(": ")
                .append(Cells.clean(finding.what()))
                .append('\n');
        if (!finding.consequence().isEmpty()) {
            text.append(INDENT)
                    .append("  ")
                    .append(Style.DIM.apply(Cells.clean(finding.consequence()), colours))
                    .append('\n');
        }
    }

    /** The figures that tell, as far as they were measured. */
    private static List<String> figures(Results results) {
        var figures = new ArrayList<String>();
        metric(results, "generator_cpu")
                .ifPresent(it -> figures.add("CPU up to " + Units.percent(it.value("max"))));
        metric(results, "generator_loop_lag")
                .ifPresent(it -> figures.add("loop lag p99 " + p99(it)));
        metric(results, "iteration_lateness")
                .ifPresent(it -> figures.add("late starts p99 " + p99(it)));
        return figures;
    }

    private static Optional<MetricRow> metric(Results results, String name) {
        return results.metrics().stream().filter(it -> it.selector().equals(name)).findFirst();
    }

    private static String p99(MetricRow row) {
        return Units.millisShort(row.value("p(99)"));
    }
}
