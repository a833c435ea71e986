package io.spate.k6.summary;

import io.spate.k6.options.K6Options;
import io.spate.metrics.result.RunResult;
import io.spate.plan.TestPlan;
import io.spate.report.json.Results;
import io.spate.report.text.Cells;
import io.spate.report.text.Style;
import io.spate.report.text.Units;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The summary as k6 laid it out before version 1: groups with their checks, then all metrics by
 * name, with a mark before those that thresholds are about.
 */
public final class LegacySummary {
    private static final String SEPARATOR = "::";
    private static final int GAP = 3;

    /** By how much the parts of a metric stand further in. */
    private static final int PART = 2;

    private final Results results;
    private final List<MetricLine> lines;
    private final K6Options.Summary options;
    private final Shown shown;
    private final boolean colours;
    private final StringBuilder text = new StringBuilder("\n");

    private LegacySummary(
            Results results, List<MetricLine> lines, K6Options.Summary options, boolean colours) {
        this.results = results;
        this.lines = lines;
        this.options = options;
        this.shown = new Shown(options.timeUnit());
        this.colours = colours;
    }

    /** The summary of a run, with line ends. */
    public static String of(
            TestPlan plan,
            RunResult result,
            Results results,
            K6Options.Summary options,
            boolean colours) {
        var lines =
                MetricLine.of(plan, result.total()).stream()
                        .filter(MetricLine::isOfK6)
                        .filter(
                                it ->
                                        !it.metric().name().equals("dropped_iterations")
                                                || it.statistic("count") > 0)
                        .toList();
        var summary = new LegacySummary(results, lines, options, colours);
        summary.group("", "     ");
        summary.metrics();
        return summary.text.append('\n').toString();
    }

    private void group(String path, String indent) {
        var checks = results.checks().stream().filter(it -> it.group().equals(path)).toList();
        for (var check : checks) {
            var line = new CheckLine(check.name(), check.passes(), check.fails());
            SummaryPart.check(text, indent, line, " ↳  ", colours);
        }
        if (!checks.isEmpty()) {
            text.append('\n');
        }
        for (var child : children(path)) {
            var name = child.substring(path.length() + SEPARATOR.length());
            text.append(indent).append("█ ").append(Cells.clean(name)).append("\n\n");
            group(child, indent + "  ");
        }
    }

    private Set<String> children(String parent) {
        var paths = new TreeSet<String>();
        results.groups().forEach(it -> paths.add(it.path()));
        results.checks().forEach(it -> paths.add(it.group()));
        var children = new TreeSet<String>();
        for (var path : paths) {
            if (path.startsWith(parent + SEPARATOR)) {
                int end = path.indexOf(SEPARATOR, parent.length() + SEPARATOR.length());
                children.add(end < 0 ? path : path.substring(0, end));
            }
        }
        return children;
    }

    private void metrics() {
        int labels = lines.stream().mapToInt(it -> width(it)).max().orElse(0) + GAP;
        var trends =
                Shown.widths(lines.stream().filter(it -> it.isTrend()).map(this::cells).toList());
        var others = lines.stream().filter(it -> !it.isTrend()).map(this::cells).toList();
        int value = others.stream().mapToInt(it -> Cells.width(it.getFirst())).max().orElse(0);
        int more =
                others.stream()
                        .flatMap(it -> it.stream().skip(1))
                        .mapToInt(Cells::width)
                        .max()
                        .orElse(0);
        for (var line : lines) {
            text.append(gutter(line))
                    .append(
                            Cells.padEnd(
                                    Cells.clean(label(line)),
                                    labels - (line.isPart() ? PART : 0),
                                    "."))
                    .append(':');
            var cells = cells(line);
            for (int i = 0; i < cells.size(); i++) {
                int width = line.isTrend() ? trends.get(i) : i == 0 ? value : more;
                boolean last = i == cells.size() - 1;
                text.append(' ')
                        .append(Style.CYAN.apply(cells.get(i), colours))
                        .append(" ".repeat(last ? 0 : width - Cells.width(cells.get(i))));
            }
            text.append('\n');
        }
    }

    /** A mark where thresholds are about the line; in front of a part's braces. */
    private String gutter(MetricLine line) {
        var about =
                results.verdict().thresholds().stream()
                        .filter(it -> it.selector().equals(line.selector().text()))
                        .toList();
        if (about.isEmpty()) {
            return line.isPart() ? "       " : "     ";
        }
        var mark = Style.mark(about.stream().allMatch(Results.Threshold::passed), colours);
        return (line.isPart() ? "     " : "   ") + mark + " ";
    }

    private static int width(MetricLine line) {
        return Cells.width(label(line)) + (line.isPart() ? PART : 0);
    }

    private static String label(MetricLine line) {
        return line.isPart() ? "{ " + line.tags() + " }" : line.metric().name();
    }

    private List<String> cells(MetricLine line) {
        return switch (line.metric().type()) {
            case COUNTER -> shown.counter(line);
            case GAUGE -> shown.gauge(line);
            case RATE -> {
                long passes = (long) line.statistic("passes");
                long fails = (long) line.statistic("fails");
                yield List.of(Units.percent(passes, passes + fails), "✓ " + passes, "✗ " + fails);
            }
            case TREND -> shown.trend(line, options.trendStats());
        };
    }
}
