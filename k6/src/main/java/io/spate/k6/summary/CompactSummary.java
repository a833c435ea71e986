package io.spate.k6.summary;

import io.spate.k6.options.K6Options;
import io.spate.metrics.Snapshot;
import io.spate.metrics.Tags;
import io.spate.metrics.result.RunResult;
import io.spate.plan.Scenario;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The summary at the end of a run as k6 lays it out: the compact one, or the full one, which also
 * has the phases of requests, and each scenario and each group by itself.
 */
public final class CompactSummary {
    private static final String INDENT = "    ";
    private static final String SEPARATOR = "::";
    private static final int GAP = 3;

    private final TestPlan plan;
    private final Snapshot total;
    private final Results results;
    private final K6Options.Summary options;
    private final boolean full;
    private final boolean colours;
    private final Shown shown;
    private final List<MetricLine> lines;
    private final int labelWidth;
    private final StringBuilder text = new StringBuilder();

    private CompactSummary(
            TestPlan plan,
            Snapshot total,
            Results results,
            K6Options.Summary options,
            boolean full,
            boolean colours) {
        this.plan = plan;
        this.total = total;
        this.results = results;
        this.options = options;
        this.full = full;
        this.colours = colours;
        this.shown = new Shown(options.timeUnit());
        this.lines =
                MetricLine.of(plan, total).stream()
                        .filter(it -> SummaryPart.isShown(it, full))
                        .toList();
        int longest =
                lines.stream().mapToInt(it -> Cells.width(SummaryPart.label(it))).max().orElse(0);
        int ofChecks = results.checks().isEmpty() ? 0 : SummaryPart.CHECKS_LONGEST.length();
        labelWidth = GAP + Math.max(longest, ofChecks);
    }

    /**
     * The summary of a run, with line ends.
     *
     * @param full whether it is to have all that k6 has in its full one
     */
    public static String of(
            TestPlan plan,
            RunResult result,
            Results results,
            K6Options.Summary options,
            boolean full,
            boolean colours) {
        return new CompactSummary(plan, result.total(), results, options, full, colours).text();
    }

    private String text() {
        text.append('\n');
        if (!results.verdict().thresholds().isEmpty()) {
            title("  ", "█ THRESHOLDS");
            thresholds();
            text.append('\n');
        }
        title("  ", "█ TOTAL RESULTS");
        part(CheckLine.of(results), lines, INDENT);
        if (full) {
            parts();
        }
        return text.append("\n\n").toString();
    }

    private void title(String indent, String title) {
        text.append(indent).append(Style.BOLD.apply(title, colours)).append(" \n\n");
    }

    private void part(List<CheckLine> checks, List<MetricLine> shownLines, String indent) {
        new SummaryPart(
                        checks,
                        shownLines,
                        shown,
                        options.trendStats(),
                        indent,
                        labelWidth + INDENT.length() - indent.length(),
                        results.measuredSeconds(),
                        colours)
                .append(text);
    }

    /** Scenarios with their groups; where there is but the one without a name, its groups alone. */
    private void parts() {
        var names = plan.scenarios().stream().map(Scenario::name).toList();
        if (names.equals(List.of("default"))) {
            groups(total, "", "  ", "█ ");
            return;
        }
        for (var name : names) {
            var part = only(total, it -> it.get("scenario").equals(name));
            if (!part.aggregates().isEmpty()) {
                text.append('\n');
                title("  ", "█ SCENARIO: " + Cells.clean(name));
                part(CheckLine.of(part), lines(part), INDENT);
                groups(part, "", INDENT, "↳ ");
            }
        }
    }

    /** The groups right within another one, by name. */
    private void groups(Snapshot within, String parent, String indent, String mark) {
        var children = new TreeSet<String>();
        for (var series : within.aggregates().keySet()) {
            var path = series.tags().get("group");
            if (path.startsWith(parent + SEPARATOR)) {
                int end = path.indexOf(SEPARATOR, parent.length() + SEPARATOR.length());
                children.add(end < 0 ? path : path.substring(0, end));
            }
        }
        for (var path : children) {
            var part =
                    only(
                            within,
                            it ->
                                    it.get("group").equals(path)
                                            || it.get("group").startsWith(path + SEPARATOR));
            var name = path.substring(parent.length() + SEPARATOR.length());
            if (mark.equals("█ ")) {
                text.append('\n');
            }
            title(indent, mark + "GROUP: " + Cells.clean(name));
            part(CheckLine.of(part), lines(part), indent + "  ");
            groups(part, path, indent + "  ", "↳ ");
        }
    }

    private static Snapshot only(Snapshot all, Predicate<Tags> tags) {
        var some = new LinkedHashMap<>(all.aggregates());
        some.keySet().removeIf(it -> !tags.test(it.tags()));
        return new Snapshot(all.startNanos(), all.endNanos(), some, Map.of());
    }

    private List<MetricLine> lines(Snapshot part) {
        return MetricLine.of(plan, part).stream()
                .filter(it -> !it.isPart() && SummaryPart.isShown(it, full))
                .toList();
    }

    private void thresholds() {
        Map<String, List<Results.Threshold>> bySelector = new LinkedHashMap<>();
        results.verdict()
                .thresholds()
                .forEach(
                        it ->
                                bySelector
                                        .computeIfAbsent(it.selector(), _ -> new ArrayList<>())
                                        .add(it));
        bySelector.forEach(
                (selector, all) -> {
                    text.append(INDENT).append(Cells.clean(selector)).append('\n');
                    for (var each : all) {
                        text.append(INDENT)
                                .append(Style.mark(each.passed(), colours))
                                .append(" '")
                                .append(Cells.clean(each.expression()))
                                .append("' ")
                                .append(shown.observed(each))
                                .append('\n');
                    }
                    text.append('\n');
                });
    }
}
